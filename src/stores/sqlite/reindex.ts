import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { ArchiveError } from "../../archive/index.ts";
import { readDocument } from "../../documents/index.ts";
import type { Reader } from "../../formats/index.ts";
import { originalOf } from "./body.ts";
import type { Database } from "./database.ts";
import { type EditionRow, keptSum } from "./edition-store.ts";
import { keepParcels } from "./intake.ts";
import { Merge } from "./merge.ts";
import { makeArchive, openDatabase } from "./open-archive.ts";
import { type Parcel, parcelOf } from "./parcel.ts";
import { addSum, damaged } from "./seal.ts";
import { Session } from "./session.ts";
import { readState } from "./state.ts";
import type { Progress } from "./verify.ts";

/** A version as every archive keeps it, whatever its stamp. */
interface Kept extends Pick<EditionRow, "key" | "version" | "origin" | "sha256" | "added" | "kept"> {
  readonly id: string;
}

/** Words that are written in one transaction. */
const BATCH = 2_000_000;

/**
 * Writes an archive anew from its originals, each read again: ids, versions, origins and times stay. For an archive of
 * another stamp, or one whose index is damaged. The new file is made beside the old one and takes its place when it is
 * whole; until then, and after a kill, the old one is what it was. Throws `missing`, `busy` where others have the archive open, and
 * `damaged` where an original or a version's record is.
 */
export function reindex(path: string, reader: Reader, progress: Progress = () => {}): void {
  if (!existsSync(path)) throw new ArchiveError("missing", { path });
  const made = `${path}.reindex`;
  discard(made);
  const old = openDatabase(path);
  try {
    // A log beside the old file would be taken for the new one's: it has to go first, which needs the file alone.
    old.exec("PRAGMA journal_mode = DELETE");
    old.write(() => {
      rebuild(old, made, reader, progress);
      renameSync(made, path);
      syncFolder(dirname(path));
    });
  } catch (error) {
    discard(made);
    throw error;
  } finally {
    old.close();
  }
}

function rebuild(old: Database, made: string, reader: Reader, progress: Progress): void {
  const session = new Session(makeArchive(made));
  try {
    copyVersions(old, session, reader, progress);
    const merge = new Merge(session.segments);
    while (session.read((state) => merge.isDue(state))) session.write((state) => merge.step(state));
    session.database.get("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    session.database.close();
  }
  sync(made);
}

function copyVersions(old: Database, session: Session, reader: Reader, progress: Progress): void {
  const kept = keptIn(old);
  let batch: { id: string; parcel: Parcel }[] = [];
  let words = 0;
  kept.forEach((version, done) => {
    const parcel = readAgain(old, version, reader);
    batch.push({ id: version.id, parcel: unnumberedIfTaken(session, batch, version.id, parcel) });
    words += parcel.postings.words;
    progress(done + 1, kept.length);
    if (words < BATCH && done + 1 < kept.length) return;
    session.write((state) => keepParcels(session, batch, state));
    batch = [];
    words = 0;
  });
}

/** All versions, in the order they came. Throws `damaged` where one is lost or is not as it was written. */
function keptIn(old: Database): Kept[] {
  const rows = old.all<Kept>(
    `SELECT edition.key, document.name AS id, edition.version, edition.origin, edition.sha256, edition.added, edition.kept
     FROM edition JOIN document ON document.id = edition.document ORDER BY edition.key`,
  );
  for (const row of rows) if (keptSum(row, row.id) !== row.kept) throw damaged("edition", { id: row.id });
  const { versions, kept } = readState(old);
  const sum = rows.reduce((total, row) => addSum(total, row.kept, 1), 0);
  if (rows.length !== versions || sum !== kept) throw damaged("edition");
  return rows;
}

function readAgain(old: Database, { key, id, origin, sha256, added }: Kept, reader: Reader): Parcel {
  const body = old.get<{ data: Uint8Array }>("SELECT data FROM body WHERE id = ?", key);
  const own = old.get<{ data: Uint8Array }>("SELECT data FROM original WHERE id = ?", key);
  if (body === undefined) throw damaged("body", { id });
  try {
    const original = originalOf({ content: body.data, original: own?.data ?? null });
    if (createHash("sha256").update(original).digest("hex") !== sha256) throw damaged("original", { id });
    const document = readDocument(reader.read(original, origin), origin);
    return parcelOf({ origin, sha256, original, added, document });
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : damaged("original", { id, cause });
  }
}

/** Two documents whose series and number this version of saidso holds for the same stay two. */
function unnumberedIfTaken(
  { editions }: Session,
  batch: readonly { readonly id: string; readonly parcel: Parcel }[],
  id: string,
  parcel: Parcel,
): Parcel {
  const { numberKey } = parcel;
  if (numberKey === null) return parcel;
  const other = batch.find((one) => one.parcel.numberKey === numberKey && one.id !== id);
  const taken = other !== undefined || ![undefined, id].includes(editions.numbered(numberKey)?.name);
  return taken ? { ...parcel, numberKey: null } : parcel;
}

function discard(path: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${ending}`, { force: true });
}

function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Some systems have no way to sync a folder. */
function syncFolder(path: string): void {
  try {
    sync(path);
  } catch {
    return;
  }
}
