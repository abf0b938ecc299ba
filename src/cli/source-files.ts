import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { FILE_ENDINGS } from "../formats/index.ts";
import type { Failure } from "./failure.ts";
import { attempt } from "./input.ts";

/** Endings that are read when a folder is given; a file named outright is read whatever its ending. */
export const ENDINGS: readonly string[] = FILE_ENDINGS;

/** A file that may be a source; `named` outright, or found in a folder. */
export interface SourceFile {
  readonly path: string;
  readonly named: boolean;
}

/** The path with its links followed, or as it is where it leads nowhere. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

export interface SourceFolderOptions {
  /** Whether a file of another kind need not be told, by its path with links followed. */
  readonly except?: (path: string) => boolean;
  /** Told of files of other kinds. */
  readonly skipped: (reason: string) => void;
  /** Told of a folder inside that may not be read; if this does not throw, it is left out. */
  readonly closed: (failure: Failure) => void;
}

/**
 * The file, or a folder's files with all below it, ordered by path; names that begin with a dot are passed over.
 * Throws a `Failure` where the path is not there or may not be read.
 */
export function sourceFiles(path: string, { except, skipped, closed }: SourceFolderOptions): SourceFile[] {
  if (!attempt(path, () => statSync(path).isDirectory())) return [{ path, named: true }];
  const found: string[] = [];
  const others: string[] = [];
  const seen = new Set<string>();
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const real = realPath(folder);
    if (seen.has(real)) continue;
    seen.add(real);
    const here = folder;
    for (const entry of entriesOf(here, here === path ? raise : closed)) {
      if (entry.name.startsWith(".")) continue;
      const full = join(here, entry.name);
      const directory = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(full));
      if (directory) folders.push(full);
      else if (ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending))) found.push(full);
      else if (except?.(realPath(full)) !== true) others.push(full);
    }
  }
  if (others.length > 0 && found.length > 0)
    skipped(
      others.length === 1
        ? `${path}: a file of another kind was left out (${others[0]}).`
        : `${path}: ${others.length} files of other kinds were left out (${others[0]}, …).`,
    );
  return found.sort().map((file) => ({ path: file, named: false }));
}

function entriesOf(folder: string, closed: (failure: Failure) => void): Dirent[] {
  try {
    return attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  } catch (error) {
    closed(error as Failure);
    return [];
  }
}

/** Passes a failure on. */
export function raise(failure: Failure): never {
  throw failure;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
