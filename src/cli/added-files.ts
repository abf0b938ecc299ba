import { statSync } from "node:fs";
import { resolve } from "node:path";
import { Failure } from "./failure.ts";
import { attempt, STDIN } from "./input.ts";
import { ENDINGS, realPath, sourceFiles } from "./source-files.ts";

/** A file to be added. */
export interface AddedFile {
  readonly path: string;
  /** Absolute path: where the archive says it came from. */
  readonly origin: string;
  /** Bytes. */
  readonly size: number;
}

export interface AddedFiles {
  /** Each file once, in the order of the paths given, within a folder by path. */
  readonly files: readonly AddedFile[];
  /** What was named and is not there, or holds no source. */
  readonly missing: readonly Failure[];
  /** What lies in a folder and cannot be read. */
  readonly unreadable: readonly Failure[];
  /** What was left out, in words. */
  readonly skipped: readonly string[];
}

/** Looks for the files that `saidso add` is given, folders with all below them; reads none. `archive` may lie among them. */
export function addedFiles(paths: readonly string[], archive: string): AddedFiles {
  const files = new Map<string, AddedFile>();
  const [missing, unreadable]: Failure[][] = [[], []];
  const skipped: string[] = [];
  // Beside an archive lie its log and what goes with that: their names begin with its own.
  const own = realPath(archive);
  for (const path of paths)
    try {
      if (path === STDIN)
        throw new Failure("usage", "-", "standard input has no name; save it as a file and name that.");
      const options = {
        except: (file: string) => file.startsWith(own),
        skipped: (reason: string) => skipped.push(reason),
        closed: (failure: Failure) => unreadable.push(failure),
      };
      const found = sourceFiles(path, options);
      if (found.length === 0)
        throw new Failure(
          "no-sources",
          path,
          `holds no source; give files that end in ${ENDINGS.join(", ")}.`,
        );
      for (const { path: file } of found) addFile(file, files, unreadable);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      missing.push(error);
    }
  return { files: [...files.values()], missing, unreadable, skipped };
}

/** Adds a file that is not there yet; a link that leads nowhere is unreadable. */
function addFile(path: string, files: Map<string, AddedFile>, unreadable: Failure[]): void {
  const key = realPath(path);
  if (files.has(key)) return;
  try {
    const size = attempt(path, () => statSync(path).size);
    files.set(key, { path, origin: resolve(path), size });
  } catch (error) {
    unreadable.push(error as Failure);
  }
}
