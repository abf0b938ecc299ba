import type { SearchHit, SearchPage } from "../archive/index.ts";
import type { SearchInput } from "../desk/index.ts";
import { dateLabel, oneLine, shortened, voiceWithKind } from "../publish/index.ts";

/** Code units of a passage that are printed; the hit has it whole. */
const LONGEST = 700;

/** What was found in lines: how much, then for each passage its document, its id, whose words it is, and the words. */
export function searchText({ total, hits }: SearchPage, { offset }: SearchInput): string {
  if (total === 0)
    return "No passage has all these words; try fewer words, begin* of a word, or fewer filters.";
  if (hits.length === 0) return `There are ${total} passages only; give a smaller offset.`;
  const last = offset + hits.length;
  const passages = `${total} ${total === 1 ? "passage has" : "passages have"} all the words`;
  return [
    hits.length === total ? `${passages}.` : `${passages}; these are ${offset + 1} to ${last}.`,
    ...hits.map(hitText),
    ...(last < total ? [`More: offset ${last}.`] : []),
  ].join("\n\n");
}

function hitText({ document, passage, text }: SearchHit): string {
  const { id, version, title, date, sourceDate, outlet } = document;
  const day = date ?? sourceDate;
  const where = [
    `document ${oneLine(id)}`,
    `version ${version}`,
    title === null ? null : `“${oneLine(title)}”`,
    outlet === null ? null : oneLine(outlet),
    day === null ? null : dateLabel(day),
    `passage ${oneLine(passage.id)}`,
  ].filter((part) => part !== null);
  const words = shortened(oneLine(text), LONGEST);
  return `${oneLine(voiceWithKind(passage.voice))}: ${words}\n  ${where.join(", ")}`;
}
