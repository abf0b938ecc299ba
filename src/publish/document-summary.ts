import type { Document } from "../documents/index.ts";
import { passageText } from "./passage-text.ts";
import { oneLine } from "./printable.ts";

/** Code units of a summary in a feed or a catalogue: what a list shows of it. */
const LONGEST = 600;

/** The editor's summary of a document, or its first words where it has none; one line, "" where it has no words. */
export function documentSummary(document: Document): string {
  const { passages } = document;
  const summary = passages.filter(({ kind }) => kind === "summary");
  const told = summary.length > 0 ? summary : passages.filter(({ kind }) => kind === "paragraph").slice(0, 1);
  let text = "";
  for (const passage of told) {
    if (text.length > LONGEST) break;
    text = oneLine(`${text} ${passageText(document, passage)}`);
  }
  if (text.length <= LONGEST) return text;
  const cut = text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\uFFFD$/u, "");
  return `${cut.replace(/\s+\S{0,40}$/u, "")} …`;
}
