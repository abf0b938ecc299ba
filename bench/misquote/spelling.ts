import type { Random } from "./random.ts";

const DENIALS = new Map([
  ["not", ""],
  ["never", ""],
  ["no", ""],
  ["cannot", "can"],
  ["nothing", "something"],
  ["nobody", "somebody"],
  ["none", "some"],
  ["neither", "either"],
  ["nor", "or"],
  ["without", "with"],
]);

/** The word with its negation taken out, "" where nothing is left of it, null where it has none. English. */
export function undenied(raw: string): string | null {
  const word = raw.toLowerCase().replace("’", "'");
  if (word === "can't" || word === "won't") return word === "can't" ? "can" : "will";
  if (/^[a-z]+n't$/u.test(word)) return word.slice(0, -3);
  return DENIALS.get(word) ?? null;
}

const AUXILIARIES = new Set(
  "is are was were am be been will shall can could should would must may might has have had do does did".split(
    " ",
  ),
);

/** The negation that can stand after a word, or null. English. */
export function denied(raw: string): string | null {
  return AUXILIARIES.has(raw.toLowerCase()) ? "not" : null;
}

const NUMBERS =
  "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred thousand million billion".split(
    " ",
  );

/** Another number of the same form, or null where the word is none. */
export function numbered(raw: string, random: Random): string | null {
  if (NUMBERS.includes(raw.toLowerCase()))
    return random.pick(NUMBERS.filter((word) => word !== raw.toLowerCase()));
  if (!/^\p{Nd}/u.test(raw)) return null;
  const digits = [...raw.matchAll(/\d/gu)].map(({ index }) => index);
  if (digits.length === 0) return null;
  const at = random.pick(digits);
  // The first digit stays above nought, so that the number keeps its length.
  const other = random.pick("123456789".split("").filter((digit) => digit !== raw[at]));
  return raw.slice(0, at) + other + raw.slice(at + 1);
}

const ENDINGS = ["", "s", "es", "ed", "d", "ing", "er", "ly"] as const;

/** The word with another ending that the corpus has too (sail, sailed, sails); null where there is none. */
export function reended(raw: string, random: Random, vocabulary: ReadonlySet<string>): string | null {
  const stem = /^(\p{Ll}{4,}?)(?:ing|ed|es|s)?$/u.exec(raw)?.[1];
  if (stem === undefined) return null;
  const forms = ENDINGS.map((ending) => stem + ending).filter((form) => form !== raw && vocabulary.has(form));
  return forms.length === 0 ? null : random.pick(forms);
}
