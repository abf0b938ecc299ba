import { foldWord, type Voice, type VoiceKind } from "../core/index.ts";
import type { Summary } from "./summary.ts";

/** Which documents, and which of their words; what is not given lets all pass. */
export interface Filter {
  /** Words of a speaker's name: his own words, or, with another `voice`, documents in which he speaks. */
  readonly speaker?: string;
  readonly outlet?: string;
  /** Region or subject line. */
  readonly subject?: string;
  readonly series?: string;
  /** ISO date, year or month: the document's date, or where it has none its source's, is not before it. */
  readonly from?: string;
  /** ISO date, year or month: not after it, the whole of it included. */
  readonly to?: string;
  readonly voice?: VoiceKind;
  /** BCP 47 tag: what the document says it was translated from, or what it is written in. */
  readonly language?: string;
}

/** Whether a document passes: all of the filter but what asks for single passages. */
export function passesDocument(summary: Summary, filter: Filter): boolean {
  const { outlet, subject, series, language } = filter;
  return (
    passesDate(summary.date ?? summary.sourceDate, filter) &&
    (outlet === undefined || hasWords(summary.outlet, outlet)) &&
    (subject === undefined || hasWords(summary.subject, subject)) &&
    (series === undefined || hasWords(summary.series, series)) &&
    (language === undefined ||
      sameLanguage(summary.language, language) ||
      sameLanguage(summary.written, language)) &&
    (filter.speaker === undefined ||
      [...summary.speakers.map(({ name }) => name), summary.interviewer].some((name) =>
        hasWords(name, filter.speaker!),
      ))
  );
}

/** Whether words in this voice pass. */
export function passesVoice({ kind, name }: Voice, { voice, speaker }: Filter): boolean {
  if (voice !== undefined && kind !== voice) return false;
  return speaker === undefined || (voice !== undefined && voice !== "speaker") || hasWords(name, speaker);
}

/** Whether `text` has all words of `wanted`, in any order, whatever their case. */
export function hasWords(text: string | null, wanted: string): boolean {
  if (text === null) return false;
  const held = new Set(foldedWords(text));
  return foldedWords(wanted).every((word) => held.has(word));
}

/** The words of a name or line, as they are compared. */
export function foldedWords(text: string): string[] {
  // Most names are of plain letters, of which folding changes the case alone: ten thousand are read three times as fast.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/u.test(text)) return text.toLowerCase().split(" ");
  return (text.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? []).map(foldWord);
}

/** A name as it is told from others: its words, without their case and what stands between them. */
export function foldedName(name: string): string {
  return foldedWords(name).join(" ");
}

/** ISO dates compare as strings; "2018" is before each of its days and, as an end, is after them. */
export function passesDate(date: string | null, { from, to }: Filter): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === null) return false;
  return (from === undefined || date >= from) && (to === undefined || date.slice(0, to.length) <= to);
}

function sameLanguage(held: string | null, wanted: string): boolean {
  const [tag, other] = [held?.toLowerCase(), wanted.toLowerCase()];
  return tag !== undefined && (tag === other || tag.startsWith(`${other}-`));
}
