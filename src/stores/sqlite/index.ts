/**
 * An archive in one SQLite file.
 *
 * @example
 * const archive = openArchive("saidso.db", { create: true });
 * archive.add(entries);
 * archive.settle();
 * archive.close();
 */
export type { Damage } from "./damage.ts";
export { type OpenOptions, openArchive } from "./open-archive.ts";
export { type Parcel, parcelOf, transferables } from "./parcel.ts";
export { reindex } from "./reindex.ts";
export type { SqliteArchive } from "./sqlite-archive.ts";
export type { Progress } from "./verify.ts";
