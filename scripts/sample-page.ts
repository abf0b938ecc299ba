import type { Block, FormattedText } from "../src/formats/index.ts";

/** Tags of blocks; what is in a `div` is a paragraph like any other. */
const TAGS: Record<Block["kind"], string> = {
  heading: "h2",
  paragraph: "p",
  quotation: "blockquote",
  caption: "p",
  item: "p",
  note: "p",
  preformatted: "pre",
};

/** A text as a page to be printed: its blocks and its lines as they are, in its own direction. */
export function samplePage({ text, blocks, title }: FormattedText, rightToLeft: boolean): string {
  const body = blocks.map(({ kind, start, end }) => {
    const lines = text.slice(start, end).split(/\r\n|[\n\r]/u);
    return `<${TAGS[kind]}>${lines.map(escaped).join("<br>\n")}</${TAGS[kind]}>`;
  });
  return `<!DOCTYPE html>
<html dir="${rightToLeft ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>${escaped(title ?? "")}</title><style>
@page { size: A4; margin: 25mm }
body { font: 11pt/1.4 "DejaVu Serif", serif }
h2 { font-size: 14pt }
blockquote { margin: 0 12mm }
</style></head><body>
${body.join("\n")}
</body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
