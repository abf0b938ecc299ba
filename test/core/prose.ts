import fc from "fast-check";
import type { Segment, Source, Voice } from "../../src/core/index.ts";

const WORDS =
  "harbour garden library ferry bakery orchestra lamp pear stove rope violin bridge market tower orchard mill boat bell river valley sells lights opens closes tunes mends waters paints rings bakes old cold green narrow quiet early late never not always often the the the a a of of in by to and and".split(
    " ",
  );

const VOICES: readonly Voice[] = [
  { kind: "speaker", name: "Edda Linden" },
  { kind: "interviewer", name: null },
  { kind: "speaker", name: "Jonas Quill" },
  { kind: "editor", name: null },
];

const word = fc.constantFrom(...WORDS);
const clause = fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => words.join(" "));
const supplied = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `[${words.join(" ")}]`);
const piece = fc.oneof(
  { weight: 8, arbitrary: clause },
  { weight: 2, arbitrary: supplied },
  { weight: 1, arbitrary: fc.constant("…") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "(applause)",
      "(Laughter and applause.)",
      "sail[ed]",
      "[T]he",
      "bees[1]",
      "[sic]",
      "[passage omitted]",
      "[the [old] mill]",
      "U.S.",
      "1,250",
      "$5",
      "-5",
      "(in the old hall)",
      "Dr. Linden",
      "don’t",
      "(",
      ")",
    ),
  },
);
const sentence = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => `The ${pieces.join(" ")} here.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" "));

/** Made-up sources: paragraphs in several turns and voices, with supplied words and omissions. */
export const sources: fc.Arbitrary<Source> = fc
  .array(fc.tuple(paragraph, fc.boolean()), { minLength: 1, maxLength: 6 })
  .map((paragraphs) => {
    let [text, turn] = ["", 0];
    const segments: Segment[] = paragraphs.map(([words, speaks]) => {
      if (speaks) turn++;
      const start = text.length;
      text += `${words}\n\n`;
      return { start, end: start + words.length, voice: VOICES[turn % VOICES.length]!, turn };
    });
    return { text, segments };
  });

/** How a quotation departs from its source: at a share of its length, in one of these ways. */
export const departures = fc.array(
  fc.tuple(
    fc.constantFrom("change", "drop", "add", "swap", "bracket", "omit", "unknown"),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    word,
  ),
  { maxLength: 4 },
);

/** Words of a source with departures applied, as a quotation. */
export function departed(
  words: readonly string[],
  list: readonly (readonly [kind: string, share: number, word: string])[],
): string {
  const out = [...words];
  for (const [kind, share, other] of list) {
    const at = Math.floor(share * out.length);
    if (kind === "change") out[at] = other;
    if (kind === "unknown") out[at] = "quagga";
    if (kind === "drop") out.splice(at, 1);
    if (kind === "add") out.splice(at, 0, other);
    if (kind === "swap") out.splice(at, 2, ...out.slice(at, at + 2).reverse());
    if (kind === "bracket") out[at] = `[${other}]`;
    if (kind === "omit") out.splice(at, 3, "…");
  }
  return out.join(" ");
}
