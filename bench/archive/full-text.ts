import { DatabaseSync } from "node:sqlite";
import { answer } from "./child.ts";
import { documentsBelow } from "./corpus.ts";
import type { PlacedQuotation } from "./quotations.ts";

/** The peer: an SQLite FTS5 table of the same passages, with its own settings as they come. */
export interface FullTextInput {
  readonly folder: string;
  readonly file: string;
  /** Words between two commits, as the archive's batches have them. */
  readonly batch: number;
  readonly quotations: readonly PlacedQuotation[];
}

export interface FullTextResult {
  readonly passages: number;
  /** Seconds that the insertions took, commits and the last checkpoint included; reading the files is not. */
  readonly seconds: number;
  readonly phrase: QueryResult;
  readonly near: QueryResult;
}

export interface QueryResult {
  /** Share of the quotations whose passage is among the first {@link WANTED} rows. */
  readonly recall: number;
  /** Milliseconds of each. */
  readonly times: readonly number[];
}

/** Rows asked of a query, all of which a program would have to compare with the quotation. */
const WANTED = 10;

interface Row {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

answer(({ folder, file, batch, quotations }: FullTextInput): FullTextResult => {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000");
  database.exec("CREATE VIRTUAL TABLE passage USING fts5(text)");
  const { rows, seconds } = filled(database, folder, batch);
  const query = database.prepare(
    `SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ${WANTED}`,
  );
  const asked = (expression: (words: readonly string[]) => string): QueryResult => {
    const times: number[] = [];
    let found = 0;
    for (const quotation of quotations) {
      const began = performance.now();
      const hits = query.all(expression(wordsOf(quotation.text))) as { rowid: number }[];
      times.push(performance.now() - began);
      if (hits.some(({ rowid }) => holds(rows[rowid - 1]!, quotation))) found++;
    }
    return { recall: found / quotations.length, times };
  };
  return { passages: rows.length, seconds, phrase: asked(phrases), near: asked(nears) };
});

function filled(database: DatabaseSync, folder: string, batch: number): { rows: Row[]; seconds: number } {
  const insert = database.prepare("INSERT INTO passage(rowid, text) VALUES (?, ?)");
  const rows: Row[] = [];
  let spent = 0;
  let words = 0;
  const timed = (work: () => void): void => {
    const began = performance.now();
    work();
    spent += performance.now() - began;
  };
  timed(() => database.exec("BEGIN"));
  for (const { id, text, passages } of documentsBelow(folder)) {
    const texts = passages.map(({ start, end }) => text.slice(start, end));
    const first = rows.length;
    for (const { start, end } of passages) rows.push({ document: id, start, end });
    timed(() => {
      texts.forEach((passage, i) => {
        insert.run(first + i + 1, passage);
      });
    });
    words += text.length / 6;
    if (words < batch) continue;
    timed(() => database.exec("COMMIT; BEGIN"));
    words = 0;
  }
  timed(() => database.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)"));
  return { rows, seconds: spent / 1000 };
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Any three of its words that stand together, best passages first: at one word in six changed one of them is whole. */
function phrases(words: readonly string[]): string {
  const runs = words.slice(2).map((word, i) => `"${words[i]} ${words[i + 1]} ${word}"`);
  return runs.join(" OR ");
}

/** Any two pairs of its words within ten of each other. */
function nears(words: readonly string[]): string {
  const pairs = words.slice(1).map((word, i) => `"${words[i]} ${word}"`);
  const near = pairs.slice(3).map((pair, i) => `NEAR(${pairs[i]} ${pair}, 10)`);
  return near.join(" OR ");
}

/** Whether the row is where the quotation was taken from. */
function holds({ document, start, end }: Row, quotation: PlacedQuotation): boolean {
  return document === quotation.document && start < quotation.end && quotation.start < end;
}
