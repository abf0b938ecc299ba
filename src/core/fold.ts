/**
 * Folding: what may differ between a quotation and its source without being a difference.
 * Case, Unicode compatibility forms (NFKC), apostrophe shape, soft hyphens, direction and joining controls,
 * Arabic diacritics and tatweel, Hebrew points. Letters keep their accents: "résumé" is not "resume".
 */

/** Characters that vanish: soft hyphen, zero-width and bidi controls, variation selectors, tatweel, harakat, points. */
const VANISHING =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: combining marks are listed one by one on purpose.
  /[\u00AD\u034F\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/gu;

/** Nine words in ten: they have nothing to fold but their case. */
const ASCII_LETTERS = /^[A-Za-z]*$/u;
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02BB\u2032\u00B4\u0060\uFF07]/gu;
const GERSHAYIM = /[\u201C\u201D\u05F4"]/gu;
const INNER_DOTS = /(?<=\p{L})\.(?=\p{L}|$)/gu;
const GROUPED_THOUSANDS = /(?<=\p{Nd})[,\u066C](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** The folded form of one word as it stands in a text. Total: any string in, a string out, never longer than its NFKC form. */
export function foldWord(raw: string): string {
  if (ASCII_LETTERS.test(raw)) return raw.toLowerCase();
  const plain = raw
    .replace(VANISHING, "")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFC")
    .replace(APOSTROPHES, "'")
    .replace(GERSHAYIM, '"')
    .replace(VANISHING, "");
  if (plain === "&") return "and";
  return plain
    .replace(INNER_DOTS, "")
    .replace(GROUPED_THOUSANDS, "")
    .replace(/[\u2010\u2011\u2212]/gu, "-");
}

/** What a character is to the scanner. */
export const CharClass = {
  other: 1,
  letter: 2,
  digit: 3,
  vanishing: 4,
  apostrophe: 5,
  symbol: 6,
  solo: 7,
  open: 8,
  close: 9,
  dot: 10,
  ellipsis: 11,
  stop: 12,
  clause: 13,
  round: 14,
  newline: 15,
  superscript: 16,
  minus: 17,
  gershayim: 18,
} as const;

const LETTER = /[\p{L}\p{M}\p{Nl}]/u;
const DIGIT = /[\p{Nd}\p{No}]/u;
/** Signs that carry meaning in a sentence: "$5" is not "€5", "5%" is not "5". */
const SYMBOL = /[\p{Sc}%‰٪°§&+=<>]/u;
/** Scripts written without spaces: one token a character. */
const SOLO =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classify(character: string): number {
  VANISHING.lastIndex = 0;
  if (VANISHING.test(character)) return CharClass.vanishing;
  if (/['\u2018\u2019\u201B\u02BC\u02BB\uFF07]/u.test(character)) return CharClass.apostrophe;
  if (/["\u201C\u201D\u05F4]/u.test(character)) return CharClass.gershayim;
  if (/[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]/u.test(character)) return CharClass.superscript;
  if (character === "[" || character === "［") return CharClass.open;
  if (character === "]" || character === "］") return CharClass.close;
  if (character === ".") return CharClass.dot;
  if (character === "…" || character === "⋯") return CharClass.ellipsis;
  if (/[!?؟۔。！？।]/u.test(character)) return CharClass.stop;
  if (/[,;:،؛、，；：—–]/u.test(character)) return CharClass.clause;
  if (character === "(") return CharClass.round;
  if (character === "\n" || character === "\u2029" || character === "\r") return CharClass.newline;
  if (character === "-" || character === "−") return CharClass.minus;
  if (SYMBOL.test(character)) return CharClass.symbol;
  if (SOLO.test(character)) return CharClass.solo;
  if (LETTER.test(character)) return CharClass.letter;
  if (DIGIT.test(character)) return CharClass.digit;
  return CharClass.other;
}

/** Classes of the basic plane, filled as characters are met: the regular expressions run once a character, not once a place. */
const known = new Uint8Array(0x10000);

/** The {@link CharClass} of the character at `offset`; a character outside the basic plane counts for both its units. */
export function classAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  let cls = known[code]!;
  if (cls !== 0) return cls;
  if ((code & 0xf800) === 0xd800) return classify(wholeCharacter(text, offset));
  cls = classify(String.fromCharCode(code));
  known[code] = cls;
  return cls;
}

/** The character that the unit at `offset` belongs to: a low surrogate belongs to the high one before it. */
function wholeCharacter(text: string, offset: number): string {
  const low = (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  const point = text.codePointAt(low && offset > 0 ? offset - 1 : offset)!;
  return point > 0xffff ? String.fromCodePoint(point) : "\uFFFD";
}
