import type { Document } from "../documents/index.ts";
import { readPlain } from "../formats/index.ts";
import { CONTROLS } from "./printable.ts";
import { loneSpeaker, printedPassages, readBack } from "./printed-turn.ts";

/**
 * A document as plain text in which everybody is named where he begins to speak: as it is printed where that is so
 * already, else with `NAME:`, `Q:` or `A:` before each turn. Read again it has the same words and, where a plain text
 * can say them, the same voices.
 */
export function documentPlainText(document: Document): string {
  return readBack(document, readPlain, [() => plainText(document, false), () => plainText(document, true)]);
}

function plainText(document: Document, named: boolean): string {
  const { text, pieces } = document;
  const speaker = named ? loneSpeaker(document) : null;
  const before = new Map<number, string>();
  for (const { passage, label, note, isPrinted } of printedPassages(document, named && speaker === null)) {
    const given = isPrinted ? null : note === null ? label : `[${note}]`;
    if (given !== null) before.set(passage.start, `${given} `);
  }
  let out = speaker === null ? "" : `Speaker: ${speaker}\n\n`;
  for (const { start, end: until } of pieces) out += (before.get(start) ?? "") + text.slice(start, until);
  return `${printableLines(out)}\n`;
}

/** Lines without control characters, at most one of them empty between two that are not. */
function printableLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(/[^\S\n]+$/gmu, "")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()
    .split("\n")
    .map((line) => line.replace(CONTROLS, "\uFFFD"))
    .join("\n");
}
