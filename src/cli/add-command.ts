import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { SqliteArchive } from "../stores/sqlite/index.ts";
import { type AddedFiles, addedFiles } from "./added-files.ts";
import { tellAdded } from "./added-report.ts";
import { type AddedDocument, type AddedTally, additionLine, type UnreadFile } from "./added-tally.ts";
import { addAll, unreadFile } from "./adding.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Interruption } from "./interruption.ts";
import { progressLine } from "./progress.ts";
import { rateLine } from "./rate-line.ts";
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

/** `saidso add PATH…`: puts files and folders into the archive, and makes it where there is none; answers the exit code. */
export async function addCommand(paths: readonly string[], options: AddCommandOptions): Promise<number> {
  const { path } = archivePath(options.archive);
  const found = addedFiles(paths, path);
  for (const reason of found.skipped) tell(reason);
  const isNew = !existsSync(path);
  const interruption = new Interruption();
  try {
    const told = (tally: AddedTally): number =>
      tellAdded({
        tally,
        missing: found.missing,
        path,
        format: options.format,
        interrupted: interruption.code,
        verb: "adds",
      });
    if (found.files.length > 0)
      return await withArchive(path, { create: true }, async (archive) => {
        if (isNew) tell(`made the archive ${resolve(path)}`);
        return told(await added(archive, found, options, interruption));
      });
    return told({ documents: [], unread: unreadFiles(found), seconds: 0 });
  } finally {
    interruption.close();
  }
}

async function added(
  archive: SqliteArchive,
  found: AddedFiles,
  { format, replace, maxSize }: AddCommandOptions,
  interruption: Interruption,
): Promise<AddedTally> {
  const { files } = found;
  const began = performance.now();
  const progress = progressLine(process.stderr, "adding");
  const allBytes = files.reduce((sum, { size }) => sum + size, 0);
  const documents: AddedDocument[] = [];
  const unread = unreadFiles(found);
  let [done, bytes] = [0, 0];
  try {
    await addAll(archive, files, {
      replace,
      maxSize,
      interruption,
      seen: (size) => {
        done++;
        bytes += size;
        const work = { noun: "documents", done, total: files.length, bytes, allBytes };
        progress.show((seconds) => rateLine("adding", work, seconds));
      },
      failed: (file) => unread.push(file),
      written: (some) => {
        documents.push(...some);
        progress.clear();
        if (format === "pretty") printAdditions(some);
      },
    });
  } finally {
    progress.clear();
  }
  await settle(archive, interruption);
  return { documents, unread, seconds: (performance.now() - began) / 1000 };
}

function printAdditions(documents: readonly AddedDocument[]): void {
  const colors = outputColors();
  const lines = documents.map((one) => `${additionLine(one, colors)}\n`);
  process.stdout.write(lines.join(""));
}

function unreadFiles({ unreadable }: AddedFiles): UnreadFile[] {
  return unreadable.map(({ input, message }) => unreadFile(input, message));
}
