import type { Finding, ReportMatch, ReportProblem } from "../check/index.ts";
import type { Span } from "../core/index.ts";

/** Words of a text: where they start there, and what they are. */
export interface Words {
  readonly text: string;
  readonly start: number;
}

/** Rules whose words differ between quotation and source, and are marked in both. */
const DIFFERING = new Set([
  "word-changed",
  "word-added",
  "word-dropped",
  "words-moved",
  "bracket-dropped",
  "omission-dropped",
  "omission-unmarked",
  "bracket-changed",
]);
/** Rules whose words stand in the source beside those quoted, and tell what the quotation leaves out. */
const LEFT_OUT = new Set(["negation-omitted", "condition-cut"]);

/** The words of a quotation that the source has otherwise; offsets into the text. */
export function differingQuoted({ problems }: Finding): Span[] {
  return problems.flatMap((problem) =>
    problem.quotation === null || !DIFFERING.has(problem.rule) || problem.rule === "omission-unmarked"
      ? []
      : [problem.quotation],
  );
}

/** The words of the source that the quotation has otherwise; offsets into the document. */
export function differingSource({ problems }: Finding): Span[] {
  return sourceSpans(problems, DIFFERING);
}

/** The words of the source that the quotation leaves out and that matter to it; offsets into the document. */
export function leftOutSource({ problems }: Finding): Span[] {
  return sourceSpans(problems, LEFT_OUT);
}

function sourceSpans(problems: readonly ReportProblem[], rules: ReadonlySet<string>): Span[] {
  return problems.flatMap(({ rule, source }) => (source === null || !rules.has(rule) ? [] : [source]));
}

/** The quotation's words, stretch by stretch: what interrupts it is not among them. */
export function quotedWords({ quotation }: Finding): Words[] {
  let at = 0;
  return quotation.parts.map((part) => {
    const text = quotation.text.slice(at, at + part.end - part.start);
    at += text.length + 1;
    return { text, start: part.start };
  });
}

/** A piece of the source as it is shown below a quotation: its words, what stands between them, or a leap elsewhere. */
export interface SourceStretch extends Words {
  readonly kind: "words" | "between" | "leap";
}

/** Units between two stretches that are shown; more than a sentence or two is a leap. */
const BETWEEN = 240;

/** The stretches that the words were taken from, in the quotation's order, with what the source has between them. */
export function sourceStretches({ parts, text, start }: ReportMatch): SourceStretch[] {
  return parts.flatMap((part, i): SourceStretch[] => {
    const words: SourceStretch = { kind: "words", text: part.text, start: part.start };
    const before = parts[i - 1];
    if (before === undefined) return [words];
    const gap = part.start - before.end;
    const isShown = gap >= 0 && gap <= BETWEEN && before.end >= start && part.start <= start + text.length;
    const between = isShown ? text.slice(before.end - start, part.start - start) : " […] ";
    return [{ kind: isShown ? "between" : "leap", text: between, start: before.end }, words];
  });
}
