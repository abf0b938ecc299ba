import type { Report } from "../check/index.ts";
import type { FormattedText } from "../formats/index.ts";

/** A text and what is said of it. */
export interface CheckedReport {
  readonly report: Report;
  /** The text that was checked, read as the check read it. */
  readonly text: FormattedText;
}
