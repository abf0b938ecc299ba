import type { Finding, FormFinding, ReportProblem } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { oneLine } from "../printable.ts";
import { hasLine, whereabouts } from "../whereabouts.ts";
import { xmlText } from "../xml-text.ts";
import {
  problemSentence,
  quotedSentence,
  shortenedLine,
  sourceSentence,
  statusSentence,
} from "./sentence.ts";

/** From which severity on a quotation fails; `never` fails none, and tells all the same. */
export type FailsFrom = "error" | "warning" | "never";

/** Code units of a quotation in the name of its test case: what a list of test cases shows on a line. */
const WORDS = 80;

/**
 * Reports as JUnit's XML, as Jenkins, GitLab and others read it: a suite for each text, a case for each quotation and for
 * each problem of form. A case fails from `failsFrom` on, undecided quotations are skipped, what else is to be said is
 * its output.
 */
export function junit(checked: readonly CheckedReport[], failsFrom: FailsFrom = "error"): string {
  const suites = checked.map((one) => suiteOf(one, failsFrom));
  const total = (field: "tests" | "failures"): number => suites.reduce((sum, one) => sum + one[field], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="saidso" tests="${total("tests")}" failures="${total("failures")}" errors="0">`,
    ...suites.map(({ xml }) => xml),
    "</testsuites>",
  ].join("\n");
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
}

/** A case before it is written. */
interface Case {
  readonly name: string;
  readonly problems: readonly Pick<ReportProblem, "rule" | "severity" | "message" | "touches" | "ignored">[];
  /** What is told beside the problems. */
  readonly told: readonly string[];
  /** Why it is skipped; null where it is not. */
  readonly skipped: string | null;
}

function suiteOf({ report }: CheckedReport, failsFrom: FailsFrom): Suite {
  const { text, findings, form } = report;
  const file = text.name === "-" ? "stdin" : oneLine(text.name);
  const cases = [...findings.map(quotationCase), ...form.map(formCase)];
  const written = cases.map((one) => ({ one, ...outcome(one, failsFrom) }));
  const failures = written.filter(({ fails }) => fails).length;
  const skipped = written.filter(({ skips }) => skips).length;
  const xml = [
    `<testsuite name="${attribute(file)}" file="${attribute(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">`,
    `<properties><property name="sha256" value="${text.sha256}"/><property name="words" value="${text.words}"/></properties>`,
    ...written.map(
      ({ one, xml: inner }) =>
        `<testcase classname="${attribute(file)}" name="${attribute(one.name)}">${inner}</testcase>`,
    ),
    "</testsuite>",
  ].join("\n");
  return { xml, tests: cases.length, failures };
}

function quotationCase(finding: Finding): Case {
  const { quotation, status, match, problems } = finding;
  const credited =
    quotation.attribution === null
      ? []
      : [`Credited to ${shortenedLine(quotation.attribution.name, WORDS)}.`];
  return {
    name: `${placed(quotation)}: “${shortenedLine(quotation.text, WORDS)}”`,
    problems,
    told: [
      `Quotation: ${quotedSentence(quotation.text)}`,
      ...credited,
      ...(match === null ? [] : [sourceSentence(match, status)]),
    ],
    skipped: status === "undecided" ? statusSentence(finding) : null,
  };
}

function formCase(problem: FormFinding): Case {
  const { rule, text } = problem;
  return {
    name: `${placed(problem)}: ${rule}`,
    problems: [{ ...problem, touches: [] }],
    told: [quotedSentence(text)],
    skipped: null,
  };
}

/** Line and column: cases of one name are taken for one. */
function placed(at: Pick<FormFinding, "line" | "column" | "place">): string {
  const where = oneLine(whereabouts(at));
  return hasLine(at.place) ? `${where}, column ${at.column}` : where;
}

/** What stands inside a case. One that fails is not skipped, too. */
function outcome({ problems, told, skipped }: Case, failsFrom: FailsFrom) {
  const failing = problems.filter((problem) => isFailing(problem, failsFrom));
  const others = problems.filter((problem) => !failing.includes(problem));
  const fails = failing.length > 0;
  const skips = !fails && skipped !== null;
  const parts = [
    fails
      ? `<failure type="${attribute(failing[0]!.rule)}" message="${attribute(problemSentence(failing[0]!))}">${xmlText([...failing.map(problemLine), ...told].join("\n"))}</failure>`
      : "",
    skips ? `<skipped message="${attribute(skipped)}"/>` : "",
    others.length === 0
      ? ""
      : `<system-out>${xmlText([...others.map(problemLine), ...(fails ? [] : told)].join("\n"))}</system-out>`,
  ];
  return { xml: parts.join(""), fails, skips };
}

function isFailing(problem: Case["problems"][number], failsFrom: FailsFrom): boolean {
  if (problem.ignored !== undefined) return false;
  const { severity } = problem;
  return (
    (severity === "error" && failsFrom !== "never") || (severity === "warning" && failsFrom === "warning")
  );
}

function problemLine(problem: Case["problems"][number]): string {
  const ignored = problem.ignored === undefined ? "" : " (ignored)";
  return `${problem.severity} ${problem.rule}${ignored}: ${problemSentence(problem)}`;
}

function attribute(text: string): string {
  return xmlText(text).replace(/[\t\n]/gu, " ");
}
