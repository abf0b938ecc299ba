import type { Span } from "../core/index.ts";
import type { Quotation } from "../quotations/index.ts";
import type { Mark, Passage } from "./document.ts";
import { thirdPartyOfBlock } from "./third-party.ts";

/**
 * The marks of a text whose block quotations are another's words: `quoted` over what each quotes, one for each passage,
 * in the place of what marks enclose inside it. `marks` are those read without them, in text order, and so is the result. Where
 * more than half of a text is set so and no one named, it is how the page is laid out, and says nothing.
 */
export function withQuotedBlocks(
  text: string,
  passages: readonly Passage[],
  marks: readonly Mark[],
  quotations: readonly Quotation[],
): Mark[] {
  const enclosed = marks.filter(({ kind }) => kind === "quoted");
  const blocks = blocksOf(text, quotations);
  const unnamed = lengthOf(blocks.filter(({ name }) => name === null));
  const isLayout = unnamed * 2 > lengthOf(passages.filter(({ turn }) => turn !== null));
  const added: Mark[] = [];
  walk(isLayout ? blocks.filter(({ name }) => name !== null) : blocks, passages, (block, passage) => {
    if (passage.turn === null) return;
    const start = Math.max(block.start, passage.start);
    added.push({ kind: "quoted", start, end: Math.min(block.end, passage.end), name: block.name });
  });
  const around = new Set<Mark>();
  const within = new Set<Mark>();
  walk(added, enclosed, (block, mark) => {
    if (mark.start < block.start || mark.end > block.end) around.add(block);
    else within.add(mark);
  });
  return [...marks.filter((mark) => !within.has(mark)), ...added.filter((mark) => !around.has(mark))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

interface QuotedBlock extends Span {
  readonly name: string | null;
}

function blocksOf(text: string, quotations: readonly Quotation[]): QuotedBlock[] {
  return quotations
    .filter(({ kind }) => kind === "block")
    .flatMap(({ parts, attribution }) => {
      const party = thirdPartyOfBlock(text, parts[0]!, attribution?.name ?? null);
      return party === null ? [] : parts.map(({ start, end }) => ({ start, end, name: party.name }));
    });
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Meets each of `ones` with each of `others` that it overlaps; both are in text order and do not overlap themselves. */
function walk<One extends Span, Other extends Span>(
  ones: readonly One[],
  others: readonly Other[],
  meet: (one: One, other: Other) => void,
): void {
  let at = 0;
  for (const one of ones) {
    while (at < others.length && others[at]!.end <= one.start) at++;
    for (let next = at; next < others.length && others[next]!.start < one.end; next++)
      meet(one, others[next]!);
  }
}
