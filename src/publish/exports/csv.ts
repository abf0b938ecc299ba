import type { Finding, FormFinding, Report, ReportProblem } from "../../check/index.ts";
import type { CheckedReport } from "../checked-report.ts";
import { hasLine } from "../whereabouts.ts";
import { shortenedLine } from "./sentence.ts";

/** The columns, in their order. What is not known, or does not apply, is empty. */
export const CSV_COLUMNS = [
  /** The text's name as it was given. */
  "file",
  /** Counted from 1, columns in UTF-16 code units; empty for an original without lines. */
  "line",
  "column",
  /** The place in an original that is not counted in lines: `page 3`. */
  "place",
  /** `quotation` or `form`. */
  "kind",
  /** A quotation's status, and why it is undecided. */
  "status",
  "reason",
  /** The gravest problem's severity. */
  "severity",
  /** The ids of the rules broken, and what is said of each, in the same order, with `; ` between them. */
  "rules",
  "problems",
  /** What the problems touch: negation, number, name. */
  "touches",
  "quotation",
  "credited_to",
  /** The words that the source has, whose they are, and where they stand. */
  "source",
  "whose",
  "voice",
  "document",
  "title",
  "version",
  "passage",
  "source_place",
] as const;

type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string | number | null>>;

/** Tells spreadsheets that this is UTF-8: without it they read “…” and Arabic as another encoding. Other readers pass it over. */
const BYTE_ORDER_MARK = "\uFEFF";
/** Code units of a cell: a spreadsheet cuts one of 32,767 and more into the next row. */
const CELL = 32_000;

/**
 * Reports as a table (RFC 4180): a row for each quotation, with its problems joined, and for each problem of form.
 * The last line's end lacks its line feed: whoever writes the table adds it, as to any other text.
 */
export function csv(checked: readonly CheckedReport[]): string {
  const rows = checked.flatMap(({ report }) => [
    ...report.findings.map((finding) => quotationRow(report, finding)),
    ...report.form.map((problem) => formRow(report, problem)),
  ]);
  const lines = rows.map((row) => CSV_COLUMNS.map((column) => cell(row[column] ?? "")).join(","));
  return `${BYTE_ORDER_MARK}${[CSV_COLUMNS.join(","), ...lines].join("\r\n")}\r`;
}

function quotationRow({ text }: Report, finding: Finding): Row {
  const { quotation, status, reason, problems, match } = finding;
  return {
    ...placed(text.name, quotation),
    kind: "quotation",
    status,
    reason,
    ...broken(problems),
    quotation: quotation.text,
    credited_to: quotation.attribution?.name ?? null,
    ...(match === null
      ? {}
      : {
          source: match.text,
          whose: match.voice.name,
          voice: match.voice.kind,
          document: match.document.id,
          title: match.document.title,
          version: match.document.version,
          passage: match.passage,
          source_place: match.place?.label ?? null,
        }),
  };
}

function formRow({ text }: Report, problem: FormFinding): Row {
  return {
    ...placed(text.name, problem),
    kind: "form",
    ...broken([{ ...problem, touches: [] }]),
    quotation: problem.text,
  };
}

function placed(name: string, { line, column, place }: Pick<FormFinding, "line" | "column" | "place">): Row {
  const at = hasLine(place) ? { line, column } : {};
  return { file: name === "-" ? "standard input" : name, ...at, place: place?.label ?? null };
}

const GRAVITY = ["error", "warning", "info"] as const;

type Broken = Pick<ReportProblem, "rule" | "severity" | "message" | "touches" | "ignored">;

/** Problems that are let stand are named, and are no reason for a severity. */
function broken(problems: readonly Broken[]): Row {
  const worst = GRAVITY.find((one) =>
    problems.some((problem) => problem.severity === one && problem.ignored === undefined),
  );
  return {
    severity: worst ?? null,
    rules: problems
      .map((problem) => (problem.ignored === undefined ? problem.rule : `${problem.rule} (ignored)`))
      .join("; "),
    problems: problems.map(({ message }) => message).join("; "),
    touches: [...new Set(problems.flatMap(({ touches }) => touches))].join("; "),
  };
}

/** What a spreadsheet takes for a formula at a cell's beginning, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A text is one line. One that would be computed has an apostrophe before it, by which a spreadsheet knows a text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const line = shortenedLine(value, CELL).toWellFormed();
  const text = FORMULA.test(line) ? `'${line}` : line;
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}
