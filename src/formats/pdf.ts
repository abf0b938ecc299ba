import { FormatError } from "./format-error.ts";
import type { FormattedText } from "./formatted-text.ts";
import { LineIndex } from "./line-index.ts";
import { expandsTooFar } from "./pdf/expansion.ts";
import { headOf, statedLanguage } from "./pdf/head-fields.ts";
import { type LinedPage, linesOf } from "./pdf/line.ts";
import { type OpenedPdf, openPdf } from "./pdf/opened-pdf.ts";
import { pdfText } from "./pdf/pdf-text.ts";

/**
 * A file of more pages is not begun. A page of one line takes one to two milliseconds, so that this many take all of the
 * ten seconds that a file has; a page of a book takes ten times as long, and a file of fewer but fuller pages is ended by
 * whoever keeps that time.
 */
const MOST_PAGES = 5000;

function refuse(
  code: "damaged" | "no-text" | "too-complex" | "unsupported",
  name: string,
  reason: string,
): FormatError {
  return new FormatError(code, { name, format: "pdf", reason });
}

/**
 * The lines of all pages that can be read, in order. Refuses a file most of whose text cannot be told: what is left of it
 * would be read as the whole.
 */
async function linedPages(pdf: OpenedPdf, name: string): Promise<LinedPage[]> {
  const pages: LinedPage[] = [];
  let region = 0;
  let [shown, untold] = [0, 0];
  let next = pdf.scan(1);
  for (let number = 1; number <= pdf.pages; number++) {
    const scanned = await next;
    // The next page is unpacked, on other threads, while this one's lines are read.
    if (number < pdf.pages) next = pdf.scan(number + 1);
    if (scanned === null) continue;
    shown += scanned.shown;
    untold += scanned.untold;
    const page = linesOf(scanned, region, pages.at(-1)?.shapes ?? null);
    region = (page.lines.at(-1)?.region ?? region) + 1;
    pages.push(page);
  }
  if (pages.length === 0) throw refuse("damaged", name, "the PDF is damaged and no page of it can be read");
  if (untold > 0 && untold * 2 >= shown) {
    const reason =
      "the PDF does not say which letters most of its text is made of, or in an encoding that is not read here; print it anew with its fonts, or run text recognition (OCR) on it";
    throw refuse("unsupported", name, reason);
  }
  return pages;
}

/**
 * The text of a PDF file: words in reading order, with page and place of each line (`places`); running heads, feet and page
 * numbers left out; words mended over line ends; notes at the end as `[n] text`.
 * Throws a {@link FormatError}: `locked` where a password is needed, `damaged` where no page can be read, `no-text` where
 * no page has text (a scan), `unsupported` where the letters of most of it are not told, `too-complex` for more than 5,000 pages or streams that expand out of all measure.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<FormattedText> {
  if (expandsTooFar(bytes)) {
    const reason =
      "a stream of the PDF expands to more than 64 MB, and no more is read; print it anew and try again";
    throw refuse("too-complex", name, reason);
  }
  const pdf = await openPdf(bytes, name);
  try {
    if (pdf.pages > MOST_PAGES) {
      const reason = `the PDF has ${pdf.pages} pages, and no more than ${MOST_PAGES} are read; split it and try again`;
      throw refuse("too-complex", name, reason);
    }
    const { text, blocks, places } = pdfText(await linedPages(pdf, name));
    if (blocks.length === 0) {
      const reason =
        "no page of the PDF has text, as scanned pages have none; run text recognition (OCR) on it first";
      throw refuse("no-text", name, reason);
    }
    const index = new LineIndex(text);
    const fields = await pdf.fields();
    const language = statedLanguage(fields, text);
    const position = (offset: number): ReturnType<FormattedText["position"]> => index.position(offset);
    return {
      format: "pdf",
      text,
      blocks,
      ...headOf(fields),
      language,
      places,
      address: null,
      captured: null,
      markup: null,
      position,
    };
  } finally {
    await pdf.close();
  }
}
