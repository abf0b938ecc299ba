import type { Span } from "../core/index.ts";
import type { Draft } from "./draft.ts";
import { isName, isOffice, splitTitle } from "./person-name.ts";
import type { Unit } from "./unit.ts";

/** What a header field says; `other` fields are kept as header lines and read no further. */
export type FieldName =
  | "president"
  | "speaker"
  | "author"
  | "interviewer"
  | "title"
  | "date"
  | "sourceDate"
  | "outlet"
  | "language"
  | "place"
  | "series"
  | "number"
  | "opening"
  | "other";

/** One field of a header: where its label and its value stand. An empty value has `value.start === value.end`. */
export interface HeaderField {
  readonly name: FieldName;
  readonly label: Span;
  readonly value: Span;
}

/** The header of a text: its fields and how many units they fill. */
export interface Header {
  readonly fields: readonly HeaderField[];
  readonly units: number;
}

const NAMES: readonly (readonly [FieldName, RegExp])[] = [
  ["president", /^(?:president|prime minister|chancellor|premier|governor|king|queen|emir|pope)$/u],
  [
    "speaker",
    /^(?:speakers?|speech by|remarks by|address by|statement by|delivered by|interviewee|guest|orateur|المتحدث|المتكلم)$/u,
  ],
  ["author", /^(?:authors?|by|byline|writer|auteur|reporter|correspondent|الكاتب)$/u],
  ["interviewer", /^(?:interviewers?|interviewed by|host|moderator|presenter)$/u],
  ["title", /^(?:title|headline|subject|topic|re|titre|العنوان)$/u],
  [
    "date",
    /^(?:date|report date|published|publication date|posted|updated|delivered|document date|التاريخ)$/u,
  ],
  [
    "sourceDate",
    /^(?:source date|date of (?:source|interview|speech|broadcast)|broadcast date|article date|interview date)$/u,
  ],
  [
    "outlet",
    /^(?:source|outlet|publication|publisher|newspaper|station|channel|network|agency|media|source line|source name)$/u,
  ],
  ["language", /^(?:language|source language|original language|langue|اللغة)$/u],
  ["place", /^(?:place|location|venue|city|country|dateline|lieu|المكان)$/u],
  ["series", /^(?:series|report type|document type|type)$/u],
  [
    "number",
    /^(?:number|no|report number|report nbr|report no|document number|document id|serial|reference)$/u,
  ],
  ["opening", /^(?:full text of article|full text|text|body|transcript|-text-)$/u],
  [
    "other",
    /^(?:time|region|subslug|subheading|section|page|event|occasion|edition|volume|issue|translator|translated by|translation|classification|distribution|afs number|keywords?|category|copyright|url|link|id|header|program(?:me)?|summary line|city\/source|precedence|from|to|cc)$/u,
  ],
];

/** Longest header line: a headline with room. */
const LONGEST_LINE = 400;

/** The fields at a text's start: `President: NAME` lines, or names between dashes with the value on the next lines. */
export function readHeader(text: string, units: readonly Unit[]): Header {
  const fields: HeaderField[] = [];
  let read = 0;
  for (const unit of units) {
    const found = fieldsOf(text, unit, fields.at(-1));
    if (found === null) break;
    fields.push(...found);
    read++;
    if (found.some((field) => field.name === "opening")) break;
  }
  return { fields, units: read };
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

/** The unit's fields, or null where one of its lines is none: then it belongs to the body. */
function fieldsOf(text: string, unit: Unit, last: HeaderField | undefined): HeaderField[] | null {
  const fields: HeaderField[] = [];
  for (const line of unit.lines) {
    if (line.end - line.start > LONGEST_LINE) return null;
    const field = fieldOf(text, line);
    const before = fields.at(-1) ?? last;
    if (field !== null) fields.push(field);
    else if (
      before !== undefined &&
      isDashed(text, before) &&
      (fields.length > 0 || before.value.end === before.value.start)
    ) {
      fields.push({ name: before.name, label: { start: line.start, end: line.start }, value: line });
    } else if (/^[=_*-]{3,}$/u.test(text.slice(line.start, line.end))) {
      fields.push({ name: "other", label: line, value: { start: line.end, end: line.end } });
    } else return null;
  }
  return fields;
}

function isDashed(text: string, field: HeaderField): boolean {
  return field.label.start === field.label.end || text[field.label.start] === "-";
}

function fieldOf(text: string, line: Span): HeaderField | null {
  const words = text.slice(line.start, line.end);
  const dashed = /^-([\p{Lu}_ ]{2,30})-$/u.exec(words);
  if (dashed !== null) {
    const name = nameOf(dashed[1]!.replace(/_/gu, " ")) ?? "other";
    return { name, label: line, value: { start: line.end, end: line.end } };
  }
  const colon = /^(?:\*\*|__)?([\p{L}][\p{L} /_-]{1,40}?)\s*(?:\*\*|__)?\s*:(?:\*\*|__)?\s*/u.exec(words);
  const byline =
    colon === null
      ? /^((?:by|speech by|remarks by|address by|statement by))\s+(?=\p{Lu})/iu.exec(words)
      : null;
  const match = colon ?? byline;
  const name =
    match === null ? null : (nameOf(match[1]!) ?? officeField(match[1]!, words.slice(match[0].length)));
  if (match === null || name === null) return null;
  // A byline is a line of its own; a sentence that starts with the same words is not.
  if (byline !== null && (words.length > 100 || /[.?!]$/u.test(words))) return null;
  const start = line.start + match[0].length;
  return { name, label: { start: line.start, end: start }, value: { start, end: line.end } };
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
