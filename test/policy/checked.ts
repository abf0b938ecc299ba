import { createHash } from "node:crypto";
import { check, type Report, shelve } from "../../src/check/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { type FormattedText, readHtml, readMarkdown, readPlain } from "../../src/formats/index.ts";
import { type Judged, withPlainRemarks } from "../../src/policy/index.ts";

export const SOURCE =
  "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will. I don't count the gulls; nobody's boat is late.";

export const READERS: Readonly<Record<"md" | "txt" | "html", (text: string) => FormattedText>> = {
  md: readMarkdown,
  txt: (text) => withPlainRemarks(readPlain(text)),
  html: readHtml,
};

const shelf = shelve([readDocument(readPlain(SOURCE), "quay.txt")]);

/** A text as it is read by its kind, and the report of it against {@link SOURCE}. */
export function judged(original: string, kind: keyof typeof READERS = "md"): Judged {
  const text = READERS[kind](original);
  const sha256 = createHash("sha256").update(original).digest("hex");
  return { text, report: check({ name: `story.${kind}`, text, sha256 }, shelf) };
}

/** Rules that are told of a report, those that are ignored with a mark before them. */
export function rulesOf({ findings, form }: Report): string[] {
  return [...findings.flatMap(({ problems }) => problems), ...form].map(
    ({ rule, ignored }) => `${ignored === undefined ? "" : "~"}${rule}`,
  );
}
