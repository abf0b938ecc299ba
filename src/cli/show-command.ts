import type { VoiceKind } from "../core/index.ts";
import { heldEdition } from "../desk/held-edition.ts";
import { type DocumentView, documentValue, documentView, oneLine, printable } from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Exit } from "./failure.ts";
import { prettyDocument } from "./pretty-document.ts";
import { print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface ShowCommandOptions {
  readonly archive?: string;
  readonly format: "pretty" | "text" | "json";
  readonly version?: number;
  readonly voice?: VoiceKind;
}

/** `saidso show ID`: prints a held document, its versions and its references; answers the exit code. */
export function showCommand(name: string, options: ShowCommandOptions): Promise<number> {
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const view = documentView(archive, heldEdition(archive, name, options.version), options.voice ?? null);
    print(options.format, documentValue(view), () =>
      options.format === "text" ? plainText(view) : prettyDocument(view, outputColors()),
    );
    return Exit.clean;
  });
}

/** The words alone, a passage a paragraph, as the document has them. */
function plainText({ edition: { document }, shown }: DocumentView): string {
  return shown
    .map(({ start, end }) => document.text.slice(start, end).split("\n").map(printable).join("\n").trim())
    .filter((text) => oneLine(text) !== "")
    .join("\n\n");
}
