import type { Voice } from "../core/index.ts";
import { isOmission, isStage } from "./bracket.ts";
import { findDates, parseDate } from "./date.ts";
import type { Speaker } from "./document.ts";
import { Draft } from "./draft.ts";
import { addHeader, fieldLines, fieldValue, type Header } from "./header-field.ts";
import { statedLanguage } from "./language.ts";
import { fullNamesIn } from "./party.ts";
import { areCompatible, familyName, inTitleCase, isName, splitTitle } from "./person-name.ts";
import { type Furniture, furnitureOf } from "./report-furniture.ts";
import { peopleOf, type RemarkedPeople } from "./report-remark.ts";
import {
  convinces,
  isRemark,
  LONGEST_TAG,
  partyKey,
  partyTags,
  saysText,
  type Tag,
  tagsIn,
} from "./report-tag.ts";
import { outletName, readSourceLine } from "./source-line.ts";
import { splitUnit, trimmed, type Unit } from "./unit.ts";

/** A monitoring report as it was read, before its marks are found. */
interface MonitoringReport {
  readonly kind: "transcript" | "speech" | "article";
  readonly draft: Draft;
  readonly title: string | null;
  readonly number: string | null;
  readonly subject: string | null;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly sourceDate: string | null;
  readonly language: string | null;
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
}

const REPORT =
  /^(?:full )?(?:text|excerpts?|transcript|recording|report|summary)\s+(?:of|from)\s+.{1,200}?\b(?:report|interview|speech|statement|article|commentary|editorial|address|programme|broadcast|carried|published|by)\b/iu;

/** Units from a text's start in which a report says that it is one: header lines stand before. */
const OPENING_UNITS = 8;

/**
 * Reads a report of broadcast or press monitoring: `[Text]`, parties in brackets in running paragraphs, or an opening
 * line `Text of report by OUTLET on DATE`. Null where the text has not this form.
 */
export function readMonitoring(text: string, header: Header): MonitoringReport | null {
  const units = header.body;
  const people = peopleIn(text, units, fieldLines(text, header, "remark"));
  const known = new Set([...people.asked, ...people.asking].map(familyName));
  const parties = partyTags(text, units, known);
  const opened = units
    .slice(0, OPENING_UNITS)
    .some((unit) => isReportLine(text, unit) || opensText(text, unit));
  if (!opened && !convinces(parties)) return null;
  const draft = new Draft(text);
  addHeader(draft, header);
  const [orator = null] = people.speaking.length === 1 ? people.speaking : [];
  const author = fieldValue(text, header, "speaker", "author") ?? orator ?? authorIn(text, units);
  const reader = new ReportReader(text, draft, parties, author, people);
  const lines = units.flatMap((unit) => partedUnits(text, unit));
  for (const [index, line] of lines.entries()) reader.add(line, index, lines[index + 1]);
  const { title, number, subject, outlet, date, sourceDate, language, speakers } = reader;
  return {
    kind: draft.turns.length > 1 ? "transcript" : orator === null ? "article" : "speech",
    draft,
    title: fieldValue(text, header, "title") ?? title,
    number,
    subject,
    outlet,
    date,
    sourceDate,
    language,
    speakers,
    interviewer: reader.interviewer,
  };
}

/** A unit, or a line of one, as a report is read. */
interface ReportLine extends Unit {
  /** What it is where it is none of the report's words; see {@link furnitureOf}. */
  readonly furniture: Furniture | null;
  /** Whether the report's number or date stands in a line beside it: then it is of the header too. */
  readonly isHeader: boolean;
}

/** A unit, with the lines that are furniture as lines of their own. */
function partedUnits(text: string, unit: Unit): ReportLine[] {
  const furniture = (part: Unit): Furniture | null => {
    const { start, end } = part;
    return end - start > LONGEST_TAG ? null : furnitureOf(text.slice(start, end));
  };
  const kinds = unit.lines.map((line) => furnitureOf(text.slice(line.start, line.end)));
  if (kinds.every((kind) => kind === null) || unit.lines.length === 1)
    return [{ ...unit, furniture: furniture(unit), isHeader: false }];
  const isHeader =
    kinds.some((kind) => kind === "number" || kind === "date") &&
    unit.lines.every((line) => isHeadline(text.slice(line.start, line.end)));
  const parts = splitUnit(
    unit,
    (_, index) => isHeader || kinds[index] !== null || (kinds[index - 1] ?? null) !== null,
  );
  return parts.map((part) => ({ ...part, furniture: furniture(part), isHeader }));
}

