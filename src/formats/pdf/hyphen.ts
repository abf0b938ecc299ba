import type { Line } from "./line.ts";

/** How the end of a line is mended with the next: the letters to drop from it, and what to put between. */
export interface Mend {
  readonly drop: number;
  readonly between: "" | " ";
}

const KEPT: Mend = { drop: 0, between: "" };
const DROPPED: Mend = { drop: 1, between: "" };
const BLANK: Mend = { drop: 0, between: " " };

/** Scripts that set no blanks between words. */
const UNSPACED = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const WORD = /[\p{L}\p{M}\p{N}'’]+(?:[-\u2010][\p{L}\p{M}\p{N}'’]+)*/gu;
const HYPHENED = /((?:[\p{L}\p{M}\p{N}'’]+[-\u2010])*[\p{L}\p{M}\p{N}'’]+)[-\u2010\u2011]$/u;
const BEGINNING = /^[\p{L}\p{M}\p{N}'’]+(?:[-\u2010][\p{L}\p{M}\p{N}'’]+)*/u;
/** Numbers that English and French write with a hyphen, as they end a line and begin the next. */
const TENS =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dix|vingt|trente|quarante|cinquante|soixante|quatre|nonante|septante)$/iu;
const UNITS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?)(?:-|$)/iu;
/**
 * The share of lines that end in a hyphen from which on a text is taken to cut its words. Compounds alone end one line in a
 * hundred so, justified and hyphenated text one in four to ten: between them the odds turn at one in nineteen. Hyphens between two
 * words that the document has by themselves are not counted.
 */
const CUTTING = 1 / 19;
/** Both halves of a compound are words of at least so many letters; shorter ones ("to-gether", "in-to") are syllables. */
const COMPOUND_HALF = 4;

/** Words of a document as they stand inside lines: what tells whether a hyphen at a line's end belongs to its word. */
export class Hyphens {
  readonly #words = new Map<string, number>();
  readonly #cuts: boolean;

  constructor(lines: readonly Line[]) {
    for (const [i, line] of lines.entries()) this.#count(line.text, lines[i - 1]?.text ?? "");
    this.#cuts = this.#cutsWords(lines);
  }

  /** True for a text that cuts words at lines' ends: its own words say so where they can, else how many lines end so. */
  #cutsWords(lines: readonly Line[]): boolean {
    let [hyphens, joined, compound] = [0, 0, 0];
    for (const [i, { text }] of lines.entries()) {
      if (text.endsWith("\u00ad")) return true;
      const head = cutHead(text);
      const tail = BEGINNING.exec(lines[i + 1]?.text ?? "")?.[0];
      if (head === undefined || tail === undefined || isCompound(head, tail)) continue;
      if (this.#of(head) === 0 || this.#of(tail) === 0) hyphens++;
      if (this.#of(head + tail) > 0) joined++;
      if (this.#of(`${head}-${tail}`) > 0) compound++;
    }
    return joined > compound || (joined === compound && hyphens > CUTTING * lines.length);
  }

  /** All words but those that a line's end may have cut. */
  #count(text: string, before: string): void {
    const after = cutHead(before) !== undefined || before.endsWith("\u00ad");
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index === 0 && after) continue;
      const end = index + word.length;
      if (end === text.length - 1 && /[-\u2010\u2011\u00ad]/.test(text[end]!)) continue;
      const key = fold(word);
      this.#words.set(key, (this.#words.get(key) ?? 0) + 1);
    }
  }

  #of(word: string): number {
    return this.#words.get(fold(word)) ?? 0;
  }

  /**
   * How a line that ends in `text` goes on in one that begins with `next`. A soft hyphen is dropped. A hyphen stays before
   * a capital or a figure, after a figure, in a number word, and where the word stands with it elsewhere in the document;
   * it is dropped where the word stands without it. Where neither does, it stays in a document that cuts no words; in one
   * that does it is dropped, unless both halves are words of their own there. So in a document that cuts words a compound
   * that stands once and only at a line's end may lose its hyphen, and a long word of two known words may keep one; in a
   * document of few lines that cuts a word or two, and has them nowhere else, they keep theirs.
   */
  mend(text: string, next: string): Mend {
    if (text.endsWith("\u00ad")) return DROPPED;
    const head = cutHead(text);
    const tail = BEGINNING.exec(next)?.[0];
    if (head !== undefined && tail !== undefined) return this.#keeps(head, tail) ? KEPT : DROPPED;
    if (/[\p{L}\p{N}][—–/]$/u.test(text) && /^[\p{L}\p{N}“‘"]/u.test(next)) return KEPT;
    return UNSPACED.test(text.at(-1) ?? "") && UNSPACED.test(next[0] ?? "") ? KEPT : BLANK;
  }

  #keeps(head: string, tail: string): boolean {
    if (isCompound(head, tail)) return true;
    const whole = this.#of(`${head}-${tail}`);
    const joined = this.#of(head + tail);
    if (whole !== joined) return whole > joined;
    if (!this.#cuts) return true;
    const last = head.split(/[-\u2010]/).at(-1)!;
    const long = last.length >= COMPOUND_HALF && tail.length >= COMPOUND_HALF;
    return long && this.#of(last) > 0 && this.#of(tail) > 0;
  }
}

/** True for a hyphen that belongs to its word, whatever else the document does. */
function isCompound(head: string, tail: string): boolean {
  if (/^[\p{Lu}\p{N}]/u.test(tail) && !/^\p{Lu}+$/u.test(head.replace(/-/g, ""))) return true;
  if (/\p{N}$/u.test(head)) return true;
  return UNITS.test(tail) && TENS.test(head.split(/[-\u2010]/).at(-1)!);
}

/** The word that a line ends in before its hyphen. The last letter is looked at first: few lines end so. */
function cutHead(text: string): string | undefined {
  return /[-\u2010\u2011]$/.test(text.slice(-1)) ? HYPHENED.exec(text)?.[1] : undefined;
}

function fold(word: string): string {
  return word.replace(/[\u2010\u2011]/g, "-").toLowerCase();
}
