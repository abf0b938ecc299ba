import * as z from "zod";
import type { Addition, Entry } from "../archive/index.ts";
import { readSources } from "../core/index.ts";
import { readDocument } from "../documents/index.ts";
import { FormatError, type FormattedText, type Part } from "../formats/index.ts";
import type { SentFile } from "./check-request.ts";
import type { Context } from "./context.ts";
import { count } from "./paging.ts";

/** Files on their way into the archive. */
export interface AddRequest {
  readonly files: readonly SentFile[];
  /** A document of a series and number that another one has becomes that one's new version. */
  readonly replace: boolean;
  /** When they are added, an ISO instant. */
  readonly added: string;
}

/** {@link AddRequest} as JSON says it: one file. */
export const addInput = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(255)
      .describe("Its file's name: the ending tells the format, and the same name again is its new version."),
    text: z.string().describe("The document: Markdown, HTML, subtitles, TEI or plain text."),
  })
  .describe("A document to be kept.");

/** What `addDocuments` answers: of each file what `saidso add --format json` says. */
export const addOutput = z
  .strictObject({
    documents: z.array(
      z.strictObject({
        path: z.string().describe("The name that was sent."),
        outcome: z
          .enum(["added", "version", "held", "refused"])
          .describe(
            "A new document; a new version of a held one; these bytes are held already; another document has this series and number.",
          ),
        id: z.string().describe("Of the document that holds it, or has its number."),
        version: z.int().min(1),
        words: count.describe("Words that came in with it."),
        latest: z.int().min(1).optional().describe("Of what was held already, the latest version's number."),
      }),
    ),
    unread: z
      .array(z.strictObject({ path: z.string(), reason: z.string() }))
      .describe("What cannot be read."),
    summary: z.strictObject({
      added: count,
      versions: count,
      held: count,
      refused: count,
      unread: count,
      words: count,
    }),
  })
  .describe("What became of each file.");

export type Added = z.input<typeof addOutput>;

/**
 * Puts files into the archive, all of those that can be read in one transaction. A file is told from others by the name
 * it is sent with: sent again, it becomes a new version. Throws an `ArchiveError` where the archive fails; nothing is in then.
 */
export function addDocuments(
  { files, replace, added }: AddRequest,
  { archive, hash, reader }: Context,
): Added {
  const unread: Added["unread"] = [];
  const entries: Entry[] = [];
  const read = <T>(path: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      unread.push({ path, reason: `${error.data.reason}.` });
      return null;
    }
  };
  for (const { name, bytes } of files)
    for (const part of read(name, () => reader.unpack(bytes, name)) ?? []) {
      const text = read(part.name, () => reader.read(part.bytes, part.name));
      if (text !== null) entries.push(entryOf(part, text, added, hash));
    }
  const additions = entries.length === 0 ? [] : archive.add(entries, { replace });
  const documents = additions.map((one) => addedValue(one, archive));
  return { documents, unread, summary: summaryOf(documents, unread) };
}

const ORIGIN = "upload:";

/** A file as the archive takes it. */
function entryOf({ name, bytes }: Part, text: FormattedText, added: string, hash: Context["hash"]): Entry {
  const document = readDocument(text, name);
  return { origin: `${ORIGIN}${name}`, sha256: hash(bytes), original: bytes, added, document };
}

function addedValue(
  { outcome, id, version, origin }: Addition,
  archive: Context["archive"],
): Added["documents"][number] {
  const path = origin.slice(ORIGIN.length);
  const isNew = outcome === "added" || outcome === "version";
  const words = isNew ? wordsOf(archive, id, version) : 0;
  const latest = outcome === "held" ? { latest: archive.summary(id)!.version } : {};
  return { path, outcome, id, version, words, ...latest };
}

/** Words of a version; what is known of a document is its latest's, which a file after this one may be. */
function wordsOf(archive: Context["archive"], id: string, version: number): number {
  const summary = archive.summary(id)!;
  if (summary.version === version) return summary.words;
  return readSources([archive.document(id, version)!.source]).tokens.count;
}

function summaryOf(documents: Added["documents"], unread: Added["unread"]): Added["summary"] {
  const times = (outcome: string): number => documents.filter((one) => one.outcome === outcome).length;
  return {
    added: times("added"),
    versions: times("version"),
    held: times("held"),
    refused: times("refused"),
    unread: unread.length,
    words: documents.reduce((sum, one) => sum + one.words, 0),
  };
}
