import type { PdfFields } from "./opened-pdf.ts";

/** What a PDF file says of itself, as `FormattedText` has it. */
export interface HeadFields {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
}

/** Titles that programs write by themselves: names of files and of programs, `untitled`. */
const JUNK_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\s*-.*|(?:untitled|unbenannt|sans titre|sin título|document|dokument|title|print|about:blank|presentation|slide)\s*\d*|.*\.(?:docx?|odt|rtf|txt|pdf|html?|indd|tex|dvi|pages|qxd|pmd|xlsx?|pptx?|md)|(?:file|https?):.*|\d+|[^\p{L}]*)$/isu;
const JUNK_AUTHOR =
  /^(?:user|admin(?:istrator)?|owner|author|unknown|anonymous|root|guest|default|microsoft.*|pc|home|[^\p{L}]*)$/isu;

function words(value: unknown): string | null {
  const first = Array.isArray(value) ? value.join(", ") : value;
  if (typeof first !== "string") return null;
  const text = first
    .replace(/[\p{Cc}\ufeff\ufffe\ufffd]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}

function sensible(value: unknown, junk: RegExp): string | null {
  const text = words(value);
  return text === null || junk.test(text) ? null : text;
}

/** An ISO date (`2019-03-02T…`) or PDF's own (`D:20190302…`) as `2019-03-02`; null for none, or no day of the calendar. */
export function isoDate(value: unknown): string | null {
  const text = words(value) ?? "";
  const parts = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})(?!\d)|^D:(\d{4})(\d{2})(\d{2})/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [parts[1] ?? parts[4]!, parts[2] ?? parts[5]!, parts[3] ?? parts[6]!];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const iso = `${year}-${month}-${day}`;
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/**
 * Title and author from the file's own fields, XMP before the information dictionary; what programs write there by
 * themselves is nothing. When a file was made or changed is not when its text was published: `published` is what PRISM's
 * publication date says, and null without one.
 */
export function headOf({ info, xmp }: PdfFields): HeadFields {
  return {
    title: sensible(xmp("dc:title"), JUNK_TITLE) ?? sensible(info.Title, JUNK_TITLE),
    author: sensible(xmp("dc:creator"), JUNK_AUTHOR) ?? sensible(info.Author, JUNK_AUTHOR),
    published: isoDate(xmp("prism:publicationdate")) ?? isoDate(xmp("prism:coverdate")),
    outlet: words(xmp("prism:publicationname")),
  };
}
