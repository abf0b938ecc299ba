import { type Filter, parseQuery } from "../archive/index.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Exit, Failure } from "./failure.ts";
import { type PrintFormat, print } from "./print.ts";
import { prettySearch } from "./search-view.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface SearchCommandOptions {
  readonly archive?: string;
  readonly format: PrintFormat;
  readonly filter: Filter;
  readonly limit: number;
  readonly offset: number;
}

/** `saidso search QUERY…`: prints the passages that have all the words; answers 1 where none has. */
export function searchCommand(query: readonly string[], options: SearchCommandOptions): Promise<number> {
  const { format, filter, limit, offset } = options;
  const { path } = archivePath(options.archive);
  const words = query.join(" ");
  if (parseQuery(words).length === 0)
    throw new Failure("usage", "search", "no words are given; give those to look for.");
  return withArchive(path, { readOnly: true }, (archive) => {
    const page = archive.search({ ...filter, words, limit, offset });
    if (format === "json" || page.hits.length > 0)
      print(format, page, () => prettySearch(page, offset, outputColors()));
    if (page.total === 0) tell(`${words}: no passage has all these words; try fewer, or begin* of a word.`);
    else if (page.hits.length === 0) tell(`--offset ${offset}: there are ${page.total} passages only.`);
    return page.hits.length === 0 ? Exit.findings : Exit.clean;
  });
}
