/** A process that reads an archive that it may not write, tries to write it, and says what came of each. */
import { openArchive, type SqliteArchive } from "../../../src/stores/sqlite/index.ts";
import { entry } from "../../contract/entries.ts";

const [path] = process.argv.slice(2);

function codeOf(task: () => unknown): string {
  try {
    task();
    return "nothing";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function adding(archive: SqliteArchive): void {
  archive.add([entry("c.txt", "The bees hum.")]);
}

const archive = openArchive(path!, { readOnly: true });
const { documents } = archive.size();
const found = archive.search({ words: "autumn", limit: 1, offset: 0 }).total;
const add = codeOf(() => adding(archive));
archive.close();
const open = codeOf(() => adding(openArchive(path!)));
process.stdout.write(JSON.stringify({ documents, found, add, open }));
