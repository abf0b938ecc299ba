import { parseXml } from "@rgrove/parse-xml";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_COLUMNS, EXPORTS, type ExportName } from "../../../src/publish/exports/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import { checkedStory } from "./checked-texts.ts";

const plain = checkedStory("“The harbour is wide”, said Ada Quay.");

/** The report on a plain story, with these words wherever a text's or a source's own can stand. */
function reportOf(words: string): CheckedReport {
  const [finding] = plain.report.findings;
  const { quotation, match, problems } = finding!;
  const document = { id: words, title: words, version: 2 };
  const voice = { kind: "quoted" as const, name: words };
  const excerpt = { text: words, start: 1, end: 4 };
  const attribution = { name: words, cue: words, start: 0, end: 1 };
  const selectors = [{ type: "TextQuoteSelector" as const, exact: words, prefix: words, suffix: words }];
  const place = { kind: "element" as const, id: words, label: `#${words}` };
  const told = { rule: "word-changed", severity: "error" as const, message: words };
  return {
    report: {
      ...plain.report,
      text: { ...plain.report.text, name: words },
      findings: [
        {
          ...finding!,
          quotation: { ...quotation, text: words, attribution, place },
          problems: [{ ...problems[0]!, ...told, quotation: excerpt, source: excerpt }],
          match: { ...match!, document, voice, passage: words, text: words, selectors, place },
        },
      ],
      form: [{ ...told, text: words, start: 0, end: 3, line: 1, column: 1, place }],
    },
    text: { ...plain.text, title: words, author: words, outlet: words, language: words },
  };
}

const isWhole = (value: unknown): boolean => {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isWhole);
};
const READERS: Readonly<Record<ExportName, (text: string) => void>> = {
  sarif: (text) => expect(isWhole(JSON.parse(text))).toBe(true),
  annotations: (text) => expect(isWhole(JSON.parse(text))).toBe(true),
  "schema-org": (text) => expect(isWhole(JSON.parse(text))).toBe(true),
  junit: (text) => {
    const suites = parseXml(text).root!;
    expect(suites.children.filter(({ type }) => type === "element")).toHaveLength(1);
    expect(text.match(/<testcase /gu)).toHaveLength(2);
  },
  csv: (text) => {
    const rows: string[][] = parse(`${text}\n`, { bom: true, record_delimiter: "\r\n" });
    expect(rows.map((row) => row.length)).toEqual(Array(3).fill(CSV_COLUMNS.length));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
  },
  github: (text) => {
    expect(text.split(/\r\n|[\n\r]/u).map((line) => line.slice(0, 8))).toEqual(["::error ", "::error "]);
  },
};

const CONTROLLING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

test.each(Object.keys(READERS) as ExportName[])(
  "whatever words a text, a name or a source has, %s is read by its reader as what it is",
  (name) => {
    const words = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom(
          "]]>",
          "::",
          "\n",
          "\r",
          "\u0000",
          "\uD800",
          "\u202E",
          '"',
          "'",
          ",",
          "=",
          "-",
          "<",
          "&",
          "{0}",
          "](",
          "é",
        ),
      }),
    );
    fc.assert(
      fc.property(words, (one) => {
        const text = EXPORTS[name]([reportOf(one)], { version: "1.2.3" });
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(CONTROLLING);
        READERS[name](text);
      }),
    );
  },
);
