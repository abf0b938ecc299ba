import { type Span, saysOmission } from "../core/index.ts";

/** A pair of square brackets, or a stage mark in round ones: what stands in it. */
interface Bracket extends Span {
  readonly kind: "supplied" | "omission" | "note-marker" | "stage";
  /** The note's number, for a note marker; else null. */
  readonly number: string | null;
}

const STAGE =
  /^(?:(?:loud|prolonged|long|general|renewed|more|scattered|great|sustained|light)\s+)*(?:laughter|laughs?|laughing|applause|cheers?|cheering|boos?|booing|pauses?|crosstalk|music|chuckles?|chuckling|silence|chanting|chants?|audience\b[^\]]{0,60}|crowd\b[^\]]{0,60}|(?:(?:quotation marks?|punctuation|ellips[ei]s|spellings?|sub-?headings?|capitals|figures?|names?|dates?|words?) )?as (?:heard|published|received|printed|given|transmitted)|(?:\p{L}[\p{L}.'’-]{0,20} )?(?:continues|continuing|interrupts|interrupting|interrupted)|(?:video|picture|footage|camera|film|screen)s? (?:shows?|showing)\b[^\]]{0,80}|(?:recording|clip|relay|video|audio) (?:begins|ends|starts|stops)|(?:begin|end|video|audio)\s?(?:of )?(?:recording|clip|video|relay)|off[ -]?mic(?:rophone)?|gesturing|whistles|rires?|applaudissements|تصفيق|ضحك)(?:[,;]? (?:and )?(?:laughter|applause|cheers|cheering|boos|chants))?[.!]?$/iu;
const NOTE = /^\^?(\d{1,3}|[*†‡]{1,3})$/u;

/** Content is looked at up to here: the longest stage mark or omission, with room for names. */
const LOOKED_AT = 100;

/** Whether `content`, freed of its brackets, is the editor's mark that words are left out. */
export function isOmission(content: string): boolean {
  return saysOmission(content);
}

/** Whether `content`, freed of its brackets, says what went on in the hall. */
export function isStage(content: string): boolean {
  return content.length <= LOOKED_AT && STAGE.test(content.trim());
}

/**
 * The outermost brackets of `text[start, end)` in text order, in linear time: square ones, and round ones that hold a
 * stage mark. A bracket without its pair is skipped. `notes` are the numbers of the document's notes: `[150]` with a
 * space before it is a note marker only where such a note stands.
 */
export function bracketsOf(text: string, start: number, end: number, notes: ReadonlySet<string>): Bracket[] {
  const within = text.slice(start, end);
  const square = pairsOf(within).outermost;
  const found = square.map((pair) => squareBracket(within, pair, notes));
  let next = 0;
  for (const round of stagesOf(within)) {
    while (next < square.length && square[next]!.end <= round.start) next++;
    if (next === square.length || square[next]!.start > round.start) found.push(round);
  }
  return found
    .map((bracket) => ({ ...bracket, start: bracket.start + start, end: bracket.end + start }))
    .sort((a, b) => a.start - b.start);
}

/** Offsets of each `[` and `]` of `text[start, end)` without its pair there, in order. */
export function unpairedBrackets(text: string, start: number, end: number): number[] {
  return pairsOf(text.slice(start, end)).unpaired.map((offset) => offset + start);
}

function pairsOf(within: string): { readonly outermost: Span[]; readonly unpaired: number[] } {
  const open: number[] = [];
  const unpaired: number[] = [];
  const outermost: Span[] = [];
  for (const { 0: glyph, index } of within.matchAll(/[[\]]/gu)) {
    if (glyph === "[") open.push(index);
    else if (open.length === 0) unpaired.push(index);
    else {
      const from = open.pop()!;
      while (outermost.length > 0 && outermost[outermost.length - 1]!.start > from) outermost.pop();
      outermost.push({ start: from, end: index + 1 });
    }
  }
  return { outermost, unpaired: [...unpaired, ...open].sort((a, b) => a - b) };
}

function squareBracket(within: string, pair: Span, notes: ReadonlySet<string>): Bracket {
  const content = within.slice(pair.start + 1, Math.min(pair.end - 1, pair.start + LOOKED_AT + 2));
  const note = NOTE.exec(content);
  if (note !== null) {
    const attached = pair.start > 0 && !/\s/u.test(within[pair.start - 1]!);
    if (attached || notes.has(note[1]!)) return { ...pair, kind: "note-marker", number: note[1]! };
  }
  const kind = isOmission(content) ? "omission" : isStage(content) ? "stage" : "supplied";
  return { ...pair, kind, number: null };
}

function stagesOf(within: string): Bracket[] {
  const found: Bracket[] = [];
  for (const match of within.matchAll(/\(([^()\n]{3,60})\)/gu)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isStage(match[1]!)) found.push({ ...span, kind: "stage", number: null });
    else if (isOmission(match[1]!)) found.push({ ...span, kind: "omission", number: null });
  }
  return found;
}
