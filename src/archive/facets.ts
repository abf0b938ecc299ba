import type { Voice } from "../core/index.ts";
import { type Filter, foldedWords, passesDocument, passesVoice } from "./filter.ts";
import type { Summary } from "./summary.ts";

/** Values of a facet that are told where no other number is asked for: more than a page shows without being searched itself. */
export const FACET_VALUES = 50;

/** Documents to be counted: those that pass the filter and, with `words`, have a passage that `search` would hit. */
export interface FacetQuery extends Filter {
  /** As {@link SearchQuery} has them; words without any word in them hit nothing. */
  readonly words?: string;
}

/** A value as documents print it, and how many documents are left when it is chosen. */
export interface FacetValue {
  readonly value: string;
  readonly documents: number;
}

/** The values of one field. */
export interface Facet {
  /** How many values there are in all. */
  readonly total: number;
  /** Those that most documents have, then by name. */
  readonly values: readonly FacetValue[];
}

/** Fields of the filter that have a facet each. */
export const FACETS = ["speaker", "outlet", "subject", "series", "language"] as const;
export type FacetName = (typeof FACETS)[number];

/**
 * How many documents there are, by what can be chosen next.
 *
 * Choosing a value narrows to what it counts: without `words`, `list({ ...filter, [facet]: value }, …).total` is its
 * `documents`; with them, `facets({ ...query, [facet]: value }).total` is. So a value counts whatever the filter lets
 * pass for it: "Marrow" counts documents of "Ilse Marrow" too, "pt" those in "pt-BR", and a document counts for each
 * of its speakers, its interviewer included, and for the language it is from and the one it is written in. Values that
 * ask for the same words (another case, another order) are one, as most of the documents print it. Where the filter
 * has a value for the facet already, only values that it lets pass are told. What has no word in it is no value.
 */
export interface Facets extends Readonly<Record<FacetName, Facet>> {
  /** Documents in all. */
  readonly total: number;
  /** All years of `date ?? sourceDate`, ascending; chosen with `from` and `to`, where the filter's own lie not within it. */
  readonly years: readonly FacetValue[];
}

/** What a value of a facet asks for, and what a held value answers: it passes where it answers all that is asked. */
export interface FacetWords {
  readonly asks: (value: string) => readonly string[];
  readonly answers: (value: string) => readonly string[];
}

const NAMES: FacetWords = { asks: foldedWords, answers: foldedWords };
const LANGUAGES: FacetWords = { asks: (tag) => [tag.toLowerCase()], answers: beginnings };

export function facetWords(facet: FacetName): FacetWords {
  return facet === "language" ? LANGUAGES : NAMES;
}

/** The values that a document has in a field, each once. */
export function facetValues(facet: FacetName, summary: FacetSummary): string[] {
  const values: string[] = [];
  const add = (value: string | null): void => {
    if (value !== null) values.push(value);
  };
  if (facet === "speaker") {
    for (const { name } of summary.speakers) add(name);
    add(summary.interviewer);
  } else if (facet === "language") {
    add(summary.language);
    add(summary.written);
  } else add(summary[facet]);
  return values.length > 1 ? [...new Set(values)] : values;
}

/** What of a summary is counted. */
export type FacetSummary = Pick<
  Summary,
  | "outlet"
  | "subject"
  | "series"
  | "date"
  | "sourceDate"
  | "language"
  | "written"
  | "speakers"
  | "interviewer"
>;

/** Most documents first, then by name. */
export function byCount(a: FacetValue, b: FacetValue): number {
  return b.documents - a.documents || (a.value < b.value ? -1 : 1);
}

/** Years with their documents, ascending. */
export function yearsOf(dates: Iterable<string | null>): FacetValue[] {
  const years = new Map<string, number>();
  for (const date of dates)
    if (date !== null) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1);
  return Array.from(years, ([value, documents]) => ({ value, documents })).sort((a, b) =>
    a.value < b.value ? -1 : 1,
  );
}

/** "zh-Hant-TW" is also "zh-Hant" and "zh". */
function beginnings(tag: string): string[] {
  const parts = tag.toLowerCase().split("-");
  return parts.map((_, i) => parts.slice(0, i + 1).join("-"));
}

/** A document with the voices of those of its passages that have the words; null where none were asked for. */
export interface FacetDocument {
  readonly summary: Summary;
  readonly hits: readonly Voice[] | null;
}

/** Every value of every document tried with the filter itself: the reference. */
export function countFacets(documents: readonly FacetDocument[], query: FacetQuery, limit: number): Facets {
  const passes = ({ summary, hits }: FacetDocument, asked: Filter): boolean =>
    passesDocument(summary, asked) && (hits === null || hits.some((voice) => passesVoice(voice, asked)));
  const passing = documents.filter((one) => passes(one, query));
  const facet = (name: FacetName): Facet => {
    const { asks, answers } = facetWords(name);
    const wanted = query[name] === undefined ? [] : asks(query[name]);
    const spellings = new Map<string, Map<string, number>>();
    for (const value of passing.flatMap(({ summary }) => facetValues(name, summary))) {
      const key = [...new Set(asks(value))].sort().join("\n");
      if (key === "" || !wanted.every((word) => answers(value).includes(word))) continue;
      const same = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, same.set(value, (same.get(value) ?? 0) + 1));
    }
    const values = [...spellings.values()].map((same) => {
      const [first] = Array.from(same, ([value, times]) => ({ value, documents: times })).sort(byCount);
      const chosen = { ...query, [name]: first!.value };
      return { value: first!.value, documents: passing.filter((one) => passes(one, chosen)).length };
    });
    return shortened(values, limit);
  };
  return {
    total: passing.length,
    speaker: facet("speaker"),
    outlet: facet("outlet"),
    subject: facet("subject"),
    series: facet("series"),
    language: facet("language"),
    years: yearsOf(passing.map(({ summary }) => summary.date ?? summary.sourceDate)),
  };
}

/** A facet of those values that have any document: the best `limit` of them. */
export function shortened(values: readonly FacetValue[], limit: number): Facet {
  const counted = values.filter(({ documents }) => documents > 0);
  const counts = Uint32Array.from(counted, ({ documents }) => documents).sort();
  // Most of ten thousand values have one document each, and need not be put in order.
  const least = counts[Math.max(0, counts.length - limit)] ?? 0;
  const best = counted.filter(({ documents }) => documents >= least).sort(byCount);
  return { total: counted.length, values: best.slice(0, limit) };
}
