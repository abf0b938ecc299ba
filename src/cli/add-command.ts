import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Parcel, SqliteArchive } from "../stores/sqlite/index.ts";
import { type AddedFiles, addedFiles } from "./added-files.ts";
import {
  type AddedDocument,
  type AddedTally,
  additionLine,
  tallied,
  tallyLine,
  type UnreadFile,
} from "./added-tally.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Exit } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { printableJson } from "./json.ts";
import { progressLine } from "./progress.ts";
import { rateLine } from "./rate-line.ts";
import { type ReadStep, readSteps } from "./read-steps.ts";
import { readingOf } from "./reading.ts";
import { ReadingPool } from "./reading-pool.ts";
import { settle } from "./settling.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface AddCommandOptions {
  readonly archive?: string;
  readonly format: "pretty" | "json";
  readonly replace: boolean;
  /** Bytes. */
  readonly maxSize: number;
}

/** Words of one transaction: a second of writing, some hundred megabytes of memory. */
const BATCH_WORDS = 4_000_000;
/** Milliseconds of reading after which what is read is written, so that little is lost with the power. */
const BATCH_TIME = 3000;
/** Fewer files, or fewer bytes, are read on this thread: starting others takes longer. */
const [FEW_FILES, FEW_BYTES] = [32, 2_000_000];
/** Bytes given to each thread ahead of what is written: it must not run dry while a batch is. */
const AHEAD = 16_000_000;

/** `saidso add PATH…`: puts files and folders into the archive, and makes it where there is none; answers the exit code. */
export async function addCommand(paths: readonly string[], options: AddCommandOptions): Promise<number> {
  const { path } = archivePath(options.archive);
  const found = addedFiles(paths, path);
  for (const reason of found.skipped) tell(reason);
  const isNew = !existsSync(path);
  const interruption = new Interruption();
  try {
    if (found.files.length > 0)
      return await withArchive(path, { create: true }, async (archive) => {
        if (isNew) tell(`made the archive ${resolve(path)}`);
        const tally = await added(archive, found, options, interruption);
        return told(tally, found, path, options, interruption.code);
      });
    return told({ documents: [], unread: unreadFiles(found), seconds: 0 }, found, path, options, null);
  } finally {
    interruption.close();
  }
}

async function added(
  archive: SqliteArchive,
  found: AddedFiles,
  options: AddCommandOptions,
  interruption: Interruption,
): Promise<AddedTally> {
  const began = performance.now();
  const allBytes = found.files.reduce((sum, { size }) => sum + size, 0);
  const isFew = found.files.length < FEW_FILES || allBytes < FEW_BYTES;
  const threads = isFew ? 0 : Math.max(1, availableParallelism() - 1);
  const pool = isFew ? null : new ReadingPool(threads);
  const steps = readSteps(found.files, {
    holder: (sha256) => archive.holder(sha256),
    read: (unread) => (pool === null ? readingOf(unread) : pool.read(unread)),
    maxSize: options.maxSize,
    ahead: threads * AHEAD,
    added: new Date().toISOString(),
  });
  const progress = progressLine(process.stderr, "adding");
  const documents: AddedDocument[] = [];
  const unread = unreadFiles(found);
  const say = (some: readonly AddedDocument[]): void => {
    documents.push(...some);
    if (options.format === "json" || some.length === 0) return;
    progress.clear();
    const colors = outputColors();
    process.stdout.write(`${some.map((one) => additionLine(one, colors)).join("\n")}\n`);
  };
  try {
    let [done, bytes] = [0, 0];
    for await (const batch of batchesOf(steps, interruption, (step) => {
      done++;
      bytes += step.file.size;
      if (step.kind === "failure") unread.push(unreadFile(step.file.path, step.message));
      progress.show((seconds) =>
        rateLine("adding", { noun: "documents", done, total: found.files.length, bytes, allBytes }, seconds),
      );
    }))
      say(written(archive, batch, options.replace));
    await settle(archive, interruption);
  } finally {
    progress.clear();
    await pool?.close();
  }
  return { documents, unread, seconds: (performance.now() - began) / 1000 };
}

/** Steps until a batch of words is together or some time has passed, or somebody asks to end. */
async function* batchesOf(
  steps: AsyncIterable<ReadStep>,
  interruption: Interruption,
  seen: (step: ReadStep) => void,
): AsyncGenerator<ReadStep[]> {
  let batch: ReadStep[] = [];
  let words = 0;
  let began = performance.now();
  for await (const step of steps) {
    seen(step);
    batch.push(step);
    if (step.kind === "parcel") words += step.parcel.summary.words;
    if (words >= BATCH_WORDS || performance.now() - began >= BATCH_TIME) {
      yield batch;
      [batch, words, began] = [[], 0, performance.now()];
    }
    // Signals are heard between steps only.
    await new Promise((resolve) => setImmediate(resolve));
    if (interruption.code !== null) break;
  }
  yield batch;
}

/** Writes what was read in one transaction; answers what became of each file, in order. */
function written(archive: SqliteArchive, batch: readonly ReadStep[], replace: boolean): AddedDocument[] {
  const parcels: Parcel[] = batch.flatMap((step) => (step.kind === "parcel" ? [step.parcel] : []));
  const additions = archive.add(parcels, { replace });
  let next = 0;
  return batch.flatMap((step): AddedDocument[] => {
    const { path } = step.file;
    if (step.kind === "failure") return [];
    if (step.kind === "held") {
      const { id, version } = step;
      return [{ path, outcome: "held", id, version, words: 0 }];
    }
    const { outcome, id, version } = additions[next++]!;
    const isNew = outcome === "added" || outcome === "version";
    return [{ path, outcome, id, version, words: isNew ? step.parcel.summary.words : 0 }];
  });
}

function unreadFiles({ unreadable }: AddedFiles): UnreadFile[] {
  return unreadable.map(({ input, message }) => unreadFile(input, message));
}

/** A failure's line begins with the path; here the two stand apart. */
function unreadFile(path: string, message: string): UnreadFile {
  return { path, reason: message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message };
}

/** Says how it went; answers the exit code. */
function told(
  tally: AddedTally,
  { missing }: AddedFiles,
  path: string,
  { format }: AddCommandOptions,
  interrupted: number | null,
): number {
  const { documents, unread } = tally;
  if (format === "json")
    process.stdout.write(
      `${printableJson({
        archive: resolve(path),
        documents,
        unread,
        missing: missing.map(({ input, message }) => unreadFile(input, message)),
        interrupted: interrupted !== null,
        summary: tallied(tally),
      })}\n`,
    );
  else if (documents.length > 0) process.stdout.write(`${tallyLine(tally)}\n`);
  for (const { path: file, reason } of unread) tell(`${file}: ${reason}`);
  for (const { message } of missing) tell(message);
  if (interrupted !== null) {
    tell(`${path}: interrupted; what is told above is in, and the same command again adds the rest.`);
    return interrupted;
  }
  if (missing.length > 0) return Exit.failed;
  return unread.length > 0 || documents.some(({ outcome }) => outcome === "refused")
    ? Exit.findings
    : Exit.clean;
}
