import type { Document } from "../documents/index.ts";

/** What a document's header says. */
type Header = Pick<
  Document,
  | "id"
  | "kind"
  | "title"
  | "series"
  | "number"
  | "date"
  | "subject"
  | "outlet"
  | "sourceDate"
  | "speakers"
  | "interviewer"
>;

/** What is known of a held document without its text: its latest version's header. */
export interface Summary extends Header {
  /** The latest version's number. */
  readonly version: number;
  /** The language that the document says it was translated from, or is in; else null. */
  readonly language: string | null;
  /** The language its text is written in, as its words tell; null where they do not. */
  readonly written: string | null;
  readonly words: number;
  readonly passages: number;
}

/** One version of a document: when it came, from where, and what its bytes are. */
export interface VersionRecord {
  readonly version: number;
  readonly added: string;
  readonly origin: string;
  readonly sha256: string;
  /** Bytes of the original. */
  readonly size: number;
}

/** One version among all that an archive holds. `key` is the archive's own number of it: later ones are larger. */
export interface KeptVersion extends Omit<VersionRecord, "size"> {
  readonly key: number;
  readonly id: string;
}

/** By date, then id; those without a date last. */
export function byDate(a: Summary, b: Summary): number {
  const [first, second] = [a.date ?? a.sourceDate, b.date ?? b.sourceDate];
  if (first !== second) return first === null ? 1 : second === null ? -1 : first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

export function summaryOf(
  document: Document,
  known: Pick<Summary, "id" | "version" | "words" | "written">,
): Summary {
  const { kind, title, series, number, date, subject, outlet, sourceDate, language } = document;
  return {
    id: known.id,
    version: known.version,
    kind,
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    written: known.written,
    speakers: document.speakers,
    interviewer: document.interviewer,
    words: known.words,
    passages: document.passages.length,
  };
}
