import type { Span } from "../core/index.ts";
import type { Draft } from "./draft.ts";
import { isName, isOffice, isUncasedName, splitTitle } from "./person-name.ts";
import { furnitureOf } from "./report-furniture.ts";
import { splitUnit, type Unit } from "./unit.ts";

/** What a header field says; `other` fields are kept as header lines and read no further. */
type FieldName =
  | "president"
  | "speaker"
  | "author"
  | "interviewer"
  | "title"
  | "date"
  | "sourceDate"
  | "outlet"
  | "source"
  | "language"
  | "place"
  | "series"
  | "number"
  | "subject"
  | "remark"
  | "opening"
  | "other";

/** One field of a header: where its label and its value stand. An empty value has `value.start === value.end`. */
interface HeaderField {
  readonly name: FieldName;
  readonly label: Span;
  readonly value: Span;
  /** Whether it is the next line of a bracket that the line before leaves open. */
  readonly wraps?: boolean;
}

/** The header of a text: its fields, and the units below it. */
export interface Header {
  readonly fields: readonly HeaderField[];
  readonly body: readonly Unit[];
}

const NAMES: readonly (readonly [FieldName, RegExp])[] = [
  ["president", /^(?:president|prime minister|chancellor|premier|governor|king|queen|emir|pope)$/u],
  [
    "speaker",
    /^(?:speakers?|(?:speech|remarks|address|statement|sermon|lecture) (?:by|of)|(?:discours|allocution) (?:de|d['’])|(?:rede|ansprache) von|discurso d[eo]|discorso di|toespraak van|tal av|talare|redner(?:in)?|كلمة|خطاب|נאום|delivered by|interviewee|guest|orateur|المتحدث|المتكلم)$/u,
  ],
  ["author", /^(?:authors?|by|byline|writer|auteur|reporter|correspondent|الكاتب)$/u],
  ["interviewer", /^(?:interviewers?|interviewed by|host|moderator|presenter)$/u],
  [
    "title",
    /^(?:title|(?:document |report )?(?:title|headline)|headline|subj(?:ect)?|topic|re|titre|العنوان)$/u,
  ],
  [
    "date",
    /^(?:date|(?:report|document) date|published|publication date|posted|updated|delivered|document date|التاريخ)$/u,
  ],
  [
    "sourceDate",
    /^(?:source date|date of (?:source|interview|speech|broadcast)|broadcast date|article date|interview date)$/u,
  ],
  ["outlet", /^(?:outlet|publication|publisher|newspaper|station|channel|network|agency|media)$/u],
  ["source", /^(?:source|source line|source name|city\/source(?: of document)?|source of document)$/u],
  ["language", /^(?:(?:document )?language|source language|original language|langue|اللغة)$/u],
  ["place", /^(?:place|location|venue|city|country|dateline|lieu|المكان)$/u],
  ["series", /^(?:series|report type|document type|article type|report name|type)$/u],
  [
    "number",
    /^(?:number|no|report number|report nbr|report no|document (?:number|no)|document id|serial|reference)$/u,
  ],
  ["subject", /^(?:(?:document )?region|regions?)$/u],
  ["remark", /^(?:subslug|sub-slug|description)$/u],
  ["opening", /^(?:full text of article|full text|text|body|transcript|-text-)$/u],
  [
    "other",
    /^(?:time|subheading|section|page|event|occasion|edition|volume|issue|translator|translated by|translation|classification|distribution|afs number|keywords?|category|copyright|url|link|id|header|program(?:me)?|summary line|precedence|unclassified|source time|city time|from|to|cc)$/u,
  ],
];

/** Longest header line: a headline with room. */
const LONGEST_LINE = 400;

/** The fields at a text's start: `President: NAME` lines, or names between dashes with the value on the next lines. */
export function readHeader(text: string, units: readonly Unit[]): Header {
  const fields: HeaderField[] = [];
  const lead = leadOf(text, units);
  if (lead !== null) fields.push(lead);
  for (const [index, unit] of units.entries()) {
    if (index === 0 && lead !== null) continue;
    const found = fieldsOf(text, unit, fields.at(-1) === lead ? undefined : fields.at(-1));
    if (found.length === 0) return { fields, body: units.slice(index) };
    for (const field of found) fields.push(field);
    if (found.length < unit.lines.length) {
      const below = splitUnit(unit, (_, line) => line === found.length).slice(1);
      return { fields, body: [...below, ...units.slice(index + 1)] };
    }
    if (found.at(-1)!.name === "opening") return { fields, body: units.slice(index + 1) };
  }
  return { fields, body: [] };
}

/** A heading, or a line of the teletype, above a unit of fields: it is the first of them. */
function leadOf(text: string, units: readonly Unit[]): HeaderField | null {
  const [first, second] = units;
  if (first === undefined || second === undefined || second.lines.length < 2) return null;
  const code =
    furnitureOf(text.slice(first.start, Math.min(first.end, first.start + LONGEST_LINE))) === "code";
  if (first.kind !== "heading" && !code) return null;
  const found = fieldsOf(text, second, undefined);
  if (found.length < 2) return null;
  const isTitled = code || found.some(({ name }) => name === "title");
  const start = { start: first.start, end: first.start };
  return { name: isTitled ? "other" : "title", label: start, value: { start: first.start, end: first.end } };
}

/** All that the lines of the fields of a name say, or null. */
export function fieldLines(text: string, header: Header, wanted: FieldName): string | null {
  const found = header.fields.filter(({ name }) => name === wanted);
  return found.length === 0 ? null : text.slice(found[0]!.value.start, found.at(-1)!.value.end);
}

/** The value of the first field of a name that has one, or null. */
export function fieldValue(text: string, header: Header, ...names: readonly FieldName[]): string | null {
  for (const name of names) {
    const field = header.fields.find((one) => one.name === name && one.value.end > one.value.start);
    if (field !== undefined) return text.slice(field.value.start, field.value.end).replace(/\s+/gu, " ");
  }
  return null;
}

/** Adds a header's labels and values to the draft. */
export function addHeader(draft: Draft, header: Header): void {
  for (const field of header.fields) {
    if (field.label.end > field.label.start) draft.addLabel(field.label);
    draft.add(field.name === "title" ? "title" : "header", field.value.start, field.value.end);
  }
}

/** The fields of the unit's first lines, one a line; none where its first line is no field: it is of the body. */
function fieldsOf(text: string, unit: Unit, last: HeaderField | undefined): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const line of unit.lines) {
    const before = fields.at(-1) ?? last;
    if (before?.name === "opening") break;
    const field = fieldOf(text, line, fields.length > 0) ?? continued(text, line, before, fields.length > 0);
    if (field === null) break;
    fields.push(field);
  }
  // Half a unit is a header only where a field says that the text opens.
  return fields.length === unit.lines.length || fields.at(-1)?.name === "opening" ? fields : [];
}

/** A rule of dashes, or a value on the line after its label. */
function continued(
  text: string,
  line: Span,
  before: HeaderField | undefined,
  sameUnit: boolean,
): HeaderField | null {
  if (/^[=_*-]{3,}$/u.test(text.slice(line.start, line.end))) {
    return { name: "other", label: line, value: { start: line.end, end: line.end } };
  }
  if (before !== undefined && sameUnit && isOpen(text, before))
    return { name: before.name, label: { start: line.start, end: line.start }, value: line, wraps: true };
  if (before === undefined || !isDashed(text, before) || line.end - line.start > LONGEST_LINE) return null;
  if (!sameUnit && before.value.end > before.value.start) return null;
  return { name: before.name, label: { start: line.start, end: line.start }, value: line };
}

/** Whether a field's line opens a bracket, or goes on in one, and does not close it. */
function isOpen(text: string, { value, wraps }: HeaderField): boolean {
  const words = text.slice(value.start, value.end);
  return words.length <= LONGEST_LINE && (wraps === true || words.includes("[")) && !/\][^[]*$/u.test(words);
}

function isDashed(text: string, field: HeaderField): boolean {
  if (field.wraps === true) return false;
  return field.label.start === field.label.end || text[field.label.start] === "-";
}

/** Reads a line as a field; inside a header (`among`) a short label is a field whatever it says. */
function fieldOf(text: string, line: Span, among: boolean): HeaderField | null {
  const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE + 1));
  if (words.length > LONGEST_LINE) return null;
  const dashed = /^-([\p{Lu}_ ]{2,30})-$/u.exec(words);
  if (dashed !== null) {
    const name = nameOf(dashed[1]!.replace(/_/gu, " ")) ?? "other";
    return { name, label: line, value: { start: line.end, end: line.end } };
  }
  const match = COLON.exec(words) ?? BYLINE.exec(words);
  if (match === null) return null;
  const value = words.slice(match[0].length);
  const name =
    nameOf(match[1] ?? match[2]!) ??
    officeField(match[1] ?? match[2]!, value) ??
    (among && match[0].includes(":") ? "other" : null);
  if (name === null || !canHold(name, value)) return null;
  const start = line.start + match[0].length;
  return { name, label: { start: line.start, end: start }, value: { start, end: line.end } };
}

