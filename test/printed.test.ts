import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { subtitlesOf } from "../scripts/sample-subtitles.ts";
import { type Document, readDocument } from "../src/documents/index.ts";
import { type FormattedText, readFile, readText } from "../src/formats/index.ts";
import { check, checkSelf, type Report, shelve } from "../src/index.ts";
import { documentTei, exportedRecord } from "../src/publish/index.ts";
import { editionOf } from "./publish/tei-trip.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Expected {
  readonly text: string;
  readonly against: readonly string[];
}

const samples = readdirSync(join(root, "samples/expected"))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(root, "samples/expected", file), "utf8")) as Expected);

/** A sample as a program wrote it, by the path of the sample. */
type Print = (sample: string) => Promise<FormattedText>;

const printed =
  (folder: string, ending: string): Print =>
  (sample) => {
    const file = join(root, "test/printed", folder, `${parse(sample).name}.${ending}`);
    return readFile(readFileSync(file), file);
  };
const asWritten: Print = async (sample) => readText(readFileSync(join(root, "samples", sample)), sample);

const PRINTS: [string, Print][] = [
  ["PDF by Chromium", printed("chromium", "pdf")],
  ["PDF by LibreOffice", printed("libreoffice", "pdf")],
  ["DOCX by LibreOffice", printed("libreoffice", "docx")],
  ["HTML by LibreOffice", printed("libreoffice", "html")],
];

/** A sample's document as a file of this ending, which says of its words whose they are. */
const marked =
  (ending: string, write: (document: Document) => string): Print =>
  async (sample) => {
    const document = readDocument(await asWritten(sample), sample);
    return readText(new TextEncoder().encode(write(document)), `${parse(sample).name}.${ending}`);
  };

const asTei = marked("tei", (document) => documentTei(editionOf(document)));
const asRecord = marked("jsonl", (document) => {
  const record = exportedRecord(editionOf(document), { text: "" }, false);
  const { version, origin, sha256, added, original, ...said } = record;
  return JSON.stringify(said);
});
const asSubtitles = marked("vtt", subtitlesOf);

/** A shadda with a tanwin, which Chromium's PDFs draw as one glyph that they name no letter for. */
const UNNAMED = /\u0651[\u064b-\u064d]|[\u064b-\u064d]\u0651/gu;

const words = (text: string): string => text.replace(UNNAMED, "").replace(/\s+/gu, " ").trim();

/** What a report says, but for where in the file it stands. */
function told({ findings, form }: Report) {
  return {
    findings: findings.map(({ quotation, status, reason, problems, match }) => ({
      quotation: words(quotation.text),
      credited: quotation.attribution?.name ?? null,
      status,
      reason,
      problems: problems.map(({ rule, touches, quotation, source }) => [
        rule,
        touches,
        quotation === null ? null : words(quotation.text),
        source === null ? null : words(source.text),
      ]),
      voice: match?.voice ?? null,
      source: match === null ? null : words(match.text),
    })),
    form: form.map(({ rule, text }) => [rule, words(text)]),
  };
}

async function documents(paths: readonly string[], print: Print): Promise<Document[]> {
  const files = paths.flatMap((path) =>
    parse(path).ext === ""
      ? readdirSync(join(root, "samples", path))
          .sort()
          .map((file) => `${path}/${file}`)
      : [path],
  );
  return Promise.all(files.map(async (file) => readDocument(await print(file), file)));
}

async function reported({ text, against }: Expected, story: Print, sources: Print) {
  const checked = { name: text, text: await story(text), sha256: "0".repeat(64) };
  if (against.length === 0) return told(checkSelf(checked));
  return told(check(checked, shelve(await documents(against, sources))));
}

const stories = samples.filter(({ against }) => against.length > 0).map((one) => [one.text, one] as const);

describe.each(PRINTS)("%s", (_, print) => {
  test.each(stories)(
    "%s has the same findings against sources in this format as against the sources as they were written",
    async (_, sample) => {
      expect(await reported(sample, asWritten, print)).toEqual(await reported(sample, asWritten, asWritten));
    },
  );

  test.each(samples.map((one) => [one.text, one] as const))(
    "%s in this format has the same findings as it was written",
    async (_, sample) => {
      expect(await reported(sample, print, asWritten)).toEqual(await reported(sample, asWritten, asWritten));
    },
  );
});

test.each(stories)("%s has the same findings against the documents in TEI", async (_, sample) => {
  expect(await reported(sample, asWritten, asTei)).toEqual(await reported(sample, asWritten, asWritten));
});

test.each(stories)(
  "%s has the same findings against the documents in JSON Lines, but for the labels between two turns",
  async (_, sample) => {
    const withoutLabels = (report: Awaited<ReturnType<typeof reported>>) => ({
      ...report,
      findings: report.findings.map(({ problems, ...finding }) => ({
        ...finding,
        problems: problems.map((problem) =>
          problem[0] === "omission-crosses-turns" ? problem.slice(0, 3) : problem,
        ),
      })),
    });
    const found = await reported(sample, asWritten, asRecord);
    expect(withoutLabels(found)).toEqual(withoutLabels(await reported(sample, asWritten, asWritten)));
  },
);

describe("WebVTT, which has the spoken words alone", () => {
  const conversations = ["stories/moulin-a-maree.md", "stories/warshat-al-qawarib.md"];

  test.each(stories.filter(([name]) => conversations.includes(name)))(
    "%s, whose sources are transcripts, has the same findings where its words are a speaker's or an interviewer's",
    async (_, sample) => {
      const { findings } = await reported(sample, asWritten, asWritten);
      const isSpoken = findings.map(
        ({ voice }) => voice?.kind === "speaker" || voice?.kind === "interviewer",
      );
      expect(isSpoken.filter(Boolean).length).toBeGreaterThan(0);
      const shown = await reported(sample, asWritten, asSubtitles);
      expect(shown.findings.filter((_, index) => isSpoken[index])).toEqual(
        findings.filter((_, index) => isSpoken[index]),
      );
    },
  );
});
