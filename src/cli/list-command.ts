import type { Filter, Summary, Unresolved } from "../archive/index.ts";
import { dateLabel, oneLine } from "../publish/index.ts";
import type { SqliteArchive } from "../stores/sqlite/index.ts";
import { archivePath } from "./archive-path.ts";
import { type Colors, outputColors } from "./colors.ts";
import { counted } from "./count.ts";
import { Exit } from "./failure.ts";
import { type PrintFormat, print } from "./print.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface ListCommandOptions {
  readonly archive?: string;
  readonly format: PrintFormat;
  readonly filter: Filter;
  readonly limit: number;
  readonly offset: number;
  /** Lists what is referred to and not held instead. */
  readonly unresolved: boolean;
}

/** `saidso list`: prints the documents held, by date, or what they refer to that is not held; answers the exit code. */
export function listCommand(options: ListCommandOptions): Promise<number> {
  const { format, filter, limit, offset } = options;
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const colors = outputColors();
    if (options.unresolved) {
      const unresolved = archive.unresolved();
      if (format === "json" || unresolved.length > 0)
        print(format, { unresolved }, () => unresolved.map((one) => unresolvedLine(one, colors)).join("\n"));
      else tell("every document referred to is held.");
      return Exit.clean;
    }
    const page = archive.list(filter, limit, offset);
    if (format === "json" || page.documents.length > 0)
      print(format, page, () => page.documents.map((one) => documentLine(one, colors)).join("\n"));
    if (page.total === 0) tell(noneReason(archive, filter));
    else if (page.documents.length < page.total)
      tell(`${counted(page.documents.length, "document")} of ${page.total}.`);
    return Exit.clean;
  });
}

/** Why nothing is listed: the filters, or nothing is held. */
function noneReason(archive: SqliteArchive, filter: Filter): string {
  return Object.keys(filter).length > 0 && archive.list({}, 1, 0).total > 0
    ? "no document passes; `saidso list` without filters prints all."
    : "the archive holds no document; `saidso add PATH…` puts some in.";
}

/** Columns: the date, the id, the title, who speaks. */
function documentLine({ id, date, sourceDate, title, speakers, version }: Summary, colors: Colors): string {
  const names = speakers.map(({ name }) => name).join(", ");
  return [
    (date ?? sourceDate ?? "").padEnd("2016-04-11".length),
    colors.bold(oneLine(id)),
    version === 1 ? null : `version ${version}`,
    title === null ? null : oneLine(title),
    names === "" ? null : colors.dim(oneLine(names)),
  ]
    .filter((part) => part !== null)
    .join("  ");
}

function unresolvedLine({ series, number, title, date, by }: Unresolved, colors: Colors): string {
  const named = [
    colors.bold(oneLine(`${series} No. ${number}`)),
    title === null ? null : oneLine(`“${title}”`),
    date === null ? null : oneLine(dateLabel(date)),
  ];
  return `${named.filter((part) => part !== null).join(", ")}\n  referred to by ${oneLine(by.join(", "))}`;
}
