import type { Document, Passage } from "../src/documents/index.ts";

/** Two lines of a subtitle. */
const CUE_LENGTH = 80;
/** Characters that are spoken in a second. */
const PACE = 15;

/**
 * A document as WebVTT: its passages in cues of two lines at most, each word under the name of its speaker where one is
 * known (`<v Name>`), at the pace of somebody who speaks. Notes and headings are no speech and are left out.
 */
export function subtitlesOf(document: Document): string {
  const spoken = document.passages.filter(({ kind }) => kind === "paragraph");
  let from = 0;
  const cues = spoken.flatMap((passage) =>
    lines(document.text.slice(passage.start, passage.end)).map((line) => {
      const to = from + Math.ceil((line.length / PACE) * 1000);
      const cue = `${clock(from)} --> ${clock(to)}\n${voiced(passage, line)}`;
      from = to;
      return cue;
    }),
  );
  return `WEBVTT\n\n${cues.map((cue, index) => `${index + 1}\n${cue}\n`).join("\n")}`;
}

/** Words cut where a cue is full. */
function lines(words: string): string[] {
  const cut: string[] = [];
  for (const word of words.split(/\s+/).filter((word) => word !== "")) {
    const last = cut.at(-1);
    if (last !== undefined && last.length + word.length < CUE_LENGTH) cut[cut.length - 1] = `${last} ${word}`;
    else cut.push(word);
  }
  return cut;
}

function voiced({ voice }: Passage, line: string): string {
  const words = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const name = voice.name ?? (voice.kind === "interviewer" ? "Interviewer" : null);
  return name === null ? words : `<v ${name.replace(/[<>&\n]/g, " ")}>${words}</v>`;
}

function clock(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  const seconds = milliseconds / 1000;
  const parts = [two(seconds / 3600), two((seconds / 60) % 60), two(seconds % 60)];
  return `${parts.join(":")}.${String(milliseconds % 1000).padStart(3, "0")}`;
}
