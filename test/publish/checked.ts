import { check, shelve } from "../../src/check/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { entriesOf, type ReportView } from "../../src/publish/html/index.ts";

const SOURCE =
  "Speaker: Ada Quay\n\nThe harbour is deep, and it has never frozen. The ferry does not wait for anybody.\n\nWe light the lamps at six.";

/** A report on a text, held against a small source, as a page shows it. */
export function checkedView(text: string, name = "story.md", source = SOURCE): ReportView {
  const encoder = new TextEncoder();
  const read = readText(encoder.encode(text), name);
  const held = readText(encoder.encode(source), "harbour.txt");
  const report = check(
    { name, text: read, sha256: "0".repeat(64) },
    shelve([readDocument(held, "harbour.txt")]),
  );
  return {
    report,
    entries: entriesOf(report),
    text: read,
    prefix: "",
    level: 1,
    rulePath: (rule) => `/rules#${rule}`,
    documentPath: () => null,
  };
}
