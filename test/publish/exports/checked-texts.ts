import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CheckedText, check, checkSelf, isSelfContained, shelve } from "../../../src/check/index.ts";
import { readDocument } from "../../../src/documents/index.ts";
import { type FormattedText, readText } from "../../../src/formats/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";

const SAMPLES = fileURLToPath(new URL("../../../samples", import.meta.url));
const SOURCE =
  "Speaker: Ada Quay\n\nThe harbour is deep, and it has never frozen. The ferry does not wait for anybody. 🐝 Bees sail too, she sang.\n\nWe light the lamps [of the pier] at six.";

function checkedText(bytes: Uint8Array, name: string): CheckedText {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, text: readText(bytes, name === "-" ? "" : name), sha256 };
}

/** A small text and the report on it, against a small source. */
export function checkedStory(story: string, name = "story.md"): CheckedReport {
  const source = checkedText(new TextEncoder().encode(SOURCE), "harbour.txt");
  const text = checkedText(new TextEncoder().encode(story), name);
  return { report: check(text, shelve([readDocument(source.text, source.name)])), text: text.text };
}

let samples: CheckedReport[] | null = null;

/** All sample texts: each story against the sources, each dispatch against itself. Checked once. */
export function checkedSamples(): CheckedReport[] {
  samples ??= sampleReports();
  return samples;
}

function sampleReports(): CheckedReport[] {
  const files = globSync("{stories,sources}/*", { cwd: SAMPLES }).sort();
  const texts = files.map((file) => checkedText(readFileSync(join(SAMPLES, file)), file));
  const documents = texts.map(({ text, name }) => readDocument(text, name));
  const shelf = shelve(documents.filter((_, i) => files[i]!.startsWith("sources/")));
  return texts.map((text, i) => ({
    report: isSelfContained(documents[i]!) ? checkSelf(text, documents[i]!) : check(text, shelf),
    text: text.text,
  }));
}

/** Characters that end, open or turn what they are written into. */
export const HOSTILE =
  '“The harbour is \u001B[31mwide\u202E ]]> </testcase> ::error::x [a](http://b.example) {0} \u0007 \uFFFE &amp; "now",” Ada Quay said.\r\n\r\n“=HYPERLINK(1) is the harbour,” said Ada Quay. “The ferry does wait ::warning file=x::y for anybody,” she said.';
export const HOSTILE_NAME = "=a,b:c%\n]]>\u202E\u001B \uD800<'\"&.md";

/** Words beyond Unicode's first plane, before and in the quotations. */
export const BEYOND =
  "𝒜 🐝🐝 choir. “🐝 Bees sail too, she sings,” said Ada Quay 🐝. “The harbour is 𝒹eep,” she said.";

/** A text as a format without lines gives it: a page for each of its blocks. */
export function paged({ report, text }: CheckedReport): CheckedReport {
  const places = text.blocks.map(({ start, end }, i) => ({
    start,
    end,
    place: { kind: "page" as const, page: i + 1, box: [0, 0, 100, 12] as const },
  }));
  const pdf: FormattedText = { ...text, format: "pdf", places, position: (offset) => text.position(offset) };
  const placeOf = (start: number) => {
    const page = places.findIndex((one) => one.start <= start && start < one.end) + 1;
    return {
      kind: "page" as const,
      page,
      box: [0, 0, 100, 12] as [number, number, number, number],
      label: `page ${page}`,
    };
  };
  const findings = report.findings.map((finding) => ({
    ...finding,
    quotation: { ...finding.quotation, place: placeOf(finding.quotation.start) },
    match: finding.match === null ? null : { ...finding.match, place: placeOf(0) },
  }));
  return { report: { ...report, findings }, text: pdf };
}

/** A report on one quotation of a million letters. */
export function endless(): CheckedReport {
  const small = checkedStory("“The harbour is wide”, said Ada Quay.");
  const words = "The harbour is wide. ".repeat(50_000).trim();
  const text = readText(new TextEncoder().encode(`“${words}”`), "endless.txt");
  const [finding] = small.report.findings;
  const span = { start: 1, end: 1 + words.length };
  const quotation = { ...finding!.quotation, ...span, text: words, parts: [span] };
  return { report: { ...small.report, findings: [{ ...finding!, quotation }] }, text };
}

/** Texts of every kind that an export has to bear. */
export function allTexts(): CheckedReport[] {
  return [
    ...checkedSamples(),
    checkedStory(HOSTILE, HOSTILE_NAME),
    checkedStory(BEYOND, "-"),
    checkedStory("Nobody says a word."),
    checkedStory("", "empty.txt"),
    paged(checkedStory("First.\n\n“The harbour is wide”, said Ada Quay.")),
    endless(),
  ];
}
