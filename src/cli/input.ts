import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { FormatError, type FormattedText, type Part } from "../formats/index.ts";
import { guardedReader } from "../reading/index.ts";
import { Failure } from "./failure.ts";

/** A file's text and the hash of its bytes. */
export interface Input {
  readonly name: string;
  readonly text: FormattedText;
  readonly sha256: string;
}

/** The name that stands for standard input. */
export const STDIN = "-";

/**
 * Reads a file, or standard input, as text; as several texts where the file holds several. Throws a {@link Failure} that
 * names it, the reason and the way out.
 */
export function readInputs(name: string, maxSize: number): Input[] {
  const bytes = name === STDIN ? readStandardInput(maxSize) : readFile(name, maxSize);
  return partsOf(bytes, name).map((part) => ({
    name: part.name,
    text: textOf(part.bytes, part.name),
    sha256: hashOf(part.bytes),
  }));
}

/** SHA-256 of bytes, 64 hexadecimal digits. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file's bytes. Throws a {@link Failure}, also for a folder and for a file above `maxSize` bytes. */
export function readFile(path: string, maxSize: number): Uint8Array {
  const size = attempt(path, () => {
    const stat = statSync(path);
    if (stat.isDirectory())
      throw new Failure("not-a-file", path, "is a folder; name a file, or give the folder to --against.");
    return stat.size;
  });
  requireSize(path, size, maxSize);
  return attempt(path, () => readFileSync(path));
}

function readStandardInput(maxSize: number): Uint8Array {
  const bytes = attempt(STDIN, () => readFileSync(0));
  requireSize("standard input", bytes.length, maxSize);
  return bytes;
}

function requireSize(name: string, size: number, maxSize: number): void {
  if (size > maxSize)
    throw new Failure(
      "too-large",
      name,
      `has ${megabytes(size)} MB, more than --max-size ${megabytes(maxSize)}; raise it, or split the file.`,
    );
}

function megabytes(bytes: number): string {
  return String(Number((bytes / 2 ** 20).toPrecision(3)));
}

/** Runs a file operation and turns the system's error into a {@link Failure}. */
export function attempt<T>(name: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new Failure("not-found", name, "no such file or folder; check the path.");
    if (code === "EACCES" || code === "EPERM")
      throw new Failure("unreadable", name, "may not be read; check its permissions.");
    throw new Failure("unreadable", name, `cannot be read (${code ?? String(error)}).`);
  }
}

/** Bytes as text; `name` tells the format. Throws a {@link Failure} where they are none that is understood. */
export function textOf(bytes: Uint8Array, name: string): FormattedText {
  return reading(name, () => guardedReader().read(bytes, name === STDIN ? "" : name));
}

/** The documents that a file's bytes hold, each as a file of one. Throws a {@link Failure} as {@link textOf} does. */
export function partsOf(bytes: Uint8Array, name: string): readonly Part[] {
  if (name === STDIN) return [{ name, bytes }];
  return reading(name, () => guardedReader().unpack(bytes, name));
}

function reading<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Failure(error.code, name, `${error.data.reason}.`);
  }
}
