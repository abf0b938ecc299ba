import type { Edition } from "../archive/index.ts";
import type { VoiceKind } from "../core/index.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { type DocumentView, documentView } from "./document-view.ts";
import { Exit } from "./failure.ts";
import { heldEdition } from "./found-document.ts";
import { oneLine, printable } from "./highlight.ts";
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
    print(options.format, shownValue(view), () =>
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

/** What `--format json` prints. Offsets are UTF-16 code units into the version's plain text. */
function shownValue({ edition, versions, shown, refersTo, referredFrom }: DocumentView) {
  return {
    id: edition.id,
    version: edition.version,
    latest: edition.latest,
    ...headOf(edition),
    versions,
    passages: shown.map(({ passage, start, end, voice }) => ({
      id: passage.id,
      kind: passage.kind,
      turn: passage.turn,
      voice,
      start,
      end,
      text: edition.document.text.slice(start, end),
    })),
    notes: edition.document.notes,
    refersTo: refersTo.map(({ reference: { desk, series, number, title, date }, target }) => ({
      desk,
      series,
      number,
      title,
      date,
      target,
    })),
    referredFrom,
  };
}

function headOf({ document }: Edition) {
  const { kind, title, series, number, date, subject, outlet, sourceDate, language, speakers, interviewer } =
    document;
  return {
    kind,
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    speakers,
    interviewer,
  };
}
