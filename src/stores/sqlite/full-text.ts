import type { FoldedPassages, Phrase } from "../../archive/index.ts";
import type { Database } from "./database.ts";
import type { DocumentRow } from "./document-row.ts";
import { type ParcelPassages, VOICE_KINDS } from "./parcel.ts";
import type { State } from "./state.ts";

/** A condition of a search, in SQL, and what it asks of. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** A passage that was found. */
export interface FoundRow {
  /** Null where its row is lost. */
  readonly document: number | null;
  /** Its number in the document, from 0. */
  readonly n: number;
  readonly score: number;
}

/**
 * Passages of latest versions in an FTS5 table, and beside it whose they are.
 *
 * FTS5 writes out what it has gathered whenever SQLite begins a statement that it may have to take back, and every
 * statement that writes more than one row is such. So its own statements wait until {@link flush}, one after the other:
 * that is three times as fast as in between.
 */
export class FullText {
  readonly #database: Database;
  #waiting: (() => void)[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes what waits; at the end of the transaction. */
  flush(): void {
    for (const write of this.#waiting) write();
    this.forget();
  }

  /** Another transaction begins. */
  forget(): void {
    this.#waiting = [];
  }

  /** Writes a document's passages; answers the row of the first. `names` are the numbers of the parcel's names. */
  add(document: number, passages: ParcelPassages, names: readonly number[], state: State): number {
    const first = state.passage + 1;
    const { kinds, named } = passages;
    for (let i = 0; i < kinds.length; i++)
      this.#database.run(
        "INSERT INTO passage (id, document, voice, name) VALUES (?, ?, ?, ?)",
        first + i,
        document,
        kinds[i]!,
        named[i]! < 0 ? null : names[named[i]!]!,
      );
    this.#waiting.push(() =>
      this.#each("INSERT INTO passage_text (rowid, words) VALUES (?, ?)", first, passages),
    );
    state.passage += kinds.length;
    return first;
  }

  /**
   * Takes out a document's passages; `passages` must be the words that they were added with. FTS5's own way to forget
   * rows without them (`contentless_delete`) leaves the number of passages and their average length as they were, by
   * which all others are ranked.
   */
  remove({ first_passage: first, passages: count }: DocumentRow, passages: FoldedPassages): void {
    const forget = "INSERT INTO passage_text (passage_text, rowid, words) VALUES ('delete', ?, ?)";
    this.#waiting.push(() => this.#each(forget, first, passages));
    this.#database.run("DELETE FROM passage WHERE id >= ? AND id < ?", first, first + count);
  }

  /** Runs a statement for each passage, with its row and its words. */
  #each(sql: string, first: number, { bytes, starts, ends }: FoldedPassages): void {
    for (let i = 0; i < starts.length; i++)
      this.#database.run(sql, first + i, bytes.subarray(starts[i]!, ends[i]!));
  }

  /** The names of those passages' voices, null for none, each once for a document. */
  voices(
    phrases: readonly Phrase[],
    conditions: readonly Condition[],
  ): { readonly document: number; readonly name: string | null }[] {
    const where = ["passage_text MATCH ?", ...conditions.map(({ sql }) => sql)].join(" AND ");
    return this.#database.all(
      `SELECT hit.document, name.name FROM (
         SELECT DISTINCT passage.document, passage.name FROM passage_text
         CROSS JOIN passage ON passage.id = passage_text.rowid WHERE ${where}
       ) AS hit LEFT JOIN name ON name.id = hit.name`,
      matchOf(phrases),
      ...conditions.flatMap(({ values }) => values),
    );
  }

  /** How many passages of the document have one of these names and are nobody's quoted words. */
  passagesOf(
    { first_passage: first, passages }: Pick<DocumentRow, "first_passage" | "passages">,
    names: readonly number[],
  ): number {
    return this.#database.get<{ passages: number }>(
      `SELECT count(*) AS passages FROM passage
       WHERE id >= ? AND id < ? AND voice <> ? AND name IN (SELECT value FROM json_each(?))`,
      first,
      first + passages,
      voiceNumber("quoted"),
      JSON.stringify(names),
    )!.passages;
  }

  /** How many passages have all phrases and meet all conditions. */
  count(phrases: readonly Phrase[], conditions: readonly Condition[]): number {
    const { sql, values } = joined(conditions);
    const row = this.#database.get<{ total: number }>(
      `SELECT count(*) AS total ${sql}`,
      matchOf(phrases),
      ...values,
    );
    return row!.total;
  }

  /** Those passages, by BM25, then as they were added. */
  find(
    phrases: readonly Phrase[],
    conditions: readonly Condition[],
    limit: number,
    offset: number,
  ): FoundRow[] {
    const { sql, values } = joined(conditions);
    return this.#database.all<FoundRow>(
      `SELECT passage.document, hit.id - document.first_passage AS n, -hit.score AS score FROM (
         SELECT passage_text.rowid AS id, bm25(passage_text) AS score ${sql}
         ORDER BY bm25(passage_text), passage_text.rowid LIMIT ? OFFSET ?
       ) AS hit LEFT JOIN passage ON passage.id = hit.id LEFT JOIN document ON document.id = passage.document
       ORDER BY hit.score, hit.id`,
      matchOf(phrases),
      ...values,
      limit,
      offset,
    );
  }
}

function joined(conditions: readonly Condition[]): { sql: string; values: (string | number)[] } {
  const where = ["passage_text MATCH ?", ...conditions.map(({ sql }) => sql)].join(" AND ");
  // Half a million passages may have a word: whose they are is looked up only where it is asked.
  const joins = `CROSS JOIN passage ON passage.id = passage_text.rowid
          CROSS JOIN document ON document.id = passage.document`;
  return {
    sql: `FROM passage_text ${conditions.length === 0 ? "" : joins} WHERE ${where}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** Phrases in the language of FTS5: each in its quotation marks, in which nothing else has a meaning. */
function matchOf(phrases: readonly Phrase[]): string {
  return phrases
    .map(({ words, prefix }) => `"${words.join(" ").replaceAll('"', '""')}"${prefix ? " *" : ""}`)
    .join(" ");
}

/** The number that passages in a voice of this kind are kept with; -1 for none. */
export function voiceNumber(kind: string): number {
  return (VOICE_KINDS as readonly string[]).indexOf(kind);
}
