import { openArchive, type SqliteArchive } from "../../src/stores/sqlite/index.ts";

/** Few documents are to make many segments, and each merge many steps. */
const MERGING = { small: 3000, step: 2500 };

/** Opens an archive that merges often, and makes it where there is none. */
export function openWorked(path: string): SqliteArchive {
  return openArchive(path, { create: true, merging: MERGING });
}
