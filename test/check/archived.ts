import { createHash } from "node:crypto";
import { type Entry, MemoryArchive } from "../../src/archive/index.ts";
import { archiveHoldings, type CheckedText, check, type Report, shelve } from "../../src/check/index.ts";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";

/** A file: what it is called and its bytes. */
export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function file(name: string, text: string): File {
  return { name, bytes: new TextEncoder().encode(text) };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function documentOf({ name, bytes }: File): Document {
  return readDocument(readText(bytes, name), name);
}

export function checkedOf({ name, bytes }: File): CheckedText {
  return { name, text: readText(bytes, name), sha256: sha256(bytes) };
}

export function entryOf(one: File, origin = `/desk/${one.name}`): Entry {
  const added = "2026-02-03T10:00:00.000Z";
  return { origin, sha256: sha256(one.bytes), original: one.bytes, added, document: documentOf(one) };
}

export function archiveOf(...files: readonly File[]): MemoryArchive {
  const archive = new MemoryArchive();
  archive.add(files.map((one) => entryOf(one)));
  return archive;
}

/** The report of a text against files that an archive holds. */
export function archiveReport(text: File, ...files: readonly File[]): Report {
  return check(checkedOf(text), archiveHoldings(archiveOf(...files)));
}

/** The report of a text against the same files on a shelf. */
export function shelfReport(text: File, ...files: readonly File[]): Report {
  return check(checkedOf(text), shelve(files.map(documentOf)));
}
