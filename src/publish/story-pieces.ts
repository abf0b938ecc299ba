import type { Report } from "../check/index.ts";
import type { Block } from "../formats/index.ts";

/** What lies over a stretch of the text: a quotation's words, or a problem of form. `index` is its place in the report. */
export interface StoryRange {
  readonly kind: "finding" | "form";
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A piece of a block over which the same ranges lie from its start to its end. */
export interface StoryPiece {
  readonly start: number;
  readonly end: number;
  /** The innermost quotation that it belongs to; null where it belongs to none. */
  readonly finding: number | null;
  /** Whether a problem of form lies over it. */
  readonly inForm: boolean;
  /** The ranges that begin here, or in the white space before it. */
  readonly opens: readonly StoryRange[];
}

/** What is marked in a text: each stretch of each quotation, and each problem of form; by start, the longer first. */
export function storyRanges({ findings, form }: Report): StoryRange[] {
  const quoted = findings.flatMap(({ quotation }, index) =>
    quotation.parts.map(({ start, end }): StoryRange => ({ kind: "finding", index, start, end })),
  );
  const formal = form.map(({ start, end }, index): StoryRange => ({ kind: "form", index, start, end }));
  return [...quoted, ...formal].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The pieces of each block, in order and without gaps. `ranges` as {@link storyRanges} gives them. */
export function storyPieces(blocks: readonly Block[], ranges: readonly StoryRange[]): StoryPiece[][] {
  let next = 0;
  let over: StoryRange[] = [];
  return blocks.map((block) => {
    const pieces: StoryPiece[] = [];
    for (let at = block.start; at < block.end; ) {
      const opens: StoryRange[] = [];
      for (; next < ranges.length && ranges[next]!.start <= at; next++) opens.push(ranges[next]!);
      over = [...over, ...opens].filter(({ end }) => end > at);
      const ends = over.map(({ end }) => end);
      const end = Math.min(block.end, ranges[next]?.start ?? block.end, ...ends);
      const finding = over.findLast(({ kind }) => kind === "finding")?.index ?? null;
      pieces.push({ start: at, end, finding, inForm: over.some(({ kind }) => kind === "form"), opens });
      at = end;
    }
    return pieces;
  });
}
