import type { Step } from "./gap.ts";
import type { Placement } from "./placement.ts";
import { type Prepared, segmentOf, turnOf } from "./prepared.ts";
import { isMended, type QuotedTokens } from "./quoted.ts";
import { Flag, isBracketed } from "./tokens.ts";

/** Unmarked differences that stand side by side: words of the quotation over words of the source; either may be empty. */
export interface Edit {
  readonly kind: "differs" | "unbracketed";
  readonly q: readonly number[];
  readonly s: readonly number[];
  /** Places of the nearest kept source words, or -1 at an edge of the quotation. */
  readonly before: number;
  readonly after: number;
}

/** Source words passed over: at a mark of the one who quotes, or (leap) where the quotation goes on elsewhere. */
export interface Passage {
  /** The quotation's word that comes after. */
  readonly q: number;
  /** Last source word used before and first one after; `from` may lie behind `to` where the order is turned round. */
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
}

/** A placement read as differences: what the judge judges. */
export interface Differences {
  readonly edits: readonly Edit[];
  readonly passages: readonly Passage[];
  /** Source's own omissions that the quotation passes without a mark; place of the word after. */
  readonly dropped: readonly number[];
  /** Words of the quotation in brackets, with the source words they stand for or over. */
  readonly supplied: readonly { readonly q: readonly number[]; readonly s: readonly number[] }[];
  /** It differs and says so somewhere. */
  readonly marked: boolean;
  /** Pairs of equal words, in the quotation's order. */
  readonly kept: readonly (readonly [number, number])[];
}

/** Words looked at on either side for the rest of a source's bracket: longer ones are passages, not insertions. */
const LONGEST_BRACKET = 200;

/** Collects a placement's steps into {@link Differences}, in one pass. */
export function differences(quotation: QuotedTokens, prepared: Prepared, placement: Placement): Differences {
  const collector = new Collector(quotation, prepared);
  for (const step of placement.steps) collector.take(step);
  return collector.finish();
}

class Collector {
  readonly #quotation: QuotedTokens;
  readonly #prepared: Prepared;
  readonly #edits: Edit[] = [];
  readonly #passages: Passage[] = [];
  readonly #dropped: number[] = [];
  readonly #supplied: { q: number[]; s: number[] }[] = [];
  readonly #kept: [number, number][] = [];
  #marked = false;
  #run: { kind: Edit["kind"]; q: number[]; s: number[]; before: number } | null = null;
  #bracket: { q: number[]; s: number[] } | null = null;
  /** Last source word used, kept or not; -1 before the first. */
  #last = -1;
  #lastKept = -1;
  #omitFrom = -1;
  #leapt = false;

  constructor(quotation: QuotedTokens, prepared: Prepared) {
    this.#quotation = quotation;
    this.#prepared = prepared;
  }

