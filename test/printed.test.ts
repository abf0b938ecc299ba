import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Document, readDocument } from "../src/documents/index.ts";
import { type FormattedText, readFile, readText } from "../src/formats/index.ts";
import { check, checkSelf, type Report, shelve } from "../src/index.ts";

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

/** A shadda with a tanwin, which Chromium's PDFs draw as one glyph that they name no letter for. */
const UNNAMED = /\u0651[\u064b-\u064d]|[\u064b-\u064d]\u0651/gu;

const words = (text: string): string => text.replace(UNNAMED, "").replace(/\s+/gu, " ").trim();

/** What a report says, but for where in the file it stands. */
function said({ findings, form }: Report): unknown {
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

async function reported({ text, against }: Expected, story: Print, sources: Print): Promise<unknown> {
  const checked = { name: text, text: await story(text), sha256: "0".repeat(64) };
  if (against.length === 0) return said(checkSelf(checked));
  return said(check(checked, shelve(await documents(against, sources))));
}

describe.each(PRINTS)("%s", (_, print) => {
  test.each(samples.filter(({ against }) => against.length > 0).map((one) => [one.text, one] as const))(
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
