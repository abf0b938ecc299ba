import type { Block, BlockKind, FormattedText } from "../../src/formats/index.ts";

/** A text whose blocks part at empty lines; `kinds` names their kinds in order, the rest are paragraphs. */
export function textOf(
  text: string,
  kinds: readonly BlockKind[] = [],
  language: string | null = null,
): FormattedText {
  const blocks: Block[] = [];
  let from = 0;
  for (const piece of text.split(/(\n\s*\n)/)) {
    const start = from + (piece.length - piece.trimStart().length);
    from += piece.length;
    if (piece.trim() === "") continue;
    const kind = kinds[blocks.length] ?? "paragraph";
    blocks.push({
      kind,
      start,
      end: start + piece.trim().length,
      level: kind === "quotation" ? 1 : 0,
      language: null,
    });
  }
  return {
    format: "plain",
    text,
    blocks,
    title: null,
    author: null,
    published: null,
    outlet: null,
    language,
    address: null,
    captured: null,
    places: [],
    markup: null,
    position: () => ({ line: 1, column: 1 }),
  };
}
