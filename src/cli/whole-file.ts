import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure } from "./failure.ts";
import { realPath } from "./source-files.ts";

/** Permissions of a new file before the user's mask. */
const NEW_MODE = 0o666;

/**
 * Writes a file whole or not at all: beside it, and then in its place. Its permissions stay; of a link the file it leads
 * to is written. Throws a {@link Failure}.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = realPath(path);
  const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? NEW_MODE;
  const made = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(made, "wx", mode);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(made, target);
  } catch (error) {
    rmSync(made, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Failure("unwritable", path, `cannot be written (${code}); it is as it was.`);
  }
}
