import { heldEdition, heldPassage } from "../desk/held-edition.ts";
import { citationMarkdown, citationOf, citationText, oneLine, printable } from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { Exit } from "./failure.ts";
import { print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface CiteCommandOptions {
  readonly archive?: string;
  readonly format: "text" | "markdown" | "json";
  readonly passage?: string;
  readonly version?: number;
}

/** `saidso cite ID`: prints a citation of a held document or one of its passages; answers the exit code. */
export function citeCommand(name: string, options: CiteCommandOptions): Promise<number> {
  const { format, passage, version } = options;
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const edition = heldEdition(archive, name, version);
    const citation = citationOf(edition, passage === undefined ? null : heldPassage(edition, passage));
    print(format, citation, () =>
      format === "markdown"
        ? citationMarkdown(citation).split("\n").map(printable).join("\n")
        : oneLine(citationText(citation)),
    );
    return Exit.clean;
  });
}
