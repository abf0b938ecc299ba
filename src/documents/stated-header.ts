import type { FormattedText, Markup } from "../formats/index.ts";
import type { Document } from "./document.ts";

/**
 * The document that a text is by its form, with what its format's markup says of the header: what that says wins, for it
 * was written to say it.
 */
export function withStatedHeader(read: Document, formatted: FormattedText, markup: Markup): Document {
  const { speakers, kind } = markup;
  return {
    ...read,
    id: markup.id ?? read.id,
    kind: read.kind === "plain" ? kind : read.kind,
    title: formatted.title ?? read.title,
    series: markup.series ?? read.series,
    number: markup.number ?? read.number,
    date: markup.date ?? read.date,
    subject: markup.subject ?? read.subject,
    outlet: formatted.outlet ?? read.outlet,
    sourceDate: markup.sourceDate ?? read.sourceDate,
    language: formatted.language ?? read.language,
    speakers: speakers.length > 0 ? speakers : read.speakers,
    interviewer: markup.interviewer ?? read.interviewer,
  };
}
