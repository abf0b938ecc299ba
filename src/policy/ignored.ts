import { type Finding, type FormFinding, type Report, tally } from "../check/index.ts";
import { RULES, type RuleId } from "../core/index.ts";
import type { Block, FormattedText, Remark } from "../formats/index.ts";
import { type Ignore, readRemark } from "./remark.ts";

/** A stretch of the text that a remark speaks of, and what it has silenced so far. */
interface Scope {
  readonly ignore: Ignore;
  readonly start: number;
  readonly end: number;
  readonly used: Set<RuleId | "*">;
}

/**
 * The report with the problems that the text's own remarks silence marked as ignored, each with the reason given. A
 * remark inside a block speaks of that block, one between blocks of the next. What a remark gets wrong, and what it
 * silences in vain, is a problem of form; no remark silences that.
 */
export function withIgnores(report: Report, text: FormattedText): Report {
  const read = (text.remarks ?? []).map(readRemark).filter((one) => one !== null);
  if (read.length === 0) return report;
  const scopes = read.filter((one) => "reason" in one).map((ignore) => scopeOf(ignore, text));
  const silenced = <T extends Finding["problems"][number] | FormFinding>(problem: T, place: Span): T => {
    const scope = scopes.find((one) => speaksOf(one, problem.rule as RuleId, place));
    if (scope === undefined || problem.ignored !== undefined) return problem;
    return { ...problem, ignored: { by: "remark", reason: scope.ignore.reason } };
  };
  const findings = report.findings.map((finding) => ({
    ...finding,
    problems: finding.problems.map((problem) => silenced(problem, finding.quotation)),
  }));
  const known = report.form.map((problem) => silenced(problem, problem));
  const broken = read.flatMap((one) =>
    "reason" in one ? [] : [formFinding(one.remark, one.rule, one.message, text)],
  );
  const unused = scopes.flatMap(({ ignore: { rules, remark }, used }) =>
    rules
      .filter((rule) => !used.has(rule))
      .map((rule) => formFinding(remark, "ignore/unused", unusedMessage(rule), text)),
  );
  const form = [...known, ...broken, ...unused].sort((a, b) => a.line - b.line || a.column - b.column);
  return { ...report, summary: tally(findings, form), findings, form };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function scopeOf(ignore: Ignore, { text, blocks }: FormattedText): Scope {
  const { at } = ignore.remark;
  const used = new Set<RuleId | "*">();
  if (ignore.isForFile) return { ignore, start: 0, end: text.length, used };
  const block = blockAt(blocks, at);
  return { ignore, start: block?.start ?? at, end: block?.end ?? at, used };
}

/** The block that an offset stands in, or at the end of; else the next one. Blocks are in the text's order. */
function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blocks[middle]!.end < at) low = middle + 1;
    else high = middle;
  }
  return blocks[low];
}

/** Whether a remark speaks of this rule at this place; it is used by it then. */
function speaksOf({ ignore, start, end, used }: Scope, rule: RuleId, place: Span): boolean {
  if (place.start >= end || place.end <= start) return false;
  const named = ignore.rules.find((one) => one === rule || one === "*");
  if (named !== undefined) used.add(named);
  return named !== undefined;
}

function unusedMessage(rule: RuleId | "*"): string {
  return rule === "*" ? "There is no problem to ignore here." : `There is no ${rule} to ignore here.`;
}

function formFinding(
  { at, text: said, position }: Remark,
  rule: "ignore/reason-missing" | "ignore/rule-unknown" | "ignore/unused",
  message: string,
  { text }: FormattedText,
): FormFinding {
  const start = Math.min(at, text.length);
  return {
    rule,
    severity: RULES[rule].severity,
    message: `${message} The remark: ${said.replace(/\s+/gu, " ").trim()}`,
    // A remark is no words of the text.
    text: "",
    start,
    end: start,
    ...position,
    place: null,
  };
}
