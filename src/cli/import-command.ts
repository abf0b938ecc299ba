import { accessSync, constants, existsSync } from "node:fs";
import { resolve } from "node:path";
import type { RestorationFault } from "../archive/index.ts";
import type { SqliteArchive } from "../stores/sqlite/index.ts";
import { tellAdded } from "./added-report.ts";
import { type AddedDocument, additionLine, type UnreadFile } from "./added-tally.ts";
import { archivePath } from "./archive-path.ts";
import { batchesOf } from "./batches.ts";
import { outputColors } from "./colors.ts";
import { counted } from "./count.ts";
import { Failure } from "./failure.ts";
import { ImportReader, type ImportStep } from "./import-step.ts";
import { attempt, STDIN } from "./input.ts";
import { inputLines } from "./input-lines.ts";
import { Interruption } from "./interruption.ts";
import { progressLine } from "./progress.ts";
import { readingOf } from "./reading.ts";
import { settle } from "./settling.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface ImportCommandOptions {
  readonly archive?: string;
  readonly format: "pretty" | "json";
}

interface Imported {
  readonly documents: AddedDocument[];
  readonly unread: UnreadFile[];
  /** Files that broke off, and why. */
  readonly missing: Failure[];
}

/**
 * `saidso import FILE…`: takes an export, or other programs' documents as JSON Lines, into the archive, and makes it where
 * there is none; answers the exit code.
 */
export async function importCommand(
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<number> {
  const { path } = archivePath(options.archive);
  // Before anything is made or written.
  for (const file of files) if (file !== STDIN) attempt(file, () => accessSync(file, constants.R_OK));
  const isNew = !existsSync(path);
  const interruption = new Interruption();
  const began = performance.now();
  try {
    return await withArchive(path, { create: true }, async (archive) => {
      if (isNew) tell(`made the archive ${resolve(path)}`);
      const imported = await importAll(archive, files, options.format, interruption);
      await settle(archive, interruption);
      const { documents, unread, missing } = imported;
      const seconds = (performance.now() - began) / 1000;
      return tellAdded({
        tally: { documents, unread, seconds },
        missing,
        path,
        format: options.format,
        interrupted: interruption.code,
        verb: "imports",
      });
    });
  } finally {
    interruption.close();
  }
}

async function importAll(
  archive: SqliteArchive,
  files: readonly string[],
  format: string,
  interruption: Interruption,
): Promise<Imported> {
  const imported: Imported = { documents: [], unread: [], missing: [] };
  const reader = new ImportReader({
    holder: (sha256) => archive.holder(sha256),
    read: readingOf,
    added: new Date().toISOString(),
  });
  const progress = progressLine(process.stderr, "importing");
  try {
    const steps = stepsOf(files, reader, imported.missing);
    for await (const batch of batchesOf(steps, wordsOf, interruption)) {
      const documents = runsOf(batch).flatMap((run) => written(archive, run, imported.unread));
      imported.documents.push(...documents);
      progress.show(() => `importing ${counted(imported.documents.length, "line")}`);
      if (format !== "pretty" || documents.length === 0) continue;
      progress.clear();
      const colors = outputColors();
      process.stdout.write(documents.map((one) => `${additionLine(one, colors)}\n`).join(""));
    }
  } finally {
    progress.clear();
  }
  return imported;
}

/** The lines of all files as steps; a file that cannot be read to its end is told, and the next one goes on. */
async function* stepsOf(
  files: readonly string[],
  reader: ImportReader,
  missing: Failure[],
): AsyncGenerator<ImportStep> {
  for (const file of files)
    try {
      for await (const line of inputLines(file)) {
        const step = await reader.step(file, line);
        if (step !== null) yield step;
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      missing.push(error);
    }
}

function wordsOf(step: ImportStep): number {
  if (step.kind === "version") return step.restored.content.summary.words;
  return step.kind === "document" ? step.parcel.summary.words : 0;
}

/** Steps of one kind that follow each other: each run is one transaction. */
function runsOf(steps: readonly ImportStep[]): ImportStep[][] {
  const runs: ImportStep[][] = [];
  for (const step of steps) {
    if (runs.at(-1)?.[0]?.kind === step.kind) runs.at(-1)!.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** Writes a run in one transaction; answers what became of each line, and tells of those that brought nothing. */
function written(archive: SqliteArchive, run: readonly ImportStep[], unread: UnreadFile[]): AddedDocument[] {
  const versions = run.flatMap((step) => (step.kind === "version" ? [step.restored] : []));
  const parcels = run.flatMap((step) => (step.kind === "document" ? [step.parcel] : []));
  const restorations = versions.length === 0 ? [] : archive.restore(versions);
  const additions = parcels.length === 0 ? [] : archive.add(parcels);
  return run.flatMap((step, index): AddedDocument[] => {
    const path = placeOf(step);
    if (step.kind === "failure") {
      unread.push({ path, reason: `${step.reason}.` });
      return [];
    }
    if (step.kind === "held") {
      const { id, version } = step;
      return [{ path, outcome: "held", id, version, words: 0 }];
    }
    const words = wordsOf(step);
    if (step.kind === "document") {
      const { outcome, id, version } = additions[index]!;
      return [{ path, outcome, id, version, words: outcome === "held" || outcome === "refused" ? 0 : words }];
    }
    const { outcome, id, version, fault } = restorations[index]!;
    if (fault === null) return [{ path, outcome, id, version, words: outcome === "held" ? 0 : words }];
    unread.push({ path, reason: FAULTS[fault](id, step.restored.version) });
    return [];
  });
}

const FAULTS: Readonly<Record<RestorationFault, (id: string, version: number) => string>> = {
  gap: (id, version) =>
    `version ${version} of ${id} comes before version 1 is held; import the whole of the export.`,
  "other-document": (id, version) =>
    `the archive has another document ${id}, of which this is no version (${version} there); import it into another archive, or remove that one.`,
  "number-taken": (id) =>
    `another document of the archive has the series and number of ${id} (form/number-taken); import it into another archive, or remove that one.`,
};

function placeOf({ file, line }: ImportStep): string {
  return `${file}, line ${line}`;
}