const COLON = /^(?:\*\*|__)?([\p{L}][\p{L} /_-]{1,40}?)\s*(?:\*\*|__)?\s*:(?:\*\*|__)?\s*/u;
const BYLINE =
  /^([Bb]y|BY|(?:Speech|Remarks|Address|Statement|Sermon|Lecture) (?:by|of)|(?:Rede|Ansprache) von|Discurso d[eo]|Discorso di|Toespraak van|Tal av|(?:Discours|Allocution) de|كلمة|خطاب|נאום)\s+(?=[\p{Lu}\p{Lo}])|^((?:Discours|Allocution) d['’])(?=\p{Lu})/u;

/** A person's field holds a name: what is said by a host or a speaker is a turn. A text's label stands alone. */
function canHold(name: FieldName, value: string): boolean {
  if (name === "opening") return value === "";
  if (name !== "president" && name !== "speaker" && name !== "author" && name !== "interviewer") return true;
  const person = splitTitle(value.split(/,\s|\s\(|\s(?:and|&)\s/u)[0]!).name;
  return (
    value === "" ||
    (value.length <= 120 &&
      !/[?!]|\p{Ll}{3}\.(?:\s|$)/u.test(value) &&
      (isName(person) || isUncasedName(person)))
  );
}

/** `Director: Ada Finch` names who speaks by an office, where nothing but a name follows. */
function officeField(label: string, value: string): FieldName | null {
  const name = splitTitle(value).name;
  return isOffice(label.split(" ").at(-1)!) && name.includes(" ") && isName(name) ? "president" : null;
}

function nameOf(label: string): FieldName | null {
  const folded = label.toLowerCase().trim().replace(/\s+/gu, " ");
  return NAMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
