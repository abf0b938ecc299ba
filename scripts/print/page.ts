import { languageOf, type Passage } from "../../src/documents/index.ts";
import type { Block } from "../../src/formats/index.ts";
import type { Sample } from "./sample.ts";

/** Prints on A4 in a font that Debian brings for Latin, Arabic and Cyrillic letters. */
const STYLE =
  '@page { size: A4; margin: 25mm } body { font: 12pt/1.4 "DejaVu Serif", serif; margin: 0 } blockquote { margin-inline: 2em }';

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|yi|ps)\b/;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>\n");
}

/**
 * A sample as an HTML page to be printed: its blocks as headings, paragraphs, items and block quotations, its notes as
 * footnotes in the markup that LibreOffice reads and writes, so that a word processor makes notes of them; a note that
 * nothing marks stays a paragraph. All its words are there, in their order; a note's label is `1` where the text has `[1]`.
 */
export function printedPage(sample: Sample): string {
  const { document, formatted } = sample;
  const language = document.language ?? languageOf(document.text) ?? "en";
  const direction = RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
  const body = formatted.blocks.map((block) => printedBlock(sample, block)).join("\n");
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head><meta charset="utf-8"><title>${escaped(document.title ?? sample.name)}</title><style>${STYLE}</style></head>
<body>
${body}
</body>
</html>
`;
}

function printedBlock(sample: Sample, block: Block): string {
  const { document } = sample;
  const passage = document.passages.find(({ start, end }) => start < block.end && end > block.start);
  const number = document.notes.find(
    ({ passage: of, markers }) => of !== null && of === passage?.id && markers.length > 0,
  )?.number;
  if (number !== undefined) return printedNote(sample, block, number);
  const words = withMarkers(sample, block.start, block.end);
  const level = headingLevel(block, passage);
  if (level !== null) return `<h${level}>${words}</h${level}>`;
  if (block.kind === "quotation") return `<blockquote><p>${words}</p></blockquote>`;
  return block.kind === "item" ? `<ul><li>${words}</li></ul>` : `<p>${words}</p>`;
}

function headingLevel(block: Block, passage: Passage | undefined): number | null {
  if (block.kind === "heading") return block.level;
  if (passage?.kind === "title") return 1;
  return passage?.kind === "heading" ? 2 : null;
}

function printedNote(sample: Sample, { start, end }: Block, number: string): string {
  const label = `[${number}]`;
  const hasLabel = sample.document.text.startsWith(label, start);
  const words = withMarkers(sample, hasLabel ? start + label.length : start, end);
  const back = `<a class="sdfootnotesym" name="sdfootnote${number}sym" href="#sdfootnote${number}anc">${number}</a>`;
  return `<div id="sdfootnote${number}"><p>${back}${hasLabel ? "" : " "}${words}</p></div>`;
}

/** Words from `start` to `end`, the markers of notes among them as links to the notes. */
function withMarkers({ document }: Sample, start: number, end: number): string {
  const { text, notes } = document;
  const markers = notes
    .filter(({ passage }) => passage !== null)
    .flatMap(({ number, markers }) => markers.map((marker) => ({ ...marker, number })))
    .filter((marker) => marker.start >= start && marker.end <= end)
    .sort((a, b) => a.start - b.start);
  let at = start;
  let words = "";
  for (const { start, end, number } of markers) {
    words += escaped(text.slice(at, start));
    words += `<a class="sdfootnoteanc" name="sdfootnote${number}anc" href="#sdfootnote${number}sym"><sup>${number}</sup></a>`;
    at = end;
  }
  return words + escaped(text.slice(at, end));
}
