import { heldEdition, heldPassage } from "../desk/held-edition.ts";
import { passageLink } from "../desk/passage-link.ts";
import {
  citationMarkdown,
  citationOf,
  citationText,
  isReferenceFormat,
  oneLine,
  printable,
  type ReferenceFormatName,
} from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { Exit } from "./failure.ts";
import { print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface CiteCommandOptions {
  readonly archive?: string;
  readonly format: "text" | "markdown" | "json" | "link" | ReferenceFormatName;
  readonly passage?: string;
  readonly version?: number;
}

/** `saidso cite ID`: prints a citation of a held document or one of its passages; answers the exit code. */
export async function citeCommand(name: string, options: CiteCommandOptions): Promise<number> {
  const { format, version } = options;
  const rendered = isReferenceFormat(format) ? await import("./rendered-document.ts") : null;
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const edition = heldEdition(archive, name, version);
    const passage = options.passage === undefined ? null : heldPassage(edition, options.passage);
    if (rendered !== null && isReferenceFormat(format)) {
      process.stdout.write(rendered.renderedReference(edition, passage, format));
      return Exit.clean;
    }
    const citation = citationOf(edition, passage);
    print(format, citation, () => {
      if (format === "link") return passageLink(edition, passage);
      return format === "markdown"
        ? citationMarkdown(citation).split("\n").map(printable).join("\n")
        : oneLine(citationText(citation));
    });
    return Exit.clean;
  });
}
