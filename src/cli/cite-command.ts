import type { Edition } from "../archive/index.ts";
import type { Passage } from "../documents/index.ts";
import { archivePath } from "./archive-path.ts";
import { citationMarkdown, citationOf, citationText } from "./citation.ts";
import { Exit, Failure } from "./failure.ts";
import { heldEdition } from "./found-document.ts";
import { oneLine, printable } from "./highlight.ts";
import { nearestNames } from "./nearest-name.ts";
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

function heldPassage({ id, document: { passages } }: Edition, wanted: string): Passage {
  const found = passages.find((passage) => passage.id === wanted);
  if (found !== undefined) return found;
  const near = nearestNames(
    wanted,
    passages.map((passage) => passage.id),
  );
  const instead = near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`;
  throw new Failure(
    "unknown-document",
    `--passage ${wanted}`,
    `no such passage; \`saidso show ${id}\` prints them all.${instead}`,
  );
}
