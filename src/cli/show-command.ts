import type { VoiceKind } from "../core/index.ts";
import { heldEdition } from "../desk/held-edition.ts";
import {
  type DocumentFormatName,
  type DocumentView,
  documentValue,
  documentView,
  isDocumentFormat,
  oneLine,
  printable,
} from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Exit, Failure } from "./failure.ts";
import { prettyDocument } from "./pretty-document.ts";
import { print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface ShowCommandOptions {
  readonly archive?: string;
  readonly format: "pretty" | "json" | DocumentFormatName;
  readonly version?: number;
  readonly voice?: VoiceKind;
}

/** `saidso show ID`: prints a held document, its versions and its references; answers the exit code. */
export async function showCommand(name: string, options: ShowCommandOptions): Promise<number> {
  const { format, voice, version } = options;
  if (voice !== undefined && isDocumentFormat(format) && format !== "text")
    throw new Failure("usage", "--voice", `does not go with --format ${format}; print pretty, text or json.`);
  // Loaded here: templates and style are nothing that others wait for.
  const rendered = isDocumentFormat(format) ? await import("./rendered-document.ts") : null;
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const edition = heldEdition(archive, name, version);
    if (rendered !== null && isDocumentFormat(format) && voice === undefined) {
      process.stdout.write(rendered.renderedDocument(edition, format));
      return Exit.clean;
    }
    const view = documentView(archive, edition, voice ?? null);
    print(format, documentValue(view), () =>
      format === "text" ? plainText(view) : prettyDocument(view, outputColors()),
    );
    return Exit.clean;
  });
}

/** The words of one voice alone, a passage a paragraph, as the document has them. */
function plainText({ edition: { document }, shown }: DocumentView): string {
  return shown
    .map(({ start, end }) => document.text.slice(start, end).split("\n").map(printable).join("\n").trim())
    .filter((text) => oneLine(text) !== "")
    .join("\n\n");
}
