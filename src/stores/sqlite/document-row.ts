import type { Summary } from "../../archive/index.ts";
import type { Parcel } from "./parcel.ts";

/** A document as its table has it: who it is, and its latest version's header. */
export interface DocumentRow {
  readonly id: number;
  /** The archive's id of it. */
  readonly name: string;
  readonly base: string;
  readonly number_key: string | null;
  /** Key of the latest version. */
  readonly latest: number;
  readonly version: number;
  /** Row of its first passage; the others follow. */
  readonly first_passage: number;
  readonly passages: number;
  readonly words: number;
  readonly kind: string;
  readonly title: string | null;
  readonly series: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly subject: string | null;
  readonly outlet: string | null;
  readonly source_date: string | null;
  readonly language: string | null;
  readonly written: string | null;
  readonly speakers: string;
  readonly interviewer: string | null;
}

export const DOCUMENT_COLUMNS: readonly (keyof DocumentRow)[] = [
  "id",
  "name",
  "base",
  "number_key",
  "latest",
  "version",
  "first_passage",
  "passages",
  "words",
  "kind",
  "title",
  "series",
  "number",
  "date",
  "subject",
  "outlet",
  "source_date",
  "language",
  "written",
  "speakers",
  "interviewer",
];

type Known = Pick<DocumentRow, "id" | "name" | "latest" | "version" | "first_passage">;

/** The row of a document whose latest version a parcel is. */
export function documentRow({ base, numberKey, summary }: Parcel, known: Known): DocumentRow {
  const { sourceDate, speakers, ...header } = summary;
  return {
    ...header,
    ...known,
    base,
    number_key: numberKey,
    source_date: sourceDate,
    speakers: JSON.stringify(speakers),
  };
}

export function summaryOfRow(row: DocumentRow): Summary {
  const { name, version, kind, title, series, number, date, subject, outlet, language, written } = row;
  return {
    id: name,
    version,
    kind: kind as Summary["kind"],
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate: row.source_date,
    language,
    written,
    speakers: JSON.parse(row.speakers) as Summary["speakers"],
    interviewer: row.interviewer,
    words: row.words,
    passages: row.passages,
  };
}
