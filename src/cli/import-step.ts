import { resolve } from "node:path";
import type { Restored } from "../archive/index.ts";
import { type DocumentRecord, partName, recordName, recordOf } from "../formats/index.ts";
import type { ExportedOriginal } from "../publish/index.ts";
import type { Parcel } from "../stores/sqlite/index.ts";
import { importedOriginal } from "./exported-line.ts";
import { hashOf, STDIN } from "./input.ts";
import type { InputLine } from "./input-lines.ts";
import type { Reading, Unread } from "./reading.ts";

/** A line of a file of JSON Lines, for what is told of it. */
interface ImportedLine {
  readonly file: string;
  readonly line: number;
}

/**
 * What a line brings: a version of another archive, a document of another program, what is held already, or why it brings
 * nothing.
 */
export type ImportStep = ImportedLine &
  (
    | { readonly kind: "version"; readonly restored: Restored<Parcel> }
    | { readonly kind: "document"; readonly parcel: Parcel }
    | { readonly kind: "held"; readonly id: string; readonly version: number }
    | { readonly kind: "failure"; readonly reason: string }
  );

export interface ImportOptions {
  /** Whether bytes of this hash are held already: such an original is not read as a document. */
  readonly holder: (sha256: string) => { readonly id: string; readonly version: number } | null;
  readonly read: (unread: Unread) => Reading | Promise<Reading>;
  /** When documents of other programs are added, an ISO instant. */
  readonly added: string;
}

/** A record with an original: all that says which version it is stands beside it. */
interface KeptRecord {
  readonly id: string;
  readonly version: number;
  readonly origin: string;
  readonly sha256: string;
  readonly added: string;
  readonly unnumbered?: boolean;
  readonly original: ExportedOriginal;
}

/** The ids that an archive gives. */
const ID = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u;

/** Reads the lines of one import after the other; remembers of each document the version that came last. */
export class ImportReader {
  readonly #options: ImportOptions;
  readonly #last = new Map<string, { readonly version: number; readonly sha256: string }>();
  readonly #taken = new Map<string, Set<string>>();

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  /** What a line of `file` brings; null for an empty one. */
  async step(file: string, { number, bytes }: InputLine): Promise<ImportStep | null> {
    const text = new TextDecoder().decode(bytes);
    if (text.trim() === "") return null;
    const at = { file, line: number };
    const { record, fault } = recordOf(text);
    if (record === null) return { ...at, kind: "failure", reason: fault };
    const step =
      record.original === undefined
        ? await this.#document(at, record, bytes)
        : await this.#version(record as unknown as KeptRecord);
    return { ...at, ...step };
  }

  async #version(record: KeptRecord) {
    const { id, version, origin, sha256, added } = record;
    if (!ID.test(id)) return failure(`${JSON.stringify(id)} is no id that an archive gives`);
    if (!INSTANT.test(added) || Number.isNaN(Date.parse(added)))
      return failure(`"added" is no instant such as 2026-03-01T08:00:00.000Z`);
    const original = importedOriginal(record.original);
    if (hashOf(original) !== sha256)
      return failure(`the original of ${id}, version ${version}, is not the one that its sha256 is of`);
    const last = this.#last.get(id);
    const previous = last?.version === version - 1 ? last.sha256 : null;
    this.#last.set(id, { version, sha256 });
    const held = this.#options.holder(sha256);
    if (held !== null) return { kind: "held" as const, ...held };
    const reading = await this.#options.read({ path: origin, origin, sha256, original, added });
    if (reading.kind === "failure") return failure(`${id}, version ${version}: ${reading.message}`);
    const unnumbered = record.unnumbered ?? false;
    const content = reading.parcel;
    return { kind: "version" as const, restored: { content, id, version, previous, unnumbered } };
  }

  /** A document of another program is added as a line of a file of its own. */
  async #document({ file, line }: ImportedLine, record: DocumentRecord, original: Uint8Array) {
    const name = fileName(file);
    if (!this.#taken.has(name)) this.#taken.set(name, new Set());
    const part = recordName(record, line, this.#taken.get(name)!);
    const sha256 = hashOf(original);
    const held = this.#options.holder(sha256);
    if (held !== null) return { kind: "held" as const, ...held };
    const [path, origin] = [partName(name, part), partName(file === STDIN ? name : resolve(name), part)];
    const { added } = this.#options;
    const reading = await this.#options.read({ path, origin, sha256, original: original.slice(), added });
    if (reading.kind === "parcel") return { kind: "document" as const, parcel: reading.parcel };
    return failure(reading.message.replace(`${path}: `, "").replace(`line ${line}: `, ""));
  }
}

/** A name by whose ending lines are known for what they are. */
function fileName(file: string): string {
  if (file === STDIN) return "standard-input.jsonl";
  return /\.(?:jsonl|ndjson)$/iu.test(file) ? file : `${file}.jsonl`;
}

function failure(reason: string) {
  return { kind: "failure" as const, reason };
}
