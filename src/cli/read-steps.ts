import type { AddedFile } from "./added-files.ts";
import { Failure } from "./failure.ts";
import { hashOf, readFile } from "./input.ts";
import type { Reading, Unread } from "./reading.ts";

/** A file that is read, or need not be, or cannot be. */
export type ReadStep = { readonly file: AddedFile } & (
  | Reading
  | { readonly kind: "held"; readonly id: string; readonly version: number }
);

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
  const ahead: { file: AddedFile; step: Promise<ReadStep> }[] = [];
  let bytes = 0;
  let next = 0;
  while (next < files.length || ahead.length > 0) {
    while (
      next < files.length &&
      (ahead.length === 0 || (bytes < options.ahead && ahead.length < MOST_AHEAD))
    ) {
      const file = files[next++]!;
      const step = stepOf(file, options);
      // Whoever waits for the first that fails is told; the others must not end the command unheard.
      step.catch(() => {});
      bytes += file.size;
      ahead.push({ file, step });
    }
    const { file, step } = ahead.shift()!;
    yield await step;
    bytes -= file.size;
  }
}

async function stepOf(file: AddedFile, { holder, read, maxSize, added }: ReadOptions): Promise<ReadStep> {
  const { path, origin } = file;
  const original = bytesOf(path, maxSize);
  if (original instanceof Failure) return { file, kind: "failure", message: original.message };
  const sha256 = hashOf(original);
  const held = holder(sha256);
  if (held !== null) return { file, kind: "held", ...held };
  return { file, ...(await read({ path, origin, sha256, original, added })) };
}

function bytesOf(path: string, maxSize: number): Uint8Array | Failure {
  try {
    return readFile(path, maxSize);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