  take(step: Step): void {
    const { op, q, s } = step;
    if (q >= 0 && op !== "leap") this.#markSic(q, s);
    if (op === "leap") this.#leap(q, s);
    else if (op === "keep") this.#keep(q, s);
    else if (op === "omit") this.#omit();
    else if (op === "skip") this.#skip(s);
    else if (op === "replace") this.#replace(s);
    else if (op === "add" && isBracketed(this.#quotation.flags[q]!)) this.#bracketed(q, -1);
    else if (op === "change" && this.#isMended(q, s)) this.#mend(q, s);
    else this.#differ(op, q, s);
  }

  finish(): Differences {
    this.#close(-1);
    for (const bracket of this.#supplied) this.#completeSupplied(bracket);
    return {
      edits: this.#edits,
      passages: this.#passages,
      dropped: this.#dropped,
      supplied: this.#supplied,
      marked: this.#marked || this.#quotation.emphasis || this.#edgeOmission(),
      kept: this.#kept,
    };
  }

  /** A `[sic]` is a mark of the one who quotes, unless the source has it after the same word. */
  #markSic(q: number, s: number): void {
    const own = s >= 0 && (this.#prepared.tokens.flags[s]! & Flag.sicAfter) !== 0;
    if ((this.#quotation.flags[q]! & Flag.sicAfter) !== 0 && !own) this.#marked = true;
  }

  #keep(q: number, s: number): void {
    const flags = this.#prepared.tokens.flags[s]!;
    const supplied = (flags & Flag.supplied) !== 0;
    this.#arrive(q, s);
    if (isBracketed(this.#quotation.flags[q]!) && (supplied || !this.#isOwnRound(q, s)))
      this.#bracketed(q, s);
    else {
      this.#bracket = null;
      const partial = (this.#quotation.flags[q]! & Flag.partial) !== 0;
      if (partial && (flags & Flag.partial) === 0) this.#marked = true;
      const half = (this.#quotation.flags[q]! & Flag.half) !== 0;
      if (supplied && !partial && !half) this.#push("unbracketed", q, s);
      else this.#close(s);
    }
    this.#kept.push([q, s]);
    this.#use(s);
    this.#lastKept = s;
  }

  /** Whether the round bracket that word `q` stands in is the source's own: one opens before the same word there. */
  #isOwnRound(q: number, s: number): boolean {
    const { tokens, sources } = this.#prepared;
    let back = 0;
    while (back < Math.min(q, s, LONGEST_BRACKET) && (this.#quotation.flags[q - back]! & Flag.opens) === 0)
      back++;
    const { text } = sources[segmentOf(this.#prepared, s - back).source]!;
    const opens = this.#quotation.text[this.#quotation.start[q - back]! - 1] === "(";
    return opens && text[tokens.start[s - back]! - 1] === "(";
  }

  /** Called before the words at `q` and `s` are joined to what went before: what lies between must be owned up to. */
  #arrive(q: number, s: number): void {
    const marks = q > 0 && (this.#quotation.flags[q]! & Flag.omissionBefore) !== 0;
    if (this.#last < 0 || this.#leapt) {
      this.#leapt = false;
      return;
    }
    if (this.#omitFrom >= 0) {
      this.#close(s);
      this.#passages.push({ q, from: this.#omitFrom, to: s, marked: true });
      this.#marked = true;
      this.#omitFrom = -1;
      return;
    }
    const own = this.#ownOmission(s);
    if (marks && !own) this.#marked = true;
    if (own && !marks && this.#run === null && !isBracketed(this.#quotation.flags[q]!)) this.#dropped.push(s);
    if (turnOf(this.#prepared, this.#last) !== turnOf(this.#prepared, s))
      this.#passages.push({ q, from: this.#last, to: s, marked: marks });
  }

  /** Whether the source itself has an omission mark between the last word used and word `s`. */
  #ownOmission(s: number): boolean {
    for (let i = this.#last + 1; i <= s; i++)
      if ((this.#prepared.tokens.flags[i]! & Flag.omissionBefore) !== 0) return true;
    return false;
  }

  #leap(q: number, s: number): void {
    const marked =
      q > 0 && q < this.#quotation.count && (this.#quotation.flags[q]! & Flag.omissionBefore) !== 0;
    this.#close(-1);
    if (marked) this.#marked = true;
    if (this.#last >= 0) this.#passages.push({ q, from: this.#last, to: s, marked });
    this.#omitFrom = -1;
    this.#leapt = true;
  }

  #omit(): void {
    if (this.#omitFrom < 0) this.#omitFrom = this.#last;
    this.#close(-1);
  }

  #skip(s: number): void {
    if (this.#bracket !== null) this.#bracket.s.push(s);
  }

  #replace(s: number): void {
    this.#marked = true;
    this.#close(s);
    this.#openBracket().s.push(s);
    this.#use(s);
  }

  #openBracket(): { q: number[]; s: number[] } {
    if (this.#bracket === null) {
      this.#bracket = { q: [], s: [] };
      this.#supplied.push(this.#bracket);
    }
    return this.#bracket;
  }

  #bracketed(q: number, s: number): void {
    this.#close(s);
    const bracket = this.#openBracket();
    bracket.q.push(q);
    if (s >= 0) bracket.s.push(s);
    if (s < 0 || (this.#prepared.tokens.flags[s]! & Flag.supplied) === 0) this.#marked = true;
  }

  /** The quotation's bracket stands over the source's own: all supplied words there belong to it, those it leaves out too. */
  #completeSupplied(bracket: { s: number[] }): void {
    const { flags, count } = this.#prepared.tokens;
    const isSupplied = (s: number): boolean => s >= 0 && s < count && (flags[s]! & Flag.supplied) !== 0;
    const own = bracket.s.filter(isSupplied);
    if (own.length === 0) return;
    let [from, to] = [own[0]!, own[own.length - 1]!];
    const [first, last] = [from - LONGEST_BRACKET, to + LONGEST_BRACKET];
    while (from > first && (flags[from]! & Flag.opens) === 0 && isSupplied(from - 1)) from--;
    while (to < last && isSupplied(to + 1) && (flags[to + 1]! & Flag.opens) === 0) to++;
    const named = new Set(own);
    for (let s = from; s <= to; s++) if (isSupplied(s) && !named.has(s)) this.#marked = true;
    const rest = bracket.s.filter((s) => s < from || s > to || !isSupplied(s));
    for (let s = from; s <= to; s++) if (isSupplied(s)) rest.push(s);
    bracket.s = rest.sort((a, b) => a - b);
  }

  /** `sail[ed]` for "sailing". */
  #isMended(q: number, s: number): boolean {
    const { tokens, vocabulary } = this.#prepared;
    return isMended(this.#quotation, q, vocabulary.word(tokens.word[s]!));
  }

  #mend(q: number, s: number): void {
    this.#arrive(q, s);
    this.#close(s);
    this.#marked = true;
    this.#supplied.push({ q: [q], s: [s] });
    this.#use(s);
  }

  #differ(op: Step["op"], q: number, s: number): void {
    if (s >= 0 && op === "change") this.#arrive(q, s);
    this.#bracket = null;
    this.#push("differs", q, s);
    if (s >= 0) this.#use(s);
  }

  #push(kind: Edit["kind"], q: number, s: number): void {
    if (this.#run !== null && this.#run.kind !== kind) this.#close(s);
    this.#run ??= { kind, q: [], s: [], before: this.#leapt ? -1 : this.#lastKept };
    if (q >= 0) this.#run.q.push(q);
    if (s >= 0) this.#run.s.push(s);
  }

  /** Ends the run of edits; `after` is the source word that comes next, or -1. */
  #close(after: number): void {
    if (this.#run === null) return;
    this.#edits.push({ ...this.#run, after });
    this.#run = null;
  }

  #use(s: number): void {
    this.#last = s;
    this.#leapt = false;
  }

  /** An omission mark at either end says that words were left out there, unless the source's own stands in its place. */
  #edgeOmission(): boolean {
    const { quotation, prepared } = { quotation: this.#quotation, prepared: this.#prepared };
    const first = this.#kept[0];
    const last = this.#kept[this.#kept.length - 1];
    if (first === undefined || last === undefined) return false;
    const { tokens } = prepared;
    const leads =
      (quotation.flags[0]! & Flag.omissionBefore) !== 0 &&
      !atEdge(tokens.flags[first[1]]!, prepared, first[1], first[1] - 1);
    const trails =
      quotation.omissionAtEnd &&
      !atEdge(tokens.flags[last[1] + 1] ?? Flag.omissionBefore, prepared, last[1], last[1] + 1);
    return leads || trails;
  }
}

/** Whether an omission mark at the quotation's edge is the source's own, or leaves nothing out. */
function atEdge(flags: number, prepared: Prepared, place: number, beyond: number): boolean {
  if ((flags & Flag.omissionBefore) !== 0) return true;
  if (beyond < 0 || beyond >= prepared.tokens.count) return true;
  return segmentOf(prepared, beyond).turnKey !== segmentOf(prepared, place).turnKey;
}
