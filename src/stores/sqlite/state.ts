import type { Database } from "./database.ts";
import { damaged, rowSum } from "./seal.ts";

/** What is known of an archive as a whole; kept in one row and written with every change. */
export interface State {
  /** Blocks given out so far. */
  blocks: number;
  /** The highest number of a document, key of a version, row of a passage and segment given out so far. */
  document: number;
  edition: number;
  passage: number;
  segment: number;
  documents: number;
  versions: number;
  words: number;
  /** Versions in which somebody speaks whom no document names. */
  anonymous: number;
  /** Versions by the language they are written in; "" where it cannot be told. */
  languages: Record<string, number>;
  /** Sum of `kept` of all versions. */
  kept: number;
  /** Sums of the `crc` of all rows of these tables, so that a row that is lost is missed. */
  names: number;
  segments: number;
  dropped: number;
  /** The segment that others are being merged into, or null, and the lowest key that it has not yet. */
  merging: number | null;
  boundary: number;
}

export const EMPTY_STATE: Readonly<State> = {
  blocks: 0,
  document: 0,
  edition: 0,
  passage: 0,
  segment: 0,
  documents: 0,
  versions: 0,
  words: 0,
  anonymous: 0,
  languages: {},
  kept: 0,
  names: 0,
  segments: 0,
  dropped: 0,
  merging: null,
  boundary: 0,
};

/** The state as it stands. Throws `damaged`. */
export function readState(database: Database): State {
  const row = database.get<{ json: string; crc: number }>("SELECT json, crc FROM state WHERE id = 1");
  if (row === undefined || rowSum([row.json]) !== row.crc) throw damaged("state");
  return JSON.parse(row.json) as State;
}

export function writeState(database: Database, state: Readonly<State>): void {
  const json = JSON.stringify(state);
  database.run("INSERT OR REPLACE INTO state (id, json, crc) VALUES (1, ?, ?)", json, rowSum([json]));
}

/** Counts a version of this language in, or, with `sign` -1, out. */
export function countLanguage(state: State, language: string | null, sign: 1 | -1): void {
  const tag = language ?? "";
  state.languages = { ...state.languages, [tag]: (state.languages[tag] ?? 0) + sign };
}

/** The languages of all versions but one that is written in `except`; undefined leaves none out. */
export function languagesOf(
  { languages }: Readonly<State>,
  except: string | null | undefined,
): Set<string | null> {
  const out = except === undefined ? undefined : (except ?? "");
  const left = Object.entries(languages).filter(([tag, versions]) => versions > (tag === out ? 1 : 0));
  return new Set(left.map(([tag]) => (tag === "" ? null : tag)));
}
