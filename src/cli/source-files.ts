import { readdirSync, realpathSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { attempt } from "./input.ts";

/** Endings that are read when a folder is given; a file named outright is read whatever its ending. */
export const ENDINGS: readonly string[] = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"];

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

/**
 * The file, or a folder's files with all below it, ordered by path. `skipped` is told of files of other kinds.
 * Throws a `Failure` where the path is not there or may not be read.
 */
export function sourceFiles(path: string, skipped: (reason: string) => void): SourceFile[] {
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
    for (const entry of attempt(here, () => readdirSync(here, { withFileTypes: true }))) {
      if (entry.name.startsWith(".")) continue;
      const full = join(here, entry.name);
      const directory = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(full));
      if (directory) folders.push(full);
      else if (ENDINGS.includes(extname(entry.name).toLowerCase())) found.push(full);
      else others.push(full);
    }
  }
  if (others.length > 0 && found.length > 0)
    skipped(
      `${path}: ${others.length} files of other kinds were left out (${others[0]}${others.length > 1 ? ", …" : ""}).`,
    );
  return found.sort().map((file) => ({ path: file, named: false }));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
