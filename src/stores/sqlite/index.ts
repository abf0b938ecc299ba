/**
 * An archive in one SQLite file.
 *
 * @example
 * const archive = openArchive("saidso.db", { create: true });
 * archive.add(entries);
 * archive.settle();
 * archive.close();
 */
export { type OpenOptions, openArchive } from "./open-archive.ts";
export { type Parcel, parcelOf, transferables } from "./parcel.ts";
export type { SqliteArchive } from "./sqlite-archive.ts";
