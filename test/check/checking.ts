import { createHash } from "node:crypto";
import { type CheckedText, check, checkSelf, type Report, shelve } from "../../src/check/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readMarkdown, readPlain } from "../../src/formats/index.ts";

function checkedText(text: string): CheckedText {
  return {
    name: "text.md",
    text: readMarkdown(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  };
}

/** The report of a text against sources, each plain text. */
export function reportOf(text: string, ...sources: readonly string[]): Report {
  const documents = sources.map((source, index) => readDocument(readPlain(source), `source-${index}.txt`));
  return check(checkedText(text), shelve(documents));
}

/** The report of a dispatch against itself. */
export function selfReportOf(text: string): Report {
  const name = "dispatch.txt";
  return checkSelf({ ...checkedText(text), name, text: readPlain(text) });
}

/** The rules that the report's only finding breaks. */
export function rulesOf({ findings }: Report): string[] {
  return findings.flatMap(({ problems }) => problems.map(({ rule }) => rule));
}
