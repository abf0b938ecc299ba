import type { Finding, FormFinding, Report, ReportMatch } from "../../check/index.ts";
import type { FormattedText } from "../../formats/index.ts";

/** A report as a page shows it, and where its links lead. */
export interface ReportView {
  readonly report: Report;
  /** What is shown in full; {@link entriesOf} the report, or some of them. */
  readonly entries: readonly Entry[];
  /** The text that was checked, read as the check read it. */
  readonly text: FormattedText;
  /** Stands before each id: several reports may stand on one page. "" where it is the only one. */
  readonly prefix: string;
  /** The level of its heading: 1 or 2. */
  readonly level: 1 | 2;
  /** Where a rule is explained. */
  readonly rulePath: (rule: string) => string;
  /** Where a document can be read; null where it is not held. */
  readonly documentPath: (match: ReportMatch) => string | null;
}

/** A finding or a problem of form, as they stand in the text: by start. `index` is its place in the report. */
export type Entry =
  | { readonly kind: "finding"; readonly index: number; readonly start: number; readonly finding: Finding }
  | { readonly kind: "form"; readonly index: number; readonly start: number; readonly problem: FormFinding };

/**
 * Findings shown in full at the most: a browser goes on answering with as many. A text of more has all its quotations
 * marked, and the JSON report has all findings.
 */
export const MOST_ENTRIES = 2000;

/** What is shown in full: everything, or where that is too much, what has problems first; by start. */
export function entriesOf({ findings, form }: Report): Entry[] {
  const entries: Entry[] = [
    ...findings.map(
      (finding, index): Entry => ({ kind: "finding", index, start: finding.quotation.start, finding }),
    ),
    ...form.map((problem, index): Entry => ({ kind: "form", index, start: problem.start, problem })),
  ];
  const graver = [...entries].sort((a, b) => gravity(b) - gravity(a)).slice(0, MOST_ENTRIES);
  return graver.sort((a, b) => a.start - b.start || gravity(b) - gravity(a));
}

function gravity(entry: Entry): number {
  if (entry.kind === "form") return 1;
  return entry.finding.problems.length > 0 ? 2 : entry.finding.status === "undecided" ? 1 : 0;
}

/** The id of an entry's own article. */
export function entryId({ kind, index }: Pick<Entry, "kind" | "index">, prefix: string): string {
  return `${prefix}${kind}-${index + 1}`;
}

/** The id of its place in the text. */
export function placeId({ kind, index }: Pick<Entry, "kind" | "index">, prefix: string): string {
  return `${prefix}${kind === "finding" ? "quotation" : "form-place"}-${index + 1}`;
}

/** A language as a page may say it; null where it is none that a browser knows. */
export function languageTag(language: string | null): string | null {
  return language !== null && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/iu.test(language) ? language : null;
}
