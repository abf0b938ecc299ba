import type { Addition } from "../archive/index.ts";
import { oneLine } from "../publish/index.ts";
import type { Colors } from "./colors.ts";
import { counted } from "./count.ts";

/** What became of a file, and the words that came in with it. */
export interface AddedDocument extends Omit<Addition, "origin"> {
  readonly path: string;
  readonly words: number;
  /** Of what was held already, the number of the latest version. */
  readonly latest?: number;
}

/** A file that could not be read, and why in one line. */
export interface UnreadFile {
  readonly path: string;
  readonly reason: string;
}

/** What `saidso add` did. */
export interface AddedTally {
  readonly documents: readonly AddedDocument[];
  readonly unread: readonly UnreadFile[];
  readonly seconds: number;
}

/** "added     harbour  sources/harbour.txt": one document, for people. */
export function additionLine({ outcome, id, version, path, latest }: AddedDocument, colors: Colors): string {
  const name = colors.bold(oneLine(id));
  const isOld = latest !== undefined && latest > version;
  const of = version === 1 && !isOld ? name : `${name}, version ${version}`;
  const told = outcome === "refused" ? `${oneLine(path)}: another document, ${name}, has this number` : of;
  const old = isOld ? `; version ${latest} is the latest, and stays it until ${oneLine(id)} is removed` : "";
  const end = outcome === "refused" ? " (form/number-taken); --replace makes it a version of that" : old;
  const paint = outcome === "refused" ? colors.red : outcome === "held" ? colors.dim : colors.green;
  const from = outcome === "refused" ? "" : colors.dim(`  ${oneLine(path)}`);
  return `${paint(outcome.padEnd(8))}  ${told}${end}${from}`;
}

/** What came in, in figures; JSON has the same. */
export function tallied({ documents, unread, seconds }: AddedTally) {
  const count = (outcome: Addition["outcome"]): number =>
    documents.filter((one) => one.outcome === outcome).length;
  const words = documents.reduce((sum, one) => sum + one.words, 0);
  return {
    added: count("added"),
    versions: count("version"),
    held: count("held"),
    refused: count("refused"),
    unread: unread.length,
    words,
    seconds: Number(seconds.toFixed(3)),
    wordsPerSecond: Math.round(words / Math.max(seconds, 0.001)),
  };
}

/** "3 documents and 1 new version, 4,120 words in 0.3 s (13,733 words a second); 2 held already." */
export function tallyLine(tally: AddedTally): string {
  const { added, versions, held, refused, unread, words, seconds, wordsPerSecond } = tallied(tally);
  const came = `${counted(added, "document")}${versions === 0 ? "" : ` and ${counted(versions, "new version")}`}`;
  const speed = words === 0 ? "" : ` (${counted(wordsPerSecond, "word")} a second)`;
  const others = [
    held === 0 ? null : `${held} held already`,
    refused === 0 ? null : `${refused} refused`,
    unread === 0 ? null : `${unread} not read`,
  ].filter((part) => part !== null);
  const beside = others.length === 0 ? "" : `; ${others.join(", ")}`;
  return `${came}, ${counted(words, "word")} in ${seconds.toFixed(1)} s${speed}${beside}.`;
}
