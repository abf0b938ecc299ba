import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Document, readDocument, toSource } from "../../src/documents/index.ts";
import { FormatError, readPlain, readText } from "../../src/formats/index.ts";
import { readTalk, type Talk } from "./talk.ts";

/** The talks of a folder, and the words that changed quotations take from them. */
export interface Corpus {
  readonly talks: readonly Talk[];
  /** Talks in which two named parties, or a party and one who asks, speak. */
  readonly conversations: readonly Talk[];
  /** Words in small letters, raw, as often as they stand (sampled). */
  readonly words: readonly string[];
  /** Words with a capital inside a sentence, raw, each once. */
  readonly names: readonly string[];
  /** Every raw word in small letters: tells words of the corpus from made-up ones. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Words drawn from for changes and additions: enough for every frequency to be there in proportion. */
const SAMPLED_WORDS = 50_000;

/** Reads every text file under `folder` into a corpus. Files of formats that are no text are left out. */
export function readCorpus(folder: string): Corpus {
  const talks = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|text|md|markdown|html?|xhtml)$/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const document = readDocumentFile(path);
      return document === null ? [] : [readTalk(relative(folder, path), toSource(document))];
    });
  return corpusOf(talks);
}

/** A file of the corpus as a document; null where its format is no text. */
export function readDocumentFile(path: string): Document | null {
  try {
    return readDocument(readText(readFileSync(path), path), path);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

/** A text that a case carries itself, as a document. */
export function readDocumentText(text: string): Document {
  return readDocument(readPlain(text), "source.txt");
}

export function corpusOf(talks: readonly Talk[]): Corpus {
  const words: string[] = [];
  const names = new Set<string>();
  const vocabulary = new Set<string>();
  const total = talks.reduce((sum, talk) => sum + talk.turns.reduce((n, { words: w }) => n + w.length, 0), 0);
  const every = Math.max(1, Math.floor(total / SAMPLED_WORDS));
  let at = 0;
  for (const { text, turns } of talks)
    for (const turn of turns)
      for (const word of turn.words) {
        const raw = text.slice(word.start, word.end);
        if (/^\p{Ll}+$/u.test(raw)) {
          vocabulary.add(raw);
          if (at++ % every === 0) words.push(raw);
        } else if (!word.startsSentence && /^\p{Lu}\p{Ll}{2,}$/u.test(raw)) names.add(raw);
      }
  const conversations = talks.filter(
    ({ turns }) => new Set(turns.map(({ voice }) => `${voice.kind}:${voice.name}`)).size > 1,
  );
  return { talks, conversations, words, names: [...names].sort(), vocabulary };
}
