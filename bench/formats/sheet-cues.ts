import type { Sheet } from "./sheet.ts";

/** Words of a cue, and milliseconds that one is shown. */
const WORDS = 9;
const SHOWN = 2800;

/** A sheet as WebVTT, as if it were spoken by one person: its blocks in order, without its notes. */
export function sheetCues({ blocks }: Sheet): string {
  const cues: string[] = [];
  for (const { text } of blocks) {
    const words = text.split(/\s+/u);
    for (let at = 0; at < words.length; at += WORDS) {
      const from = cues.length * SHOWN;
      const line = words.slice(at, at + WORDS).join(" ");
      cues.push(
        `${cues.length + 1}\n${clock(from)} --> ${clock(from + SHOWN - 100)}\n<v Ada Quay>${escaped(line)}</v>`,
      );
    }
  }
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}

function clock(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 23);
}

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}
