import type { FacetSummary } from "../../archive/index.ts";
import { speakersIn } from "./catalog.ts";
import type { DocumentRow } from "./document-row.ts";
import type { Session } from "./session.ts";

/** What documents are counted by, and where their passages are. */
export interface Header extends FacetSummary, Pick<DocumentRow, "id" | "first_passage" | "passages"> {}

type HeaderRow = Omit<Header, "sourceDate" | "speakers"> & Pick<DocumentRow, "source_date" | "speakers">;

/**
 * Of all documents, in the order of their numbers. The rows' sums are not tried, as nowhere where documents are
 * chosen: that takes longer than all else. Throws `damaged` where speakers cannot be read.
 */
export function headers({ database }: Session): Header[] {
  const rows = database.all<HeaderRow>(
    `SELECT id, first_passage, passages, outlet, subject, series, date, source_date, language, written, speakers,
     interviewer FROM document ORDER BY id`,
  );
  return rows.map(headerOf);
}

/** Field by field: what a spread takes of ten thousand rows is longer than all else. */
function headerOf(row: HeaderRow): Header {
  return {
    id: row.id,
    first_passage: row.first_passage,
    passages: row.passages,
    outlet: row.outlet,
    subject: row.subject,
    series: row.series,
    date: row.date,
    sourceDate: row.source_date,
    language: row.language,
    written: row.written,
    speakers: speakersIn(row.speakers),
    interviewer: row.interviewer,
  };
}
