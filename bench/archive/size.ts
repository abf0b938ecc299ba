import { DatabaseSync } from "node:sqlite";
import { openArchive } from "../../src/stores/sqlite/index.ts";
import { answer } from "./child.ts";

/** Bytes of an archive's file by what they hold. */
export interface SizeResult {
  readonly words: number;
  /** The quotation index: its pages and what tells of its segments. */
  readonly index: number;
}

answer(({ archive: file }: { archive: string }): SizeResult => {
  const archive = openArchive(file, { readOnly: true });
  const { words } = archive.size();
  archive.close();
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database
    .prepare("SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC")
    .all() as { name: string; bytes: number }[];
  database.close();
  for (const { name, bytes } of tables.slice(0, 12))
    console.error(`  ${name}: ${(bytes / words).toFixed(3)} bytes a word`);
  const index = tables
    .filter(({ name }) => name === "page" || name === "segment")
    .reduce((sum, { bytes }) => sum + bytes, 0);
  return { words, index };
});
