import { DatabaseSync } from "node:sqlite";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { answer } from "./child.ts";

/** Bytes of an archive's file by what they hold. */
export interface SizeResult {
  readonly words: number;
  /** The quotation index: its pages and what tells of its segments. */
  readonly index: number;
  /** The largest tables, in bytes a word. */
  readonly parts: string;
}

const INDEX = new Set(["page", "fresh_page", "segment"]);

answer(({ archive: file }: { archive: string }): SizeResult => {
  const archive = openArchive(file, { readOnly: true });
  const { words } = archive.size();
  archive.close();
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC")
    .all() as { name: string; bytes: number }[];
  database.close();
  const index = tables.filter(({ name }) => INDEX.has(name)).reduce((sum, { bytes }) => sum + bytes, 0);
  const parts = tables.slice(0, 6).map(({ name, bytes }) => `${name} ${(bytes / words).toFixed(2)}`);
  return { words, index, parts: parts.join(", ") };
});
