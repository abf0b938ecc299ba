import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { ProblemError } from "./problem.ts";

/** Results kept at the most, and their bytes. */
export const MOST_RESULTS = 1000;
export const MOST_BYTES = 256 * 2 ** 20;
/** The form of the files. Another form has another number. */
export const RESULT_VERSION = 1;

const ID = /^[0-9a-f]{32}$/u;
/** Milliseconds after which a file that was not written to its end is a leftover of a process that ended. */
const LEFTOVER = 60 * 60 * 1000;

const headSchema = z.strictObject({
  saidso: z.literal("result"),
  version: z.literal(RESULT_VERSION),
  kind: z.enum(["outline", "whole"]),
  stored: z.iso.datetime(),
  /** SHA-256 of what deletes it. */
  key: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** A result that somebody stored: `body` is the JSON of what its kind has. */
export interface StoredResult extends Pick<z.infer<typeof headSchema>, "kind" | "stored" | "key"> {
  readonly body: string;
}

/** A result's address, and what deletes it: told once, and not kept. */
export interface Receipt {
  readonly id: string;
  readonly key: string;
}

/**
 * Results that somebody asked to be stored, a file each in a folder beside the archive: a line about it, and a line with
 * what is stored. Written whole or not at all.
 */
export class Results {
  readonly #folder: string;
  /** Stores one after the other, so that the limits hold. */
  #last: Promise<unknown> = Promise.resolve();

  /** The folder is made when the first result is stored. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Stores a result. Throws `results-full` where there are too many. */
  store(kind: StoredResult["kind"], body: string): Promise<Receipt> {
    const stored = this.#last.then(() => this.#store(kind, body));
    this.#last = stored.catch(() => {});
    return stored;
  }

  /** Throws `unknown-result`, and `result-unreadable` for a file that is damaged or of another version's form. */
  async read(id: string): Promise<StoredResult> {
    const text = await this.#text(id);
    const line = text.indexOf("\n");
    const head = headSchema.safeParse(parsed(text.slice(0, Math.max(0, line))));
    if (!head.success) throw unreadable(id, text.slice(0, Math.max(0, line)));
    const { kind, stored, key } = head.data;
    return { kind, stored, key, body: text.slice(line + 1) };
  }

  /** Deletes a result. `key` null: whoever asks may delete any. Throws `result-key-wrong`. */
  async remove(id: string, key: string | null): Promise<void> {
    if (key !== null && !isKey(key, (await this.read(id)).key))
      throw new ProblemError("result-key-wrong", `${id}: that is not the key told when it was stored.`);
    await this.#text(id);
    await rm(this.#path(id), { force: true });
  }

  async #store(kind: StoredResult["kind"], body: string): Promise<Receipt> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const [id, key] = [randomBytes(16).toString("hex"), randomBytes(16).toString("base64url")];
    const head = {
      saidso: "result",
      version: RESULT_VERSION,
      kind,
      stored: new Date().toISOString(),
      key: hashed(key),
    };
    const bytes = Buffer.from(`${JSON.stringify(head)}\n${body}`);
    await this.#requireRoom(bytes.length);
    const part = `${this.#path(id)}.part`;
    try {
      const file = await open(part, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, this.#path(id));
    } catch (error) {
      await rm(part, { force: true });
      throw (error as NodeJS.ErrnoException).code === "ENOSPC"
        ? new ProblemError("results-full", "The disk is full; free space, or download the report instead.")
        : error;
    }
    return { id, key };
  }

  async #requireRoom(size: number): Promise<void> {
    let [count, bytes] = [0, 0];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null) continue;
      if (name.endsWith(".part") && Date.now() - found.mtimeMs > LEFTOVER) await rm(path, { force: true });
      else [count, bytes] = [count + 1, bytes + found.size];
    }
    const way = "delete some, or download the report instead.";
    if (count >= MOST_RESULTS)
      throw new ProblemError("results-full", `${MOST_RESULTS} results are stored, more are not kept; ${way}`);
    if (bytes + size > MOST_BYTES)
      throw new ProblemError(
        "results-full",
        `Stored results take ${Math.round(bytes / 2 ** 20)} of ${MOST_BYTES / 2 ** 20} MB, this one has no room; ${way}`,
      );
  }

  async #text(id: string): Promise<string> {
    try {
      if (ID.test(id)) return await readFile(this.#path(id), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    throw new ProblemError(
      "unknown-result",
      "No result is stored at this address; it may have been deleted.",
    );
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }
}

function unreadable(id: string, head: string): ProblemError {
  const version = (parsed(head) as { version?: unknown } | null)?.version;
  return new ProblemError(
    "result-unreadable",
    typeof version === "number" && version !== RESULT_VERSION
      ? `${id}: was stored by another version of saidso (form ${version}; this one reads ${RESULT_VERSION}); check the text again.`
      : `${id}: its file is damaged; delete it, and check the text again.`,
  );
}

/** That what a stored result holds is not what it should. */
export function damagedResult(id: string): ProblemError {
  return unreadable(id, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

function isKey(given: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashed(given)), Buffer.from(hash));
}
