import type { Document } from "../documents/index.ts";
import { dateLabel } from "./date-label.ts";

/** Where a document was got from, and on what day: `from https://example.org/ferries on 7 May 2021`. */
export function captureLabel({ address, date }: NonNullable<Document["capture"]>): string {
  return `from ${address}${date === null ? "" : ` on ${dateLabel(date.slice(0, "2021-05-07".length))}`}`;
}
