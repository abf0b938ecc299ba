import type { Span } from "./source.ts";

/** What a pair of brackets holds. `ignored` is a note marker: neither words nor a mark of the one who quotes. */
export type BracketKind = "supplied" | "omission" | "sic" | "ignored" | "emphasis";

/** A pair of brackets with its kind. `half` tells that one of the two is missing and the stretch's end stands for it. */
export interface Bracket extends Span {
  readonly kind: BracketKind;
  readonly half: boolean;
}

const OMISSION_DOTS = /^[\s.…⋯]*(?:…|⋯|\.\s?\.)[\s.…⋯]*$/u;
const LEFT_OUT = "(?:omitted|indistinct|inaudible|unintelligible|illegible|missing|left out|unclear|garbled)";
const STRETCH =
  "(?:(?:a|few|several|some|more|one|two|three|\\d{1,3}|brief|short|long)\\s+){0,3}(?:passage|word|portion|section|remainder|name|sentence|phrase|part|paragraph|line|text)s?";
/** What monitors write where they left out or could not hear words, and what these were about. */
const OMISSION_WORDS = new RegExp(
  `^(?:${STRETCH}\\s+)?${LEFT_OUT}(?:\\s*[:;,–—-].{0,80}|\\s+(?:in|on|from|about|as|by|at|here|due|covering|giving|describing)(?:\\s.{1,80})?)?$|^(?:break|gap) in (?:transmission|recording|reception)$`,
  "isu",
);
/** In round brackets ordinary words may stand: only the whole form is a mark. */
const ROUND_OMISSION = new RegExp(`^${STRETCH}\\s+${LEFT_OUT}\\b`, "iu");
const SIC = /^\s*(?:sic|as (?:heard|published|received|printed|given|said))\s*[.!]?\s*$/iu;
const NOTE = /^\s*(?:\d{1,3}|[*†‡]{1,3}|(?:note|fn)\s*\d{1,3})\s*$/iu;
/** What the one who quotes says of his own marks; nothing of the source. */
const EMPHASIS =
  /^\s*(?:(?:my |our |the )?(?:emphas[ie]s|italics|bold)\b.{0,30}|cleaned up|(?:internal )?(?:citations?|quotation marks?|footnotes?|quotes)\b.{0,40}omitted|translation (?:mine|ours))\s*[.!]?\s*$/iu;
/** Stage marks in round brackets: the editor's words wherever they stand. */
const STAGE =
  /^\s*(?:(?:loud|prolonged|long|general|renewed|more|scattered|great)\s+)?(?:laughter|laughs?|laughing|applause|cheers?|cheering|boos?|booing|pause[sd]?|crosstalk|music|chuckles?|silence|audience\b.{0,30}|inaudible|off[ -]?mic(?:rophone)?\.?|gesturing|whistles|rires?|applaudissements|تصفيق|ضحك)(?:[,;]? (?:and|,) ?(?:laughter|applause|cheers|cheering|boos))?\s*[.!]?\s*$/iu;

/** Longest content of brackets that is read as an omission: with what was left out in a few words. */
const OMISSION_CONTENT = 100;

/** Whether what stands between square brackets, their own not with it, says that words are left out there. */
export function saysOmission(content: string): boolean {
  if (content.length > OMISSION_CONTENT) return false;
  return OMISSION_DOTS.test(content) || OMISSION_WORDS.test(content.trim());
}

const SQUARE = /[[\]［］]/gu;
/** Longest content of round brackets that is read as a mark: the longest form above, with room for a name. */
const ROUND_CONTENT = 60;

function bracketKind(content: string, attached: boolean, betweenWords: boolean): BracketKind {
  if (saysOmission(content)) return "omission";
  if (content.length <= 60) {
    if (SIC.test(content)) return "sic";
    if (NOTE.test(content) && (attached || !betweenWords)) return "ignored";
    if (EMPHASIS.test(content)) return "emphasis";
  }
  return "supplied";
}

/**
 * The outermost square brackets of `text[start, end)`, in order, in linear time.
 * A bracket without its pair is no bracket in a source. A quotation may be cut inside one: with `cut`, a missing
 * partner is taken to stand at the stretch's own end, and the bracket says that it is `half`.
 */
