import { availableParallelism } from "node:os";
import type { Parcel, SqliteArchive } from "../stores/sqlite/index.ts";
import type { AddedFile } from "./added-files.ts";
import type { AddedDocument, UnreadFile } from "./added-tally.ts";
import { batchesOf } from "./batches.ts";
import type { Interruption } from "./interruption.ts";
import { type ReadStep, readSteps } from "./read-steps.ts";
import { readingOf } from "./reading.ts";
import { ReadingPool } from "./reading-pool.ts";

/** Fewer files, or fewer bytes, are read on this thread: starting others takes longer. */
const [FEW_FILES, FEW_BYTES] = [32, 2_000_000];
/** Bytes given to each thread ahead of what is written: it must not run dry while a batch is. */
const AHEAD = 64_000_000;

export interface AddingOptions {
  readonly replace: boolean;
  /** Bytes above which a file is refused. */
  readonly maxSize: number;
  readonly interruption: Interruption;
  /** Told of each file as soon as all of it is read: its bytes. */
  readonly seen: (bytes: number) => void;
  /** Told of what is in, batch by batch. */
  readonly written: (documents: readonly AddedDocument[]) => void;
  /** Told of what cannot be read. */
  readonly failed: (file: UnreadFile) => void;
}

/** Reads files, on other threads where there are many, and writes them to the archive in their order, batch by batch. */
export async function addAll(
  archive: SqliteArchive,
  files: readonly AddedFile[],
  options: AddingOptions,
): Promise<void> {
  const threads = threadsFor(files);
  const pool = threads === 0 ? null : new ReadingPool(threads);
  const steps = readSteps(files, {
    holder: (sha256) => archive.holder(sha256),
    read: (unread) => (pool === null ? readingOf(unread) : pool.read(unread)),
    maxSize: options.maxSize,
    ahead: threads * AHEAD,
    added: new Date().toISOString(),
  });
  try {
    for await (const batch of batchesOf(seenSteps(steps, options), wordsOf, options.interruption))
      options.written(written(archive, batch, options.replace));
  } finally {
    await pool?.close();
  }
}

function wordsOf(step: ReadStep): number {
  return step.kind === "parcel" ? step.parcel.summary.words : 0;
}

/** One thread writes; the machine's others read. */
function threadsFor(files: readonly AddedFile[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return files.length < FEW_FILES || bytes < FEW_BYTES ? 0 : Math.max(1, availableParallelism() - 1);
}

async function* seenSteps(
  steps: AsyncIterable<ReadStep>,
  { seen, failed }: AddingOptions,
): AsyncGenerator<ReadStep> {
  for await (const step of steps) {
    if (step.done !== null) seen(step.done);
    if (step.kind === "failure") failed(unreadFile(step.file.path, step.message));
    yield step;
  }
}

/** Writes what was read in one transaction; answers what became of each file, in order. */
function written(archive: SqliteArchive, batch: readonly ReadStep[], replace: boolean): AddedDocument[] {
  const parcels: Parcel[] = batch.flatMap((step) => (step.kind === "parcel" ? [step.parcel] : []));
  const additions = parcels.length === 0 ? [] : archive.add(parcels, { replace });
  let next = 0;
  return batch.flatMap((step): AddedDocument[] => {
    const { path } = step.file;
    if (step.kind === "failure") return [];
    if (step.kind === "held") {
      const { id, version } = step;
      return [{ path, outcome: "held", id, version, words: 0, ...latestOf(archive, id) }];
    }
    const { outcome, id, version } = additions[next++]!;
    const isNew = outcome === "added" || outcome === "version";
    const words = isNew ? step.parcel.summary.words : 0;
    return [{ path, outcome, id, version, words, ...(outcome === "held" ? latestOf(archive, id) : {}) }];
  });
}

function latestOf(archive: SqliteArchive, id: string): Pick<AddedDocument, "latest"> {
  const summary = archive.summary(id);
  return summary === null ? {} : { latest: summary.version };
}

/** A failure's line begins with the path; here the two stand apart. */
export function unreadFile(path: string, message: string): UnreadFile {
  return { path, reason: message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message };
}
