import { closeSync, fsyncSync, openSync, renameSync, rmSync, type Stats, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure } from "./failure.ts";
import { realPath } from "./source-files.ts";

/** Permissions of a new file before the user's mask. */
const NEW_MODE = 0o666;

/** What a system's error asks of the user; of others the code alone is told. */
const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "its folder is not there; make it, or name another."],
  ["ENOTDIR", "its folder is not there; make it, or name another."],
  ["EACCES", "check the permissions of its folder, or name another."],
  ["EPERM", "check the permissions of its folder, or name another."],
  ["EROFS", "its disk takes nothing in; name another."],
  ["ENOSPC", "its disk is full; make room, or name another."],
]);

/** A file on its way: nobody sees it before it is whole. Each step throws a {@link Failure} where it cannot be. */
export interface WholeFile {
  write(bytes: Uint8Array): void;
  /** All is written: it takes its place. */
  finish(): void;
  /** Lets go of what is not finished; what stood in its place stays. */
  abandon(): void;
}

/**
 * Opens a file to be written whole or not at all: beside it, and then in its place. Its permissions stay; of a link the
 * file it leads to is written. A device or a pipe is no place to put a file: it is written to as it is.
 */
export function openWhole(path: string): WholeFile {
  const held = writing(path, () => statSync(path, { throwIfNoEntry: false }));
  if (held?.isDirectory()) throw new Failure("unwritable", path, "is a folder; name a file in it.");
  return held === undefined || held.isFile() ? fileBeside(path, held) : stream(path);
}

function fileBeside(path: string, held: Stats | undefined): WholeFile {
  const target = realPath(path);
  const made = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const opened = openFile(path, made, "wx", held?.mode ?? NEW_MODE);
  return {
    write: opened.write,
    finish: () =>
      writing(path, () => {
        fsyncSync(opened.file);
        opened.close();
        renameSync(made, target);
      }),
    abandon() {
      opened.close();
      rmSync(made, { force: true });
    },
  };
}

function stream(path: string): WholeFile {
  const { write, close } = openFile(path, path, "w", NEW_MODE);
  return { write, finish: close, abandon: close };
}

/** An open file, told of as `path`; it may be closed twice. */
function openFile(path: string, at: string, flags: string, mode: number) {
  const file = writing(path, () => openSync(at, flags, mode));
  let isOpen = true;
  return {
    file,
    write(bytes: Uint8Array): void {
      for (let done = 0; done < bytes.length; ) done += writing(path, () => writeSync(file, bytes, done));
    },
    close(): void {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** Writes a file as {@link openWhole} does. Throws a {@link Failure}. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const file = openWhole(path);
  try {
    file.write(typeof content === "string" ? Buffer.from(content) : content);
    file.finish();
  } finally {
    file.abandon();
  }
}

function writing<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const wayOut = WAYS_OUT.get(code);
    throw new Failure(
      "unwritable",
      path,
      `cannot be written (${code})${wayOut === undefined ? "; it is as it was." : `: ${wayOut}`}`,
    );
  }
}
