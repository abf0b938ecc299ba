import type { SearchHit, SearchPage } from "../archive/index.ts";
import { dateLabel, oneLine, voiceWithKind } from "../publish/index.ts";
import type { Colors } from "./colors.ts";
import { counted } from "./count.ts";
import { marker } from "./highlight.ts";
import { snippet } from "./snippet.ts";

/** What was found, for people: the total, then for each passage its document, whose words it is, and the words found. */
export function prettySearch({ total, hits }: SearchPage, offset: number, colors: Colors): string {
  const last = offset + hits.length;
  const part = hits.length === total ? "" : `, ${offset + 1} to ${last}`;
  const more = last < total ? ["", colors.dim(`More: --offset ${last}`)] : [];
  return [
    `${counted(total, "passage")}${part}`,
    ...hits.flatMap((hit) => ["", ...hitLines(hit, colors)]),
    ...more,
  ].join("\n");
}

function hitLines({ document, passage, text, found }: SearchHit, colors: Colors): string[] {
  const { id, date, sourceDate, title } = document;
  const day = date ?? sourceDate;
  const head = [
    colors.bold(oneLine(id)),
    day === null ? null : dateLabel(day),
    title === null ? null : oneLine(title),
  ];
  const words = snippet({ text, start: passage.start }, found, marker(colors, colors.green));
  return [
    head.filter((part) => part !== null).join("  "),
    `  ${colors.dim(oneLine(passage.id))}  ${oneLine(voiceWithKind(passage.voice))}: ${words}`,
  ];
}
