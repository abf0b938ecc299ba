import { FACETS, type FacetName, type Filter } from "../../archive/index.ts";
import type { VoiceKind } from "../../core/index.ts";

/** What is asked of the archive's page. */
export interface ArchiveQuery {
  /** Words looked for; empty: the documents are listed. */
  readonly words: string;
  readonly filter: Filter;
  /** From 1. */
  readonly page: number;
  /** The facet of which all values are wanted; null: the best of each. */
  readonly all: FacetName | null;
  /** What was given and is not understood, by field: why, and what would be. */
  readonly wrong: Readonly<Record<string, string>>;
  /** What was given, as it was, for the form. */
  readonly given: Readonly<Partial<Record<ArchiveField, string>>>;
}

/** Voices that words can be looked for in. */
export const VOICES = ["speaker", "interviewer", "editor", "quoted", "unknown"] as const;

/** Fields of the page's address, in the order of its links. */
export const FIELDS = [
  "q",
  "voice",
  "speaker",
  "outlet",
  "subject",
  "series",
  "from",
  "to",
  "language",
] as const;
export type ArchiveField = (typeof FIELDS)[number];

/** Reads an address; what is not understood is told, and narrows nothing. */
export function archiveQuery(query: Readonly<Record<string, string>>): ArchiveQuery {
  const given: Partial<Record<ArchiveField, string>> = {};
  const wrong: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = query[field]?.trim() ?? "";
    if (value !== "") given[field] = value;
  }
  const { q = "", voice, from, to, ...texts } = given;
  if (voice !== undefined && !isVoice(voice)) wrong.voice = `${voice}: is no voice; choose one of the list.`;
  for (const [field, value] of [
    ["from", from],
    ["to", to],
  ] as const)
    if (value !== undefined && !isDate(value))
      wrong[field] =
        `${value}: is no date; give a year, a month or a day, such as 2018, 2018-03 or 2018-03-28.`;
  if (wrong.from === undefined && wrong.to === undefined && from !== undefined && to !== undefined)
    if (from.slice(0, to.length) > to) wrong.to = `${to}: is before ${from}; turn the two dates round.`;
  const filter: Filter = {
    ...texts,
    ...(voice !== undefined && isVoice(voice) ? { voice } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const page = /^[1-9]\d{0,6}$/u.test(query.page ?? "") ? Number(query.page) : 1;
  return { words: q, filter, page, all: FACETS.find((name) => name === query.all) ?? null, wrong, given };
}

function isVoice(voice: string): voice is VoiceKind {
  return (VOICES as readonly string[]).includes(voice);
}

/** An ISO year, month or day. */
function isDate(text: string): boolean {
  const [whole, , month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return whole !== undefined && isMonth && Number(day) >= 1 && Number(day) <= 31;
}

/** The page's address with some fields changed; null takes one out. A change leads back to the first page. */
export function archivePath(
  given: ArchiveQuery["given"],
  change: Readonly<Partial<Record<ArchiveField | "page" | "all", string | null>>> = {},
): string {
  const parts = [...FIELDS, "page", "all"].flatMap((field) => {
    const held = (given as Readonly<Record<string, string | undefined>>)[field];
    const changed = (change as Readonly<Record<string, string | null | undefined>>)[field];
    const value = changed === undefined ? held : changed;
    return value === undefined || value === null
      ? []
      : [`${field}=${encodeURIComponent(value.toWellFormed())}`];
  });
  return parts.length === 0 ? "/archive" : `/archive?${parts.join("&")}`;
}
