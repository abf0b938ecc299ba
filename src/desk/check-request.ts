import * as z from "zod";

/** A file sent along: its name tells its format, its bytes are what is hashed. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A text to be checked, and what it is held against. */
export interface CheckRequest {
  /** As the report names it; `-` where it has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Held documents that alone are its sources, by id, or by series and number. With none, and no sources, all that is held. */
  readonly documents: readonly string[];
  /** Sources sent along; they alone, with `documents`, are what it is held against. */
  readonly sources: readonly SentFile[];
}

/**
 * Documents named, and sources sent along, at the most. Each is read anew for every check; who has more of them has an
 * archive, which is read once.
 */
export const MOST_SOURCES = 100;

const name = z.string().min(1).max(255);

/** {@link CheckRequest} as JSON says it. */
export const checkInput = z
  .strictObject({
    text: z
      .string()
      .describe("The text whose quotations are checked: Markdown, HTML, subtitles, TEI or plain text."),
    name: name
      .default("-")
      .describe("What the report calls the text; its ending tells the format, as a file's does."),
    documents: z
      .array(z.string().min(1))
      .max(MOST_SOURCES)
      .default([])
      .describe("Ids, or series and number, of held documents: then they alone are its sources."),
    sources: z
      .array(z.strictObject({ name, text: z.string() }))
      .max(MOST_SOURCES)
      .default([])
      .describe("Sources sent along: then they alone, with `documents`, are what the text is held against."),
  })
  .describe("A text to be checked.");

export type CheckInput = z.output<typeof checkInput>;

/** The request that JSON says. */
export function checkRequest({ text, sources, ...rest }: CheckInput): CheckRequest {
  const encoder = new TextEncoder();
  const sent = sources.map((one) => ({ name: one.name, bytes: encoder.encode(one.text) }));
  return { ...rest, bytes: encoder.encode(text), sources: sent };
}
