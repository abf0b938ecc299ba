import type { Stream } from "./prepared.ts";
import { type Quoted, type QuotedTokens, readQuoted } from "./quoted.ts";
import { nextSpoken, RUN } from "./shingles.ts";
import { STYLES, type Style } from "./style.ts";
import { Flag, type Tokens } from "./tokens.ts";
import { hashOf, Vocabulary } from "./vocabulary.ts";

/**
 * Words and runs of three as 32-bit keys that mean the same in every text, so that an index over many documents can be
 * kept for years. Two words or runs share a key by chance once in four thousand million; a verdict never rests on a key.
 */
export interface Fingerprint {
  /** The key of each word, in the stream's order; unsigned. */
  readonly words: Uint32Array;
  /** Runs of three in both views, all words and the spoken ones alone: the key of each, unsigned, and the place of its first word, ascending. */
  readonly runs: Uint32Array;
  readonly places: Int32Array;
}

/** A quotation's words, read without a source, and their keys. */
export interface QuotedFingerprint extends Fingerprint {
  readonly tokens: QuotedTokens;
}

/** The keys of a stream's words and runs. Linear in its words. */
export function fingerprint({ tokens, vocabulary }: Pick<Stream, "tokens" | "vocabulary">): Fingerprint {
  const words = new Uint32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) words[i] = vocabulary.hash(tokens.word[i]!);
  return { words, ...runsOf(tokens, words) };
}

/** The keys of a quotation's words and runs. */
export function quotedFingerprint(quoted: Quoted, style: Style = STYLES.chicago): QuotedFingerprint {
  const vocabulary = new Vocabulary();
  const tokens = readQuoted(quoted, vocabulary, style, true);
  return { tokens, ...fingerprint({ tokens, vocabulary }) };
}

/** The key of a folded word ({@link foldWord}). */
export function wordKey(word: string): number {
  const units = new Uint16Array(word.length);
  for (let i = 0; i < word.length; i++) units[i] = word.charCodeAt(i);
  return hashOf(units, word.length) >>> 0;
}

function runsOf(tokens: Tokens, words: Uint32Array): Pick<Fingerprint, "runs" | "places"> {
  const next = nextSpoken(tokens);
  const runs = new Uint32Array(tokens.count * 2);
  const places = new Int32Array(tokens.count * 2);
  let count = 0;
  for (let i = 0; i + RUN <= tokens.count; i++) {
    runs[count] = runKey(words[i]!, words[i + 1]!, words[i + 2]!);
    places[count++] = i;
    if ((tokens.flags[i]! & Flag.supplied) !== 0) continue;
    const j = next[i]!;
    const k = next[j] ?? tokens.count;
    if (k >= tokens.count || (j === i + 1 && k === i + 2)) continue;
    runs[count] = runKey(words[i]!, words[j]!, words[k]!);
    places[count++] = i;
  }
  return { runs: runs.subarray(0, count), places: places.subarray(0, count) };
}

/** Three keys as one: multiply and mix, then the last steps of MurmurHash3 (Appleby), so that every bit depends on all words. */
function runKey(a: number, b: number, c: number): number {
  let hash = Math.imul(Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