/** Whom the editor's remarks above the text name. */
function peopleIn(text: string, units: readonly Unit[], remark: string | null): RemarkedPeople {
  const remarks = units.slice(0, OPENING_UNITS).flatMap((unit) => tagsIn(text, unit));
  const contents = remarks.filter(({ kind }) => kind === "remark").map(({ content }) => content);
  const found = (remark === null ? contents : [remark, ...contents]).map(peopleOf);
  return {
    asked: found.flatMap(({ asked }) => asked),
    asking: found.flatMap(({ asking }) => asking),
    speaking: found.flatMap(({ speaking }) => speaking),
  };
}

/** The author whom a bracket names at either end of a report: `[from article by NAME, headlined "…"]`. */
function authorIn(text: string, units: readonly Unit[]): string | null {
  for (const unit of [...units.slice(-5).reverse(), ...units.slice(0, OPENING_UNITS)]) {
    const words = text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TAG));
    const match =
      /^\[(?:from |excerpts? from )?(?:report|article|editorial|commentary|column|opinion)\b[^\]"“]*?\bby\s+((?:\p{Lu}[\p{L}.'’-]+\s?){2,5})/iu.exec(
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

class ReportReader {
  title: string | null = null;
  number: string | null = null;
  subject: string | null = null;
  outlet: string | null = null;
  date: string | null = null;
  sourceDate: string | null = null;
  language: string | null = null;
  readonly speakers: Speaker[] = [];
  readonly #text: string;
  readonly #draft: Draft;
  readonly #keys: ReadonlySet<string>;
  readonly #author: string | null;
  readonly #full: ReadonlyMap<string, string>;
  readonly #people: RemarkedPeople;
  /** Those who ask, by their family names. */
  readonly #asking = new Map<string, string>();
  #begun = false;

  constructor(
    text: string,
    draft: Draft,
    parties: readonly Tag[],
    author: string | null,
    people: RemarkedPeople,
  ) {
    this.#text = text;
    this.#draft = draft;
    this.#keys = new Set(parties.map(partyKey));
    this.#author = author === null ? null : inTitleCase(author);
    this.#full = fullNamesIn(text, new Set([...this.#keys].map((key) => familyName(key))));
    this.#people = people;
    for (const name of people.asking) this.#asking.set(familyName(name), name);
    for (const { name } of parties) if (name !== null) this.#asking.set(familyName(name), inTitleCase(name));
  }

  /** The one who asks, where one alone is named. */
  get interviewer(): string | null {
    const names = new Set(this.#asking.values());
    return names.size === 1 ? [...names][0]! : null;
  }

  add(unit: ReportLine, index: number, next: ReportLine | undefined): void {
    const words = this.#text.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TAG));
    if (unit.furniture !== null && this.#addFurniture(unit, words, unit.furniture)) return;
    if (unit.isHeader && !this.#begun) {
      this.#draft.add("header", unit.start, unit.end);
      return;
    }
    if (unit.kind === "heading") this.#draft.add(index === 0 ? "title" : "heading", unit.start, unit.end);
    else if (index < OPENING_UNITS && isReportLine(this.#text, unit)) this.#addReportLine(unit);
    else if (/^\[[^[\]]+\]$/u.test(words))
      this.#addBracketed(unit, words.slice(1, -1).replace(/\s+/gu, " ").trim());
    else if (!this.#begun && isHeadline(words)) this.#addHeadline(unit, words, next);
    else this.#addRunning(unit);
  }

  /** A line that is no part of what is reported; false where it may be one, in the midst of a text. */
  #addFurniture(unit: Unit, words: string, furniture: Furniture): boolean {
    if (this.#begun && (furniture === "number" || furniture === "date")) return false;
    if (furniture === "number") this.number ??= words;
    if (furniture === "date") this.date ??= parseDate(words);
    if (furniture === "source") this.#readSource(words);
    this.#draft.add(this.#begun && furniture === "source" ? "note" : "header", unit.start, unit.end);
    return true;
  }

  #readSource(words: string): void {
    const source = readSourceLine(words)!;
    this.outlet ??= source.outlet;
    this.language ??= source.language;
    this.sourceDate ??= source.date;
  }

  /** A line above the text: the title, or a few words in capitals that file it under a region or subject. */
  #addHeadline(unit: Unit, words: string, next: ReportLine | undefined): void {
    const below = next === undefined ? "" : this.#text.slice(next.start, next.end);
    const isFiled = this.title === null && isFiling(words) && next?.furniture === null && isHeadline(below);
    if (isFiled) this.subject = inTitleCase(words.replace(/\s+/gu, " "));
    else this.title ??= words.replace(/\s+/gu, " ");
    this.#draft.add(isFiled ? "header" : "title", unit.start, unit.end);
  }

  #addReportLine(unit: Unit): void {
    const words = this.#text.slice(unit.start, unit.end);
    const outlet = /\bby\s+(?:the\s+)?(.+?)(?:\s+(?:website|on|in|at|from)\b|[,;]|$)/iu.exec(words);
    this.outlet ??= outlet === null ? null : outletName(outlet[1]!);
    this.language ??= statedLanguage(words.replace(/\b(in \p{L}+) (?=by|from)/giu, "$1, "));
    this.date ??= findDates(words)[0]?.iso ?? parseDate(words);
    this.#draft.add("opening", unit.start, unit.end);
    this.#begun = true;
  }

  /** A paragraph in brackets alone: a remark of the editor's, an omission, a stage mark or a heading. */
  #addBracketed(unit: Unit, content: string): void {
    if (isOmission(content)) {
      this.#addWords(unit.start, unit.end, false);
      return;
    }
    const headline = /headlined\s+["“'‘](.+?)["”'’](?:[.,;]|$)/u.exec(content);
    if (/^(?:from|report|article|editorial|commentary)\b/iu.test(content)) {
      this.title ??= headline?.[1] ?? null;
      this.#draft.add("note", unit.start, unit.end);
    } else if (isStage(content)) this.#draft.add("stage", unit.start, unit.end);
    else
      this.#draft.add(isRemark(content) || saysText(content) ? "opening" : "heading", unit.start, unit.end);
    this.#begun = true;
  }

  #addRunning(unit: Unit): void {
    const noise = /^[|¦\s]*(?:\d{1,3}[.)]\s+(?=\[|\p{Lu}))?/u.exec(
      this.#text.slice(unit.start, unit.start + 12),
    )!;
    let at = unit.start + noise[0].length;
    if (at > unit.start) this.#draft.addLabel({ start: unit.start, end: at });
    const code = /\s[/\\]{1,2}\d{3,6}[/\\]{1,2}$/u.exec(
      this.#text.slice(Math.max(at, unit.end - 12), unit.end),
    );
    const end = unit.end - (code?.[0].length ?? 0);
    let heading = false;
    for (const tag of tagsIn(this.#text, unit)) {
      if (tag.kind === "party" && !this.#keys.has(partyKey(tag))) continue;
      this.#addWords(at, tag.start, heading);
      heading = tag.kind === "subheading";
      if (tag.kind === "remark") this.#draft.add("opening", tag.start, tag.end);
      else if (tag.kind === "party") this.#beginTurn(tag);
      else this.#draft.addLabel(tag);
      this.#begun = true;
      at = tag.end;
    }
    this.#addWords(at, end, heading);
    if (end < unit.end) this.#draft.add("header", end, unit.end);
    this.#begun = true;
  }

  #addWords(start: number, end: number, heading: boolean): void {
    const span = trimmed(this.#text, start, end);
    if (span.start === span.end) return;
    if (heading) {
      this.#draft.add("heading", span.start, span.end);
      return;
    }
    if (this.#draft.turn === null) {
      const words = this.#text.slice(span.start, Math.min(span.end, span.start + LONGEST_TAG));
      if (/^\[[^[\]]+\]$/u.test(words) && isStage(words.slice(1, -1))) {
        this.#draft.add("stage", span.start, span.end);
        return;
      }
      this.#draft.beginTurn(this.#authorVoice(), null);
    }
    this.#draft.addToTurn(span.start, span.end);
  }

  #authorVoice(): Voice {
    if (this.#keys.size > 0) return { kind: "unknown", name: null };
    if (this.#author !== null) this.#addSpeaker(this.#author, "");
    return { kind: "speaker", name: this.#author };
  }

  #beginTurn(tag: Tag): void {
    const voice = this.#voiceOf(tag);
    if (voice.kind === "speaker" && voice.name !== null) this.#addSpeaker(voice.name, tag.content);
    this.#draft.beginTurn(voice, tag);
  }

  #voiceOf({ content, asks, name: named }: Tag): Voice {
    const name = inTitleCase(splitTitle(named ?? content).name || content);
    const asking = asks && named === null ? null : (this.#asking.get(familyName(name)) ?? null);
    if (asks || (asking !== null && areCompatible(asking, name)))
      return { kind: "interviewer", name: asking };
    if (/^answer$/iu.test(content)) return { kind: "speaker", name: this.#author };
    const known = [this.#author, this.#full.get(familyName(name)) ?? null, ...this.#people.asked].find(
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

/** A few words in capitals: a region or a subject, under which a desk files. */
function isFiling(words: string): boolean {
  return words.length <= 40 && !/\p{Ll}|\d|\n/u.test(words) && words.split(/\s+/u).length <= 4;
}
