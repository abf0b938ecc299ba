import type { Span, Voice } from "../core/index.ts";
import { isOmission, isStage } from "./bracket.ts";
import { findDates, parseDate } from "./date.ts";
import type { Speaker } from "./document.ts";
import { Draft } from "./draft.ts";
import { addHeader, fieldValue, type Header } from "./header-field.ts";
import { fullNamesIn } from "./party.ts";
import { areCompatible, familyName, inTitleCase, isName, splitTitle } from "./person-name.ts";
import { roleOf } from "./role.ts";
import { seek } from "./seeker.ts";
import { trimmed, type Unit } from "./unit.ts";

/** A monitoring report as it was read, before its marks are found. */
interface MonitoringReport {
  readonly draft: Draft;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly speakers: readonly Speaker[];
}

/** A bracket that tells who speaks, what opens, or what is the editor's. */
interface Tag extends Span {
  readonly kind: "text" | "party" | "subheading" | "remark";
  /** What stands in it, trimmed. */
  readonly content: string;
}

/** Longest bracket that is read as a tag: an editor's opening line with names and places. */
const LONGEST_TAG = 600;
const LONGEST_NAME = 60;

const TEXT = /^(?:(?:full |begin )?text|excerpts?|begin excerpts?|fbis translated text|passage|summary)$/iu;
const REMARK =
  /^(?:["“]?(?:excerpts?|text|report|interview|speech|statement|article|commentary|editorial|address|address|recording|unattributed|from|by|announcer-read)["”]?\s+(?:of|by|from|on|in|with|article|report|interview|commentary)\b|(?:description of )?source\b|(?:begin|end) )/iu;
const REPORT =
  /^(?:text|excerpts?|transcript|recording|report|summary)\s+(?:of|from)\s+.{1,200}?\b(?:report|interview|speech|statement|article|commentary|editorial|address|programme|broadcast|carried|published|by)\b/iu;

/**
 * Reads a report of broadcast or press monitoring: `[Text]`, parties in brackets in running paragraphs, or an opening
 * line `Text of report by OUTLET on DATE`. Null where the text has not this form.
 */
export function readMonitoring(text: string, header: Header): MonitoringReport | null {
  const units = header.body;
  const parties = partyTags(text, units);
  const opened = units.slice(0, 6).some((unit) => isReportLine(text, unit) || opensText(text, unit));
  if (!opened && !convinces(parties)) return null;
  const keys = new Set(parties.map(({ content }) => content.toUpperCase()));
  const draft = new Draft(text);
  addHeader(draft, header);
  const author = fieldValue(text, header, "speaker", "author") ?? authorIn(text, units);
  const reader = new ReportReader(text, draft, keys, author);
  for (const [index, unit] of units.entries()) reader.add(unit, index);
  const title = fieldValue(text, header, "title") ?? reader.title;
  return { draft, title, outlet: reader.outlet, date: reader.date, speakers: reader.speakers };
}

/** The author whom a bracket names at either end of a report: `[from article by NAME, headlined "…"]`. */
function authorIn(text: string, units: readonly Unit[]): string | null {
  for (const unit of [...units.slice(-3).reverse(), ...units.slice(0, 4)]) {
    const words = text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TAG));
    const match =
      /^\[(?:from |excerpts? from )?(?:report|article|editorial|commentary|column)\b[^\]"“]*?\bby\s+((?:\p{Lu}[\p{L}.'’-]+\s?){2,5})/iu.exec(
        words,
      );
    if (match !== null && isName(match[1]!.trim())) return match[1]!.trim();
  }
  return null;
}

/** The line that opens a broadcast report: it names the outlet and the day. */
function isReportLine(text: string, unit: Unit): boolean {
  return unit.end - unit.start <= 400 && REPORT.test(text.slice(unit.start, unit.end));
}

function opensText(text: string, unit: Unit): boolean {
  return tagsIn(text, unit)
    .slice(0, 2)
    .some(
      (tag) =>
        tag.kind === "text" ||
        (tag.kind === "remark" &&
          tag.start === unit.start &&
          /\b(?:excerpts?|text|interview|report)\b/iu.test(tag.content) &&
          /\b(?:of|by|with)\b/iu.test(tag.content) &&
          tag.content.length > 30),
    );
}

