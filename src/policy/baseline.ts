import * as z from "zod";
import { type Finding, type FormFinding, type Report, tally } from "../check/index.ts";
import { parsed } from "./config.ts";
import { foldedWords } from "./folded-words.ts";

const entrySchema = z.strictObject({
  rule: z.string().min(1),
  quotation: z.string(),
  count: z.int().min(1),
});

const baselineSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(z.string(), z.array(entrySchema)),
});

/** So many problems of one rule at quotations of the same words, folded; no offsets, so that it holds when lines move. */
export type BaselineEntry = Readonly<z.infer<typeof entrySchema>>;

/** Known problems by the file they stand in. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** A report with its known problems marked, and the entries that nothing answers to any more. */
export interface Compared {
  readonly report: Report;
  readonly stale: readonly BaselineEntry[];
}

/** Reads a baseline's text. Throws a `PolicyError` where it is none. */
export function readBaseline(text: string): Baseline {
  return new Map(Object.entries(parsed(baselineSchema, text).files));
}

/** A baseline as a file: files and entries in order, an entry a line, so that a change is a line of a difference. */
export function baselineText(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => order(a, b))
    .map(([name, entries]) => {
      const lines = [...entries]
        .sort((a, b) => order(a.quotation, b.quotation) || order(a.rule, b.rule))
        .map(
          ({ rule, quotation, count }) =>
            `      { "rule": ${JSON.stringify(rule)}, "quotation": ${JSON.stringify(quotation)}, "count": ${count} }`,
        );
      return `    ${JSON.stringify(name)}: [\n${lines.join(",\n")}\n    ]`;
    });
  const body = files.length === 0 ? "{}" : `{\n${files.join(",\n")}\n  }`;
  return `{\n  "version": 1,\n  "files": ${body}\n}\n`;
}

/** By code units, which is the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Problem = Finding["problems"][number] | FormFinding;

/** What a report's problems come to in a baseline; what remarks silence is no part of it. */
export function entriesOf(report: Report): readonly BaselineEntry[] {
  const counts = new Map<string, BaselineEntry>();
  eachProblem(report, (problem, words) => {
    if (problem.ignored?.by === "remark") return problem;
    const key = keyOf(problem.rule, words);
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { rule: problem.rule, quotation: words, count });
    return problem;
  });
  return [...counts.values()];
}

/** Marks the problems that a baseline knows, as many as it counts; the first in the text are the known ones. */
export function withBaseline(report: Report, entries: readonly BaselineEntry[]): Compared {
  const left = new Map<string, number>();
  for (const { rule, quotation, count } of entries) {
    const key = keyOf(rule, quotation);
    left.set(key, (left.get(key) ?? 0) + count);
  }
  const { findings, form } = eachProblem(report, (problem, words) => {
    const key = keyOf(problem.rule, words);
    const count = left.get(key) ?? 0;
    if (problem.ignored !== undefined || count === 0) return problem;
    left.set(key, count - 1);
    return { ...problem, ignored: { by: "baseline", reason: null } };
  });
  const stale = entries
    .map((entry) => ({
      ...entry,
      count: Math.min(entry.count, left.get(keyOf(entry.rule, entry.quotation))!),
    }))
    .filter(({ count }) => count > 0);
  return { report: { ...report, summary: tally(findings, form), findings, form }, stale };
}

/** The report's problems, each as `change` makes it; it is given the words of its quotation, folded. */
function eachProblem(
  { findings, form }: Report,
  change: <T extends Problem>(problem: T, words: string) => T,
): Pick<Report, "findings" | "form"> {
  return {
    findings: findings.map((finding) => {
      const words = foldedWords(finding.quotation.text);
      return { ...finding, problems: finding.problems.map((problem) => change(problem, words)) };
    }),
    form: form.map((problem) => change(problem, foldedWords(problem.text))),
  };
}

function keyOf(rule: string, words: string): string {
  return `${rule} ${words}`;
}
