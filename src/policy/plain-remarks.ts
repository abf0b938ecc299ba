import type { Block, FormattedText, Remark } from "../formats/index.ts";

/** A line of its own in plain text that speaks to saidso, with or without a comment's signs. */
const LINE = /(?<=^|[\n\r])[^\S\n\r]*(?:<!--[^\S\n\r]*)?(saidso-ignore\b[^\n\r]*)(?=$|[\n\r])/gu;

/**
 * Plain text has no comments: a line that says `saidso-ignore …` is one, and no words of the text. Offsets stay, as
 * blanks stand in its place. Texts of other formats come back as they are.
 */
export function withPlainRemarks(text: FormattedText): FormattedText {
  if (text.format !== "plain") return text;
  const lines = [...text.text.matchAll(LINE)].map(({ 0: { length }, 1: said, index }) => ({
    start: index,
    end: index + length,
    said: said!.replace(/\s*-->\s*$/u, ""),
  }));
  if (lines.length === 0) return text;
  const blanked = text.text.replace(LINE, (line) => " ".repeat(line.length));
  return {
    ...text,
    text: blanked,
    blocks: text.blocks.flatMap((block) => without(block, lines, blanked)),
    remarks: lines.map(
      ({ start, said }): Remark => ({ at: start, text: said, position: text.position(start) }),
    ),
    position: (offset) => text.position(offset),
  };
}

/** What is left of a block around the lines, each stretch a block of its own. */
function without(
  block: Block,
  lines: readonly { readonly start: number; readonly end: number }[],
  text: string,
): Block[] {
  const inside = lines.filter(({ start, end }) => start < block.end && end > block.start);
  if (inside.length === 0) return [block];
  const edges = [block.start, ...inside.flatMap(({ start, end }) => [start, end]), block.end];
  const found: Block[] = [];
  for (let i = 0; i < edges.length; i += 2) {
    const words = text.slice(edges[i], edges[i + 1]);
    const start = edges[i]! + words.length - words.trimStart().length;
    const end = edges[i]! + words.trimEnd().length;
    if (start < end) found.push({ ...block, start, end });
  }
  return found;
}