/** Brackets that stand where a turn can start, with content that names a party. */
function partyTags(text: string, units: readonly Unit[]): Tag[] {
  const brackets = seek(text, "[");
  const tags = units
    .filter((unit) => brackets.next(unit.start) < unit.end)
    .flatMap((unit) => tagsIn(text, unit))
    .filter((tag) => tag.kind === "party");
  const counts = new Map<string, number>();
  for (const { content } of tags)
    counts.set(content.toUpperCase(), (counts.get(content.toUpperCase()) ?? 0) + 1);
  // A name that comes once is a supplied word, unless it answers one who asks.
  return tags.filter((tag, index) => {
    if (counts.get(tag.content.toUpperCase())! > 1 || asks(tag.content)) return true;
    const before = tags[index - 1];
    return before !== undefined && asks(before.content);
  });
}

function convinces(parties: readonly Tag[]): boolean {
  const keys = new Set(parties.map(({ content }) => content.toUpperCase()));
  return keys.size > 1 && parties.length > 2 && parties.some(({ content }) => asks(content));
}

function asks(content: string): boolean {
  return roleOf(content.toUpperCase(), null)?.voice === "interviewer";
}

/** The tags of a unit: brackets at its start, after another tag, or after a sentence's end. */
function tagsIn(text: string, unit: Span): Tag[] {
  const within = text.slice(unit.start, unit.end);
  const tags: Tag[] = [];
  let end = 0;
  for (const { 0: bracket, index } of within.matchAll(/\[[^[\]]{1,600}\]/gu)) {
    const before = within.slice(Math.max(end, index - 8), index);
    const starts = /^\s*(?:\d{1,3}\.\s*)?$/u.test(before)
      ? index - end <= 8
      : /[.?!…:]["'”’)]*\s+$|\n\s*$|--?\s*$/u.test(before);
    const tag = starts ? tagOf(bracket.slice(1, -1).trim()) : null;
    if (tag === null) continue;
    tags.push({ ...tag, start: unit.start + index, end: unit.start + index + bracket.length });
    end = index + bracket.length;
  }
  return tags;
}

function tagOf(content: string): Pick<Tag, "kind" | "content"> | null {
  if (content.length > LONGEST_TAG || isOmission(content) || isStage(content)) return null;
  if (TEXT.test(content)) return { kind: "text", content };
  if (/^subheading$/iu.test(content)) return { kind: "subheading", content };
  if (REMARK.test(content)) return { kind: "remark", content };
  if (content.length > LONGEST_NAME) return null;
  const { name, title } = splitTitle(content);
  const isParty =
    asks(content) ||
    isName(name) ||
    (title !== null && name === "") ||
    /^(?:answer|question)$/iu.test(content);
  return isParty ? { kind: "party", content } : null;
}

class ReportReader {
  title: string | null = null;
  outlet: string | null = null;
  date: string | null = null;
  readonly speakers: Speaker[] = [];
  readonly #text: string;
  readonly #draft: Draft;
  readonly #keys: ReadonlySet<string>;
  readonly #author: string | null;
  readonly #full: ReadonlyMap<string, string>;
  #begun = false;

  constructor(text: string, draft: Draft, keys: ReadonlySet<string>, author: string | null) {
    this.#text = text;
    this.#draft = draft;
    this.#keys = keys;
    this.#author = author === null ? null : inTitleCase(author);
    this.#full = fullNamesIn(text, new Set([...keys].map((key) => familyName(key))));
  }

  add(unit: Unit, index: number): void {
    const words = this.#text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TAG));
    if (unit.kind === "heading") this.#draft.add(index === 0 ? "title" : "heading", unit.start, unit.end);
    else if (index < 6 && isReportLine(this.#text, unit)) this.#addReportLine(unit);
    else if (/^\[[^[\]]+\]$/u.test(words)) this.#addBracketed(unit, words.slice(1, -1).trim());
    else if (!this.#begun && isHeadline(words)) {
      this.#draft.add("title", unit.start, unit.end);
      this.title ??= words.replace(/\s+/gu, " ");
    } else this.#addRunning(unit);
  }

  #addReportLine(unit: Unit): void {
    const words = this.#text.slice(unit.start, unit.end);
    const outlet = /\bby\s+(?:the\s+)?(.+?)(?:\s+(?:website|on|in|at|from)\b|,|$)/iu.exec(words);
    this.outlet ??= outlet?.[1] ?? null;
    this.date ??= findDates(words)[0]?.iso ?? parseDate(words);
    this.#draft.add("opening", unit.start, unit.end);
    this.#begun = true;
  }

  /** A paragraph in brackets alone: a remark of the editor's, an omission, a stage mark or a heading. */
  #addBracketed(unit: Unit, content: string): void {
    if (isOmission(content) && this.#draft.turn !== null) {
      this.#draft.addToTurn(unit.start, unit.end);
      return;
    }
    const headline = /headlined\s+["“'‘](.+?)["”'’](?:[.,;]|$)/u.exec(content);
    if (/^(?:from|report|article|editorial|commentary)\b/iu.test(content)) {
      this.title ??= headline?.[1] ?? null;
      this.#draft.add("note", unit.start, unit.end);
    } else if (isStage(content)) this.#draft.add("stage", unit.start, unit.end);
    else
      this.#draft.add(
        REMARK.test(content) || TEXT.test(content) ? "opening" : "heading",
        unit.start,
        unit.end,
      );
    this.#begun = true;
  }

  #addRunning(unit: Unit): void {
    const number = /^\d{1,3}\.\s+(?=\[|\p{Lu})/u.exec(this.#text.slice(unit.start, unit.start + 12));
    let at = unit.start;
    if (number !== null) {
      this.#draft.addLabel({ start: unit.start, end: unit.start + number[0].length });
      at += number[0].length;
    }
    let heading = false;
    for (const tag of tagsIn(this.#text, unit)) {
      if (tag.kind === "party" && !this.#keys.has(tag.content.toUpperCase())) continue;
      this.#addWords(at, tag.start, heading);
      heading = tag.kind === "subheading";
      if (tag.kind === "remark") this.#draft.add("opening", tag.start, tag.end);
      else if (tag.kind === "party") this.#beginTurn(tag);
      else this.#draft.addLabel(tag);
      this.#begun = true;
      at = tag.end;
    }
    this.#addWords(at, unit.end, heading);
    this.#begun = true;
  }

  #addWords(start: number, end: number, heading: boolean): void {
    const span = trimmed(this.#text, start, end);
    if (span.start === span.end) return;
    if (heading) {
      this.#draft.add("heading", span.start, span.end);
      return;
    }
    if (this.#draft.turn === null) this.#draft.beginTurn(this.#authorVoice(), null);
    this.#draft.addToTurn(span.start, span.end);
  }

  #authorVoice(): Voice {
    if (this.#keys.size > 0) return { kind: "unknown", name: null };
    if (this.#author !== null) this.#addSpeaker(this.#author, "");
    return { kind: "speaker", name: this.#author };
  }

  #beginTurn(tag: Tag): void {
    const voice = this.#voiceOf(tag.content);
    if (voice.kind === "speaker" && voice.name !== null) this.#addSpeaker(voice.name, tag.content);
    this.#draft.beginTurn(voice, tag);
  }

  #voiceOf(content: string): Voice {
    if (asks(content)) return { kind: "interviewer", name: null };
    if (/^answer$/iu.test(content)) return { kind: "speaker", name: this.#author };
    const name = inTitleCase(splitTitle(content).name || content);
    const known = [this.#author, this.#full.get(familyName(name)) ?? null].find(
      (full) => full !== null && areCompatible(full, name),
    );
    return { kind: "speaker", name: known ?? name };
  }

  #addSpeaker(name: string, content: string): void {
    if (this.speakers.some((speaker) => speaker.name === name)) return;
    this.speakers.push({ name, office: splitTitle(content).title });
  }
}

function isHeadline(words: string): boolean {
  return words.length <= 200 && !/[.:]$/u.test(words) && !/^\[/u.test(words);
}
