import { check, type Report, shelve } from "../../check/index.ts";
import { readDocument } from "../../documents/index.ts";
import { type FormattedText, readText } from "../../formats/index.ts";

const SOURCE = `Speaker: Ada Quay

The harbour is deep, and it has never frozen. The ferry does not wait for anybody, not even for the mayor.

Interviewer: Will the lamp be lit in June?

Ada Quay: We shall see.
`;
const TEXT =
  "“The harbour is deep,” said Ada Quay. “The ferry does wait for anybody,” she said. “We shall paint it blue,” Quay said.";

let made: { readonly report: Report; readonly text: FormattedText } | undefined;

/** What comes out, of three quotations: made by the check itself, once. */
export function checkExample(): {
  readonly report: Report;
  readonly text: FormattedText;
  readonly source: string;
} {
  if (made === undefined) {
    const read = (text: string, name: string): FormattedText =>
      readText(new TextEncoder().encode(text), name);
    const shelf = shelve([readDocument(read(SOURCE, "harbour.txt"), "harbour.txt")]);
    const text = read(TEXT, "example.txt");
    made = { text, report: check({ name: "example.txt", text, sha256: "0".repeat(64) }, shelf) };
  }
  return { ...made, source: SOURCE };
}
