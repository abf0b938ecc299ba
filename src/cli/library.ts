import { type Document, readDocument } from "../documents/index.ts";
import { Failure } from "./failure.ts";
import { readInputs, STDIN } from "./input.ts";
import { ENDINGS, raise, realPath, type SourceFile, sourceFiles } from "./source-files.ts";

export interface LibraryOptions {
  readonly maxSize: number;
  /** Files that are checked and so are no sources: nothing proves itself. */
  readonly except: readonly string[];
  /** Told after each file: how many of how many are read. */
  readonly progress: (done: number, total: number) => void;
  /** Told of a file inside a folder that is not read, and why. */
  readonly skipped: (reason: string) => void;
  /** Told what the user should know of the sources. */
  readonly told: (note: string) => void;
}

/** The documents of files and folders, folders with all below them, each file once, in a fixed order. */
export function readLibrary(paths: readonly string[], options: LibraryOptions): Document[] {
  const except = new Set(options.except.map(realPath));
  const files = new Map<string, SourceFile>();
  for (const path of paths) {
    if (path === STDIN)
      throw new Failure(
        "usage",
        "--against -",
        "standard input is no source; save it as a file and name that.",
      );
    const found = sourceFiles(path, { skipped: options.skipped, closed: raise });
    if (found.length === 0)
      throw new Failure("no-sources", path, `holds no source; give files that end in ${ENDINGS.join(", ")}.`);
    for (const file of found) if (!except.has(realPath(file.path))) files.set(realPath(file.path), file);
  }
  if (files.size === 0)
    throw new Failure(
      "no-sources",
      paths.join(", "),
      "holds no source but the checked text itself; give another one.",
    );
  const documents: Document[] = [];
  let done = 0;
  for (const { path, named } of files.values()) {
    for (const document of readSource(path, named, options)) documents.push(document);
    options.progress(++done, files.size);
  }
  if (documents.length === 0)
    throw new Failure("no-sources", paths.join(", "), "holds no source that can be read.");
  tellPlain(documents, options.told);
  return documents;
}

/** A text of no recognised form is kept whole, its words without a voice: whoever relies on voices must know. */
function tellPlain(documents: readonly Document[], told: (note: string) => void): void {
  const plain = documents.filter(({ kind }) => kind === "plain");
  if (plain.length === 0) return;
  const which =
    plain.length === 1 ? `${plain[0]!.id} has` : `${plain.length} sources (${plain[0]!.id}, …) have`;
  told(`${which} no form that is recognised: the words are checked, whose they are is not known.`);
}

function readSource(path: string, named: boolean, { maxSize, skipped }: LibraryOptions): Document[] {
  try {
    return readInputs(path, maxSize).map(({ text, name }) => readDocument(text, name));
  } catch (error) {
    // A file somebody named must be read; one that merely lies in a folder is left out, and said to be.
    if (named || !(error instanceof Failure)) throw error;
    skipped(error.message);
    return [];
  }
}
