import { type OpenOptions, openArchive, type SqliteArchive } from "../../src/stores/sqlite/index.ts";

/** Few documents are to make many segments, and each merge many steps. */
const MERGING = { small: 3000, step: 2500 };

/** Opens an archive that merges often, or as is said, and makes it where there is none. */
export function openWorked(path: string, merging: OpenOptions["merging"] = MERGING): SqliteArchive {
  return openArchive(path, { create: true, merging });
}
