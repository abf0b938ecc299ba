import type { Sheet, SheetBlock } from "./sheet.ts";

/**
 * A sheet as an HTML page: printed by a browser it is a page, read by LibreOffice it is a document whose notes are
 * footnotes, as LibreOffice writes them to HTML itself.
 */
export function sheetPage({ name, columns, blocks }: Sheet): string {
  const notes: string[] = [];
  const body = blocks.map((block) => element(block, notes));
  const feet = notes.map(
    (note, i) =>
      `<div id="sdfootnote${i + 1}"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote${i + 1}sym" href="#sdfootnote${i + 1}anc">${i + 1}</a> ${escaped(note)}</p></div>`,
  );
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(name)}</title><style>
@page { size: A4; margin: 22mm }
body { font: 11pt/1.35 "Liberation Serif", "DejaVu Serif", serif; text-align: justify }
h1 { font-size: 20pt; text-align: left } h2 { font-size: 14pt; text-align: left }
blockquote { margin: 0 12mm; font-size: 10pt }
main { columns: ${columns}; column-gap: 8mm }
.sdfootnote { font-size: 9pt }
</style></head><body><main>
${listed(body).join("\n")}
${feet.join("\n")}
</main></body></html>
`;
}

function element({ kind, text, note }: SheetBlock, notes: string[]): string {
  const words = escaped(text);
  switch (kind) {
    case "title":
      return `<h1>${words}</h1>`;
    case "heading":
      return `<h2>${words}</h2>`;
    case "quotation":
      return `<blockquote><p>${words}</p></blockquote>`;
    case "item":
      return `<li>${words}</li>`;
    case "paragraph":
      return `<p>${words}${note === null ? "" : marker(notes.push(note))}</p>`;
  }
}

function marker(number: number): string {
  return `<a class="sdfootnoteanc" name="sdfootnote${number}anc" href="#sdfootnote${number}sym"><sup>${number}</sup></a>`;
}

/** Items in a row stand in one list. */
function listed(elements: readonly string[]): string[] {
  const isItem = (i: number): boolean => elements[i]?.startsWith("<li>") ?? false;
  return elements.map((one, i) => {
    if (!isItem(i)) return one;
    return `${isItem(i - 1) ? "" : "<ul>"}${one}${isItem(i + 1) ? "" : "</ul>"}`;
  });
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
