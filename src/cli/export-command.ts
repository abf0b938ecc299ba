import { existsSync } from "node:fs";
import type { Archive, Filter, KeptVersion } from "../archive/index.ts";
import { heldId } from "../desk/held-edition.ts";
import { printableJson } from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { counted } from "./count.ts";
import { exportedLine } from "./exported-line.ts";
import { Exit, Failure } from "./failure.ts";
import { STDIN } from "./input.ts";
import { Interruption } from "./interruption.ts";
import { lineOutput } from "./line-output.ts";
import { progressLine } from "./progress.ts";
import { realPath } from "./source-files.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface ExportCommandOptions {
  readonly archive?: string;
  /** How the summary is printed; the lines are JSON whatever it is. */
  readonly format: "pretty" | "json";
  readonly filter: Filter;
}

/** More documents than any archive holds. */
const ALL = 2 ** 31 - 1;

/**
 * `saidso export [FILE|-] [ID…]`: writes every version of every document that passes as a line of JSON, in the order in
 * which they came; answers the exit code.
 */
export async function exportCommand(
  file: string,
  names: readonly string[],
  options: ExportCommandOptions,
): Promise<number> {
  const { path } = archivePath(options.archive);
  const interruption = new Interruption();
  try {
    return await withArchive(path, { readOnly: true }, async (archive) => {
      refuseWrongFile(file, path, archive);
      const versions = chosen(archive, names, options.filter);
      const bytes = await exported(archive, versions, file, path, interruption);
      if (bytes === null) {
        tell(`${file}: interrupted; ${file === STDIN ? "what is above is not all" : "nothing was written"}.`);
        return interruption.code!;
      }
      told(versions, bytes, file, options.format);
      return Exit.clean;
    });
  } finally {
    interruption.close();
  }
}

/** The first name is a file's: what is meant for a document must not become one, nor must the archive be written over. */
function refuseWrongFile(file: string, path: string, archive: Archive): void {
  if (file === STDIN) return;
  if (realPath(file) === realPath(path))
    throw new Failure("usage", file, "is the archive itself; name another file.");
  if (!existsSync(file) && archive.resolve(file) !== null)
    throw new Failure("usage", file, `is a document; say where to first: saidso export - "${file}".`);
}

/** All versions of the documents that are named, or of all, as far as they pass; in the order they came. */
function chosen(archive: Archive, names: readonly string[], filter: Filter): KeptVersion[] {
  return archive.reading(() => {
    const named = names.length === 0 ? null : new Set(names.map((name) => heldId(archive, name)));
    const isAll = Object.keys(filter).length === 0;
    const passing = isAll ? null : new Set(archive.list(filter, ALL, 0).documents.map(({ id }) => id));
    return archive.history(0, ALL).filter(({ id }) => (named?.has(id) ?? true) && (passing?.has(id) ?? true));
  });
}

/** Writes the lines, one version in memory at a time; answers their bytes, or null where it was interrupted. */
async function exported(
  archive: Archive,
  versions: readonly KeptVersion[],
  file: string,
  path: string,
  interruption: Interruption,
): Promise<number | null> {
  const output = lineOutput(file);
  const progress = progressLine(process.stderr, "exporting");
  let bytes = 0;
  try {
    for (const [done, version] of versions.entries()) {
      const line = exportedLine(archive, version, path);
      bytes += Buffer.byteLength(line) + 1;
      if (!(await output.write(line))) break;
      progress.step(done + 1, versions.length);
      // Signals are heard between steps only.
      await new Promise((resolve) => setImmediate(resolve));
      if (interruption.code !== null) return null;
    }
    output.finish();
    return bytes;
  } finally {
    progress.clear();
    output.abandon();
  }
}

/** Says what was written: on standard error where the lines themselves are on standard output. */
function told(versions: readonly KeptVersion[], bytes: number, file: string, format: string): void {
  const documents = new Set(versions.map(({ id }) => id)).size;
  if (file !== STDIN && format === "json")
    process.stdout.write(`${printableJson({ file, documents, versions: versions.length, bytes })}\n`);
  else {
    const what = `${counted(documents, "document")} in ${counted(versions.length, "version")}, ${(bytes / 1e6).toFixed(1)} MB`;
    if (file === STDIN) tell(`${what}.`);
    else process.stdout.write(`Exported ${what}: ${file}.\n`);
  }
}
