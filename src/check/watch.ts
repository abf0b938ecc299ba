import type { Finding, Report } from "./report.ts";

/** Looks on while a text is checked, and may end it. */
export interface Watch {
  /** Told before the first quotation is judged: the report as it stands if nothing more is done. */
  readonly begun?: (report: Report) => void;
  /** Told of each finding as it comes; `index` is its place in the report. */
  readonly found?: (finding: Finding, index: number) => void;
  /** Asked before each quotation. Once it is true, those that are left stay undecided, `out-of-time`. */
  readonly isOver?: () => boolean;
  /**
   * Which quotation is judged next, counted from 0 and ascending; each in turn where this is not given. Where several
   * check one text together, each takes its own, and what the others take is undecided in its report.
   */
  readonly next?: () => number;
}
