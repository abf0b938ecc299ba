import { trimmed } from "./paragraph.ts";
import type { MarkPair, Quotation, Stretch } from "./quotation.ts";

/** A quotation whose attribution is not known yet. */
export interface Draft {
  readonly kind: Quotation["kind"];
  /** The words, without marks; never empty. */
  readonly parts: readonly Stretch[];
  /** What it takes up in each paragraph, marks included, in text order. Not empty, each inside one paragraph. */
  readonly extents: readonly Stretch[];
  /** Where its form alone says who speaks (a label, a signature); null inside says that it is no one named. */
  readonly signature?: { readonly name: Stretch | null; readonly cue: string };
  /** Extent after which an attribution that interrupts it stands. */
  readonly interruptedAfter?: Stretch;
}

/** Drafts of the outermost pairs, save those around titles. `paragraphs`: those in which the pairs were found, in text order. */
export function draftsOfPairs(
  text: string,
  paragraphs: readonly Stretch[],
  pairs: readonly MarkPair[],
): Draft[] {
  const outer = pairs.filter((pair) => pair.level === 0 && !isTitle(text, pair));
  const drafts: Draft[] = [];
  let paragraph = 0;
  for (const [index, pair] of outer.entries()) {
    while (paragraphs[paragraph].end <= pair.open.start) paragraph++;
    const limit = outer[index + 1]?.open.start ?? Number.POSITIVE_INFINITY;
    const draft = draftOfPair(text, paragraphs, paragraph, pair, limit);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** 《…》 and 〈…〉 stand around titles; only Korean also quotes with them. */
function isTitle(text: string, { open, end }: MarkPair): boolean {
  return (
    /^[《〈]$/.test(text.slice(open.start, open.end)) && !/\p{Script=Hangul}/u.test(text.slice(open.end, end))
  );
}

function draftOfPair(
  text: string,
  paragraphs: readonly Stretch[],
  first: number,
  pair: MarkPair,
  limit: number,
): Draft | null {
  const marks = [pair.open, ...pair.reopenings];
  const parts: Stretch[] = [];
  const extents: Stretch[] = [];
  let paragraph = first;
  for (const [index, mark] of marks.entries()) {
    while (paragraphs[paragraph].end <= mark.start) paragraph++;
    const next = marks[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const end = Math.min(next, paragraphs[paragraph].end, pair.end, limit);
    const words = trimmed(text, mark.end, Math.max(mark.end, end));
    if (words.start < words.end) parts.push(words);
    const last = index === marks.length - 1 && pair.close !== null;
    extents.push(
      last ? { start: mark.start, end: pair.close!.end } : trimmed(text, mark.start, Math.max(mark.end, end)),
    );
  }
  return parts.length === 0 ? null : { kind: "marks", parts, extents };
}

/** Start of the first extent, marks included. */
export function startOf(draft: Draft): number {
  return draft.extents[0].start;
}

/** End of the last extent, marks included. */
export function endOf(draft: Draft): number {
  return draft.extents[draft.extents.length - 1].end;
}

/** Both lists in text order; of `lesser`, those that overlap none of `stronger`, which do not overlap each other. */
export function mergedDrafts(stronger: readonly Draft[], lesser: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  let at = 0;
  for (const draft of lesser) {
    while (at < stronger.length && endOf(stronger[at]) <= startOf(draft)) merged.push(stronger[at++]);
    if (at === stronger.length || endOf(draft) <= startOf(stronger[at])) merged.push(draft);
  }
  return [...merged, ...stronger.slice(at)];
}
