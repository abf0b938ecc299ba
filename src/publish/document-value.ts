import type { Edition } from "../archive/index.ts";
import type { DocumentView } from "./document-view.ts";

/** A held document as `saidso show --format json` prints it. Offsets are UTF-16 code units into the version's plain text. */
export function documentValue({ edition, versions, shown, refersTo, referredFrom }: DocumentView) {
  return {
    id: edition.id,
    version: edition.version,
    latest: edition.latest,
    ...documentHead(edition),
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

/** What a document's header says, as JSON says it. */
export function documentHead({ document }: Pick<Edition, "document">) {
  const {
    kind,
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    capture,
    speakers,
    interviewer,
  } = document;
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
    capture,
    speakers,
    interviewer,
  };
}
