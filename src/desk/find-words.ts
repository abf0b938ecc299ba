import { archiveHoldings, checkQuotation, type Report } from "../check/index.ts";
import { readPlain } from "../formats/index.ts";
import type { Context } from "./context.ts";
import { DeskError } from "./desk-error.ts";

/** Words that somebody heard or read, and who is said to have said them. */
export interface Sayings {
  readonly words: string;
  readonly by?: string | null | undefined;
}

/**
 * Where words stand and whose they are: the report on a text that is these words alone, and in a second line whoever is
 * credited with them. Throws a `DeskError` where no words are given, an `ArchiveError` where the archive fails.
 */
export function findWords(sayings: Sayings, { archive, hash }: Pick<Context, "archive" | "hash">): Report {
  const words = sayings.words.trim();
  const by = sayings.by?.replace(/\s+/gu, " ").trim() || null;
  if (words === "") throw new DeskError("no-words", "words", "none are given; give those to look for.");
  // What somebody typed is plain text, whatever it begins with: no file's signature is looked for.
  const text = readPlain(by === null ? words : `${words}\n${by}`);
  const bytes = new TextEncoder().encode(text.text);
  const end = text.text.length - (by === null ? 0 : by.length + 1);
  const attribution = by === null ? null : { name: by, cue: "by", start: end + 1, end: text.text.length };
  const quotation = { kind: "marks", start: 0, end, text: text.text.slice(0, end), attribution } as const;
  return checkQuotation(
    { name: "-", text, sha256: hash(bytes) },
    { ...quotation, parts: [{ start: 0, end }] },
    archiveHoldings(archive),
  );
}