export function squareBrackets(text: string, start: number, end: number, cut: boolean): Bracket[] {
  const open: number[] = [];
  const pairs: { start: number; end: number; half: boolean }[] = [];
  const add = (from: number, to: number, half: boolean): void => {
    while (pairs.length > 0 && pairs[pairs.length - 1]!.start >= from) pairs.pop();
    pairs.push({ start: from, end: to, half });
  };
  const held = text.slice(start, end);
  SQUARE.lastIndex = 0;
  for (let found = SQUARE.exec(held); found !== null; found = SQUARE.exec(held)) {
    const i = start + found.index;
    if (text[i] === "[" || text[i] === "［") open.push(i);
    else if (open.length > 0) add(open.pop()!, i + 1, false);
    else if (cut) add(start, i + 1, true);
  }
  if (cut && open.length > 0) add(open[0]!, end, true);
  return pairs.map((pair) => ({ ...pair, kind: kindOf(text, pair, start, end) }));
}

/**
 * What `text[start, end)` sets in brackets, in order, where round brackets supply words as square ones do: the
 * outermost pairs of either. A round one that is a mark of its own ({@link roundMark}) is none of these.
 */
export function suppliedBrackets(text: string, start: number, end: number, cut: boolean): Bracket[] {
  const square = squareBrackets(text, start, end, cut);
  const round = roundBrackets(text, start, end);
  const outermost = [...square, ...round].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = start;
  return outermost.filter((bracket) => {
    if (bracket.start < last) return false;
    last = bracket.end;
    return true;
  });
}

/** The outermost pairs of round brackets that hold words, in linear time; one without its partner is no pair. */
function roundBrackets(text: string, start: number, end: number): Bracket[] {
  const open: number[] = [];
  const pairs: Bracket[] = [];
  for (let i = start; i < end; i++) {
    if (text[i] === "(") open.push(i);
    else if (text[i] === ")" && open.length > 0) {
      const from = open.pop()!;
      while (pairs.length > 0 && pairs[pairs.length - 1]!.start > from) pairs.pop();
      pairs.push({ start: from, end: i + 1, kind: "supplied", half: false });
    }
  }
  return pairs.filter((pair) => roundMark(text, pair.start, end) === null);
}

function kindOf(
  text: string,
  pair: { start: number; end: number; half: boolean },
  start: number,
  end: number,
): BracketKind {
  if (pair.half || pair.end - pair.start > 200) return "supplied";
  const content = text.slice(pair.start + 1, pair.end - 1);
  const attached = pair.start > start && !/\s/u.test(text[pair.start - 1]!);
  const before = text.slice(Math.max(start, pair.start - 3), pair.start);
  const after = text.slice(pair.end, Math.min(end, pair.end + 2));
  return bracketKind(content, attached, /\p{L}\s+$/u.test(before) && /^\s?[\p{L}\p{N}]/u.test(after));
}

/** The mark that opens with the round bracket at `offset`, or null where its content is ordinary words. */
export function roundMark(text: string, offset: number, end: number): Bracket | null {
  const close = text.slice(offset, Math.min(end, offset + ROUND_CONTENT + 2)).indexOf(")");
  if (close < 0) return null;
  const content = text.slice(offset + 1, offset + close);
  const span = { start: offset, end: offset + close + 1, half: false };
  if (OMISSION_DOTS.test(content) || ROUND_OMISSION.test(content)) return { ...span, kind: "omission" };
  if (/^\s*sic\s*!?\s*$/iu.test(content)) return { ...span, kind: "sic" };
  if (EMPHASIS.test(content)) return { ...span, kind: "emphasis" };
  return STAGE.test(content) ? { ...span, kind: "supplied" } : null;
}

/**
 * The round brackets that a quotation was cut inside: `Applause.) Now, …` at its start, `Thank you. (Laughter and` at
 * its end. What they hold may be a stage mark or ordinary words; `half` leaves that open.
 */
export function cutRoundBrackets(text: string, start: number, end: number): Bracket[] {
  const head = text.slice(start, Math.min(end, start + ROUND_CONTENT)).search(/[()]/u);
  const from = Math.max(start, end - ROUND_CONTENT);
  const tail = text.slice(from, end).search(/\([^()]*$/u);
  const found: Bracket[] = [];
  if (head >= 0 && text[start + head] === ")")
    found.push({ start, end: start + head + 1, half: true, kind: "supplied" });
  if (tail >= 0) found.push({ start: from + tail, end, half: true, kind: "supplied" });
  return found;
}

/**
 * Where the omission that starts at `offset` ends, or `offset` itself where none does.
 * An omission is … or three and more full stops, one space allowed between two of them.
 */
export function omissionEnd(text: string, offset: number, end: number): number {
  let dots = 0;
  let last = offset;
  let i = offset;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2026 || c === 0x22ef) dots += 3;
    else if (c === 0x2e) dots += 1;
    else if ((c === 0x20 || c === 0xa0 || c === 0x202f || c === 0x2009) && i === last && i > offset) continue;
    else break;
    last = i + 1;
  }
  return dots >= 3 ? last : offset;
}
