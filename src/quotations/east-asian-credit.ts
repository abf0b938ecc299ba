import type { Stretch } from "./quotation.ts";

/** Who is credited in Chinese or Japanese, which set no spaces between words. */
export interface EastAsianCredit {
  /** Where the name or pronoun stands. */
  readonly name: Stretch;
  /** The pronoun as other languages have it, `writer` for the first person, or null where a name stands. */
  readonly pronoun: "he" | "she" | "they" | "writer" | null;
  readonly cue: string;
}

/** UTF-16 code units on either side of a quotation in which its clause is looked for. */
const REACH = 60;

const verbs =
  "说道|说|說道|說|表示|指出|强调|強調|认为|認為|回答|写道|寫道|写|寫|补充|補充|宣布|告诉记者|告訴記者|解释|解釋|透露|坦言|提到|介绍|介紹|问道|问|問道|問|称|稱|喊道|曰";
/** Twice at most: any more would make a hostile text try every way to split it. */
const adverbs =
  "(?:还|還|也|又|则|則|曾|就|随后|隨後|接着|接著|昨天|昨日|今天|周[一二三四五六日]|对[^，。：]{1,8}|對[^，。：]{1,8}|在[^，。：]{1,12}){0,2}";
const name = "[\\p{Script=Han}\\p{Script=Latin}·・々ー\\p{Script=Katakana}]{1,12}?";

const chineseBefore = new RegExp(
  `(?:^|[，,。！？；、”」』"\\s])(${name})${adverbs}(?:${verbs})?(${verbs})(?:[了过過])?[：:，,]?\\s*$`,
  "u",
);
const chineseAfter = new RegExp(
  `^[，,、]?\\s*(${name})${adverbs}(?:${verbs})?(${verbs})(?=[。，,；！\\s]|$)`,
  "u",
);
const japaneseBefore = /(?:^|[、。\s])([\p{L}ー々・]{1,12}?)(?:は|が)[、,]?\s*$/u;
const japaneseCue = /^(?:など)?と[、,]?(?:述べ|言|語|話|説明|答え|強調|指摘|主張|書|訴え|明かし|コメント)/u;
const japaneseAfter = /^と[、,]?([\p{L}ー々・]{1,12}?)(?:は|が)(言|述べ|語|話|説明し|答え|強調し|指摘し)/u;

/** Whether the words beside a quotation are Chinese or Japanese. */
export function isEastAsianText(sample: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample);
}

/** Whom the words of text.slice(floor, start) credit with the quotation that opens at `start` and ends at `end`. */
export function eastAsianBefore(
  text: string,
  start: number,
  end: number,
  floor: number,
): EastAsianCredit | null {
  const from = Math.max(floor, start - REACH);
  const lead = text.slice(from, start);
  const clause = lead.slice(lead.search(/[^。！？；\n]*$/u));
  const japanese = japaneseCue.test(text.slice(end, end + REACH)) ? japaneseBefore.exec(clause) : null;
  const match = japanese ?? chineseBefore.exec(clause);
  if (match === null) return null;
  const at = start - clause.length + match.index + match[0].indexOf(match[1]);
  return creditOf(match[1], at, match[2] ?? "と");
}

/** Whom the words right after the quotation, which ends at `end`, credit, up to `limit`. */
export function eastAsianAfter(text: string, end: number, limit: number): EastAsianCredit | null {
  const tail = text.slice(end, Math.min(limit, end + REACH));
  const match = japaneseAfter.exec(tail) ?? chineseAfter.exec(tail);
  return match === null ? null : creditOf(match[1], end + match[0].indexOf(match[1]), match[2]);
}

function creditOf(word: string, start: number, cue: string): EastAsianCredit {
  return { name: { start, end: start + word.length }, pronoun: pronounOf(word), cue };
}

function pronounOf(word: string): EastAsianCredit["pronoun"] {
  if (/^(?:我|我们|我們|你|您|私|僕|俺)$/.test(word)) return "writer";
  if (/^(?:她|彼女)$/.test(word)) return "she";
  if (/^(?:他|彼)$/.test(word)) return "he";
  return /^(?:他们|她们|他們|她們|彼ら)$/.test(word) ? "they" : null;
}
