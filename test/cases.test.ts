import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { RULES, STYLES } from "../src/core/index.ts";
import { type Document, readDocument } from "../src/documents/index.ts";
import { type FormattedText, readText } from "../src/formats/index.ts";
import {
  Aliases,
  check,
  checkSelf,
  type Finding,
  type Report,
  readConfig,
  reportSchema,
  shelve,
  withIgnores,
  withLevels,
  withPlainRemarks,
} from "../src/index.ts";

/** A folder: a text, the sources it is checked against (none: a dispatch against itself), and what is found. */
interface Case {
  readonly name: string;
  readonly text: FormattedText;
  readonly sources: readonly Document[];
  readonly report: Report;
}

const root = join(dirname(fileURLToPath(import.meta.url)), "cases");
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** The house's configuration, where a case has one. */
const CONFIG = "config.json";

function readCase(name: string): Case {
  const files = readdirSync(join(root, name)).sort();
  const textFile = files.find((file) => /^text\.(?:md|txt|html)$/u.test(file))!;
  const bytes = readFileSync(join(root, name, textFile));
  const text = withPlainRemarks(readText(bytes, textFile));
  const config = files.includes(CONFIG)
    ? readConfig(readFileSync(join(root, name, CONFIG), "utf8"), ["json"])
    : {};
  const house = { style: STYLES[config.style ?? "chicago"], aliases: new Aliases(config.names ?? []) };
  const sources = files
    .filter((file) => file.startsWith("source"))
    .map((file) => readDocument(readText(readFileSync(join(root, name, file)), file), file));
  const checked = { name: textFile, text, sha256: createHash("sha256").update(bytes).digest("hex"), house };
  const found = sources.length === 0 ? checkSelf(checked) : check(checked, shelve(sources));
  const report = withLevels(withIgnores(found, text), config.rules ?? {});
  return { name, text, sources: sources.length === 0 ? [readDocument(text, textFile)] : sources, report };
}

/** A report in a case's words: what a person would write down of it. */
function outcome({ findings, form }: Report): unknown {
  return {
    findings: findings.map(({ quotation, status, reason, problems, match }) => ({
      quotation: quotation.text,
      status,
      reason,
      problems: problems.map(({ rule, ignored }) => (ignored === undefined ? rule : `ignored ${rule}`)),
      touches: [...new Set(problems.flatMap(({ touches }) => touches))],
      credited: quotation.attribution?.name ?? null,
      voice: match === null ? null : voiceOf(match.voice),
      source: match?.text ?? null,
    })),
    form: form.map(({ rule, text, line }) => `${rule}: ${text === "" ? `line ${line}` : text}`),
  };
}

function voiceOf({ kind, name }: { kind: string; name: string | null }): string {
  return name === null ? kind : `${kind}: ${name}`;
}

function expectedOf(name: string): { findings: { problems: string[] }[]; form: string[] } {
  return JSON.parse(readFileSync(join(root, name, "expected.json"), "utf8"));
}

describe("a case finds what its folder expects", () => {
  test.each(names)("%s", (name) => {
    const found = readCase(name);
    const actual = outcome(found.report);
    if (process.env.UPDATE_CASES !== undefined)
      writeFileSync(join(root, name, "expected.json"), `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(expectedOf(name));
    expectSound(found);
  });
});

/** What holds of every report. */
function expectSound({ text, sources, report }: Case): void {
  expect(reportSchema.parse(report)).toEqual(report);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report.summary.quotations).toBe(report.findings.length);
  let last = 0;
  for (const finding of report.findings) {
    expect(finding.quotation.start).toBeGreaterThanOrEqual(last);
    last = finding.quotation.end;
    expectSlices(text, sources, finding);
  }
  for (const { start, end, line, column, text: words } of report.form) {
    expect(words).toBe(text.text.slice(start, end));
    // A remark stands in the original alone.
    if (words !== "") expect({ line, column }).toEqual(text.position(start));
  }
}

/** Offsets of a finding point at the words it prints. */
function expectSlices(text: FormattedText, sources: readonly Document[], finding: Finding): void {
  const { quotation, problems, match, alternatives } = finding;
  const parts = quotation.parts.map(({ start, end }) => text.text.slice(start, end));
  expect(parts.join(" ")).toBe(quotation.text);
  expect([quotation.start, quotation.end]).toEqual([
    quotation.parts[0]!.start,
    quotation.parts[quotation.parts.length - 1]!.end,
  ]);
  expect({ line: quotation.line, column: quotation.column }).toEqual(text.position(quotation.start));
  for (const place of [match, ...alternatives]) {
    if (place === null) continue;
    const source = sources.find(({ id }) => id === place.document.id)!;
    for (const excerpt of [place, ...place.parts])
      expect(excerpt.text).toBe(source.text.slice(excerpt.start, excerpt.end));
    expect(source.text.slice(0, place.start).endsWith(place.before)).toBe(true);
    expect(source.text.startsWith(place.after, place.end)).toBe(true);
  }
  for (const problem of problems) {
    if (problem.quotation !== null)
      expect(problem.quotation.text).toBe(text.text.slice(problem.quotation.start, problem.quotation.end));
    if (problem.source !== null && match !== null) {
      const source = sources.find(({ id }) => id === match.document.id)!;
      expect(problem.source.text).toBe(source.text.slice(problem.source.start, problem.source.end));
    }
  }
}

/** Rules that only an archive can break. */
const OF_AN_ARCHIVE = new Set(["superseded", "form/reference-unresolved", "form/number-taken"]);

describe("the cases", () => {
  test("are named uniquely, in plain words", () => {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+){2,14}$/u);
  });

  test("hold a text, its sources and what is expected, and nothing else", () => {
    for (const name of names) {
      const files = readdirSync(join(root, name)).sort();
      expect(
        files.filter((file) => /^text\.(?:md|txt|html)$/u.test(file)),
        name,
      ).toHaveLength(1);
      const others = files.filter((file) => !/^(?:text|source[a-z-]*)\.(?:md|txt|html)$/u.test(file));
      expect(
        others.filter((file) => file !== CONFIG),
        name,
      ).toEqual(["expected.json"]);
    }
  });

  test.each(Object.keys(RULES).filter((rule) => !OF_AN_ARCHIVE.has(rule)))(
    "hold a breach of %s and its clean twin",
    (rule) => {
      const subject = `${rule.replace("form/", "").replace("/", "-")}-`;
      const own = names.filter((name) => name.startsWith(subject));
      const isClean = (name: string): boolean => name.startsWith(`${subject}clean-`);
      expect(own.filter((name) => !isClean(name) && breaks(name, rule))).not.toEqual([]);
      expect(own.filter(isClean)).not.toEqual([]);
      expect(own.filter((name) => isClean(name) && breaks(name, rule))).toEqual([]);
    },
  );
});

function breaks(name: string, rule: string): boolean {
  const { findings, form } = expectedOf(name);
  return (
    findings.some(({ problems }) => problems.includes(rule)) ||
    form.some((line) => line.startsWith(`${rule}: `))
  );
}
