import type { Edition } from "../../archive/index.ts";
import { type Document, languageOf, type Passage } from "../../documents/index.ts";
import { passageText } from "../passage-text.ts";
import { oneLine } from "../printable.ts";
import { voiceWithKind } from "../voice-label.ts";
import { type PersonParts, personParts } from "./person-parts.ts";

/** What kind of thing a bibliography calls a document, by the names of CSL. */
export type ReferenceType = "interview" | "speech" | "article-newspaper" | "article" | "webpage" | "document";

/** A document, or a passage of it, as a bibliography needs it. What the document does not say is null or empty. Each text is one line. */
export interface BibliographicReference {
  /** ASCII letters, figures and `-.:_`: the same for the same document, version and passage, and for no other. */
  readonly key: string;
  readonly type: ReferenceType;
  readonly title: string | null;
  /** Who speaks or wrote it; of an interview, who was interviewed. */
  readonly authors: readonly PersonParts[];
  readonly interviewer: PersonParts | null;
  readonly outlet: string | null;
  readonly series: string | null;
  readonly number: string | null;
  /** ISO date of the document, or where it has none of its source. */
  readonly issued: string | null;
  /** ISO date of the interview or article that it excerpts, where the document has a date of its own. */
  readonly original: string | null;
  /** BCP 47 tag of what it is written in. */
  readonly language: string | null;
  /** BCP 47 tag of what it says it was translated from. */
  readonly translatedFrom: string | null;
  readonly genre: string | null;
  readonly address: string | null;
  /** ISO date on which it was captured from its address. */
  readonly accessed: string | null;
  readonly passage: { readonly id: string; readonly text: string; readonly whose: string } | null;
  /** Where the words stand: document, version, passage. */
  readonly note: string;
}

/**
 * What a bibliography says of a version, or of one of its passages. `base` is the address of a server that shows it,
 * ending in `/`, null where none does; where it was captured from an address, that is given instead.
 */
export function referenceOf(
  { id, version, latest, document }: Edition,
  passage: Passage | null,
  base: string | null,
): BibliographicReference {
  const { title, speakers, interviewer, outlet, series, number, date, sourceDate, language } = document;
  const capture = document.capture;
  const written = languageOf(document.text);
  const shown = base === null ? null : `${base}documents/${encodeURIComponent(id.toWellFormed())}`;
  const exact = latest && passage === null ? "" : `?version=${version}`;
  const place = passage === null ? "" : `#${encodeURIComponent(passage.id)}`;
  const where = [id, `version ${version}`, ...(passage === null ? [] : [`passage ${passage.id}`])];
  return {
    key: keyOf(id, latest && passage === null ? null : version, passage?.id ?? null),
    type: typeOf(document),
    title: line(title),
    authors: speakers.flatMap(({ name }) => (line(name) === null ? [] : [personParts(oneLine(name))])),
    interviewer: line(interviewer) === null ? null : personParts(oneLine(interviewer!)),
    outlet: line(outlet),
    series: line(series),
    number: line(number),
    issued: date ?? sourceDate,
    original: date === null ? null : sourceDate,
    language: written,
    translatedFrom: language !== null && language !== written ? language : null,
    genre: GENRES[document.kind] ?? null,
    address:
      (capture === null ? null : line(capture.address)) ??
      (shown === null ? null : `${shown}${exact}${place}`),
    accessed: capture?.date?.slice(0, "YYYY-MM-DD".length) ?? null,
    passage:
      passage === null
        ? null
        : {
            id: passage.id,
            text: oneLine(passageText(document, passage)),
            whose: oneLine(voiceWithKind(passage.voice)),
          },
    note: oneLine(`saidso: ${where.join(", ")}`),
  };
}

const GENRES: Partial<Record<Document["kind"], string>> = {
  dispatch: "Dispatch",
  transcript: "Transcript",
  speech: "Speech",
};

/** A text on one line; null where it has no words. */
function line(text: string | null): string | null {
  const words = text === null ? "" : oneLine(text);
  return words === "" ? null : words;
}

function typeOf(document: Document): ReferenceType {
  const { kind, outlet, interviewer, turns } = document;
  if (kind === "speech") return "speech";
  const isInterview = interviewer !== null || turns.some(({ voice }) => voice.kind === "interviewer");
  if (isInterview && (kind === "dispatch" || kind === "transcript")) return "interview";
  if (kind !== "transcript" && outlet !== null) return "article-newspaper";
  if (document.capture !== null) return "webpage";
  return kind === "article" ? "article" : "document";
}

/** Ids keep their letters and figures; another character is its code between underscores. */
function keyOf(id: string, version: number | null, passage: string | null): string {
  const ascii = (text: string): string =>
    text.replace(/[^A-Za-z0-9.-]/gu, (other) => `_${other.codePointAt(0)!.toString(16)}_`);
  const held = version === null ? "" : `:v${version}`;
  return `${ascii(id)}${held}${passage === null ? "" : `:${ascii(passage)}`}`;
}
