import type { Part } from "../formats/index.ts";
import type { AddedFile } from "./added-files.ts";
import { Failure } from "./failure.ts";
import { hashOf, partsOf, readFile } from "./input.ts";
import type { Reading, Unread } from "./reading.ts";

/** A document of a file, or the file: read, or held already, or what cannot be read. */
export type ReadStep = {
  /** The file; of a file of several documents, one of them. */
  readonly file: Pick<AddedFile, "path" | "origin">;
  /** The file's bytes where this is its last step, else null. */
  readonly done: number | null;
} & (Reading | { readonly kind: "held"; readonly id: string; readonly version: number });

export interface ReadOptions {
  /** Whether bytes of this hash are held already: such a file is not read as a document. */
  readonly holder: (sha256: string) => { readonly id: string; readonly version: number } | null;
  readonly read: (unread: Unread) => Reading | Promise<Reading>;
  /** Bytes above which a file is refused. */
  readonly maxSize: number;
  /** Bytes of files that may be on their way at once; one file always may. */
  readonly ahead: number;
  /** When they are added, an ISO instant. */
  readonly added: string;
}

/** Files on their way at once, at most: a thousand small ones feed a thread for as long as a batch is written. */
const MOST_AHEAD = 1024;

/** Reads files, several at once, and gives them in their order. Failing of one is a step, not an error. */
export async function* readSteps(
  files: readonly AddedFile[],
  options: ReadOptions,
): AsyncGenerator<ReadStep> {
  const ahead: { file: AddedFile; steps: Promise<ReadStep[]> }[] = [];
  let bytes = 0;
  let next = 0;
  while (next < files.length || ahead.length > 0) {
    while (
      next < files.length &&
      (ahead.length === 0 || (bytes < options.ahead && ahead.length < MOST_AHEAD))
    ) {
      const file = files[next++]!;
      const steps = stepsOf(file, options);
      // Whoever waits for the first that fails is told; the others must not end the command unheard.
      steps.catch(() => {});
      bytes += file.size;
      ahead.push({ file, steps });
    }
    const { file, steps } = ahead.shift()!;
    yield* await steps;
    bytes -= file.size;
  }
}

/** The steps of a file: one for each of its documents, or one that says why there are none. */
async function stepsOf(file: AddedFile, options: ReadOptions): Promise<ReadStep[]> {
  const { path, origin, size } = file;
  const parts = partsIn(path, options.maxSize);
  if (parts instanceof Failure) return [{ file, done: size, kind: "failure", message: parts.message }];
  return Promise.all(
    parts.map((part, i) => {
      const done = i === parts.length - 1 ? size : null;
      return stepOf(
        part,
        { path: part.name, origin: `${origin}${part.name.slice(path.length)}` },
        done,
        options,
      );
    }),
  );
}

async function stepOf(
  { bytes: original }: Part,
  file: ReadStep["file"],
  done: number | null,
  { holder, read, added }: ReadOptions,
): Promise<ReadStep> {
  const sha256 = hashOf(original);
  const held = holder(sha256);
  if (held !== null) return { file, done, kind: "held", ...held };
  return { file, done, ...(await read({ ...file, sha256, original, added })) };
}

function partsIn(path: string, maxSize: number): readonly Part[] | Failure {
  try {
    return partsOf(readFile(path, maxSize), path);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
