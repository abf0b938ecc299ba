import { FacetColumn } from "./facet-column.ts";
import {
  type Facet,
  type FacetName,
  type FacetQuery,
  type FacetSummary,
  type Facets,
  shortened,
  yearsOf,
} from "./facets.ts";
import { type Filter, passesDate } from "./filter.ts";

/**
 * Passages that have the words, as far as documents are counted by them: for each document, the names of their voices,
 * null for one without a name. Passages that the query's `voice` or `speaker` keeps out are not among them.
 */
export type FacetHits = ReadonlyMap<number, readonly (string | null)[]>;

/** What documents are counted by, ready to be counted: `countFacets` for many thousands of documents. */
export class FacetTable {
  readonly #columns: Readonly<Record<FacetName, FacetColumn>>;
  readonly #dates: readonly (string | null)[];

  /** `documents` are numbered from 0 in their order. */
  constructor(documents: readonly FacetSummary[]) {
    this.#columns = {
      speaker: new FacetColumn("speaker", documents),
      outlet: new FacetColumn("outlet", documents),
      subject: new FacetColumn("subject", documents),
      series: new FacetColumn("series", documents),
      language: new FacetColumn("language", documents),
    };
    this.#dates = documents.map(({ date, sourceDate }) => date ?? sourceDate);
  }

  /** `hits` are those of the query's words; null where it has none. */
  count(query: FacetQuery, hits: FacetHits | null, limit: number): Facets {
    const passing = this.#passing(query).filter((document) => hits === null || hits.has(document));
    const facet = (name: FacetName): Facet => {
      // Another voice than the speaker's own may say the words in a document in which he speaks.
      const isSaid = name === "speaker" && (query.voice === undefined || query.voice === "speaker");
      return this.#facet(name, passing, query[name], isSaid ? hits : null, limit);
    };
    return {
      total: passing.length,
      speaker: facet("speaker"),
      outlet: facet("outlet"),
      subject: facet("subject"),
      series: facet("series"),
      language: facet("language"),
      years: yearsOf(passing.map((document) => this.#dates[document]!)),
    };
  }

  /** Documents that `passesDocument` lets pass. */
  #passing(filter: Filter): number[] {
    const tests = (Object.keys(this.#columns) as FacetName[]).flatMap((name) => {
      const asked = filter[name];
      const column = this.#columns[name];
      return asked === undefined ? [] : [{ column, passes: column.passing(asked) }];
    });
    const passing: number[] = [];
    this.#dates.forEach((date, document) => {
      const passes = tests.every((one) => one.column.of(document).some((value) => one.passes[value] === 1));
      if (passes && passesDate(date, filter)) passing.push(document);
    });
    return passing;
  }

  #facet(
    name: FacetName,
    documents: readonly number[],
    asked: string | undefined,
    said: FacetHits | null,
    limit: number,
  ): Facet {
    const column = this.#columns[name];
    const times = new Uint32Array(column.values.length);
    const counts = new Uint32Array(column.groups);
    const passedBy = new Map<string, readonly number[]>();
    // The last document that counted for a group, so that it counts once; from 1.
    const counted = new Uint32Array(column.groups);
    for (const document of documents) {
      const values = column.of(document);
      const sayers = said === null ? null : this.#sayers(said.get(document)!, passedBy);
      for (const value of values) {
        times[value]!++;
        for (const group of column.passed[value]!) {
          if (counted[group] === document + 1 || sayers?.has(group) === false) continue;
          counted[group] = document + 1;
          counts[group]!++;
        }
      }
    }
    const passes = asked === undefined ? null : column.passing(asked);
    const spelling = spellings(column, times, passes);
    return shortened(
      Array.from(spelling, ([group, value]) => ({ value: column.values[value]!, documents: counts[group]! })),
      limit,
    );
  }

  /** The groups of speakers' names that one of these names passes; `known` remembers those of a name. */
  #sayers(names: readonly (string | null)[], known: Map<string, readonly number[]>): Set<number> {
    const passed = new Set<number>();
    for (const name of names) {
      if (name === null) continue;
      if (!known.has(name)) known.set(name, this.#columns.speaker.groupsPassedBy(name));
      for (const group of known.get(name)!) passed.add(group);
    }
    return passed;
  }
}

/** For each group, the value that most documents have; of several, the first by name. */
function spellings(
  { values, group }: FacetColumn,
  times: Uint32Array,
  passes: Uint8Array | null,
): Map<number, number> {
  const best = new Map<number, number>();
  values.forEach((value, i) => {
    if (times[i] === 0 || group[i] === -1 || passes?.[i] === 0) return;
    const held = best.get(group[i]!);
    const isBetter =
      held === undefined || times[i]! > times[held]! || (times[i] === times[held] && value < values[held]!);
    if (isBetter) best.set(group[i]!, i);
  });
  return best;
}
