import { Reader } from "./reader.ts";
import { Shingles } from "./shingles.ts";
import type { Segment, Source, Voice } from "./source.ts";
import type { Tokens } from "./tokens.ts";
import { Vocabulary } from "./vocabulary.ts";

const UNKNOWN_VOICE: Voice = { kind: "unknown", name: null };

/** A segment with the source it belongs to and its turn numbered over all sources. */
export interface PlacedSegment extends Segment {
  /** Index into {@link Prepared.sources}. */
  readonly source: number;
  /** Unique over all sources; segments outside every turn share one negative number a source. */
  readonly turnKey: number;
}

/**
 * One or more sources, read and indexed once for many quotations. Made by {@link prepare} alone.
 * Words of all sources stand in one stream, in reading order, source after source.
 */
export interface Prepared extends Stream {
  readonly shingles: Shingles;
  /** Frequencies of words in all that is held, where the sources are a part of it; null where they are all. */
  readonly lexicon: Lexicon | null;
}

/** Sources as one stream of words, in reading order, source after source. Made by {@link readSources}. */
export interface Stream {
  readonly sources: readonly Source[];
  readonly segments: readonly PlacedSegment[];
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
}

/** How often each word stands in all that is held. */
export interface Lexicon {
  /** Words in all. */
  readonly words: number;
  /** Places of a folded word ({@link foldWord}); 0 for one that is not held. */
  frequency(word: string): number;
}

/** Words of a passage for each distinct one: the first guess at how many it has. */
const WORDS_PER_DISTINCT = 2;
/** Units of text a word takes on average, with its space: the first guess at how many words a text has. */
const UNITS_PER_WORD = 5;

/**
 * Reads and indexes sources. A string is a source of one voice, unknown, and one turn.
 * Time and memory grow in proportion to the text: about 60 bytes a word.
 * Where the sources are passages of a larger holding, its `lexicon` says how much a word tells.
 *
 * @example
 * const prepared = prepare("The ferry leaves at six. It does not wait.");
 * verify("It does not wait", prepared).status; // "verbatim"
 */
export function prepare(
  source: Source | string | readonly (Source | string)[],
  lexicon: Lexicon | null = null,
): Prepared {
  const given = typeof source === "string" || !isList(source) ? [source] : source;
  const stream = readSources(given.map((one) => (typeof one === "string" ? plainSource(one) : one)));
  return { ...stream, shingles: new Shingles(stream.tokens, stream.vocabulary.size), lexicon };
}

/** Reads sources and indexes nothing. */
export function readSources(sources: readonly Source[]): Stream {
  const length = sources.reduce((sum, one) => sum + wordyLength(one), 0);
  const capacity = Math.ceil(length / UNITS_PER_WORD) + 16;
  const vocabulary = new Vocabulary(capacity / WORDS_PER_DISTINCT);
  const reader = new Reader(vocabulary, { grows: true, cut: false, capacity });
  const segments = sources.flatMap((one, index) => placedSegments(one, index));
  segments.forEach((segment, index) => {
    reader.read(sources[segment.source]!.text, segment, index, continues(segments, index));
  });
  return { sources, segments, tokens: reader.tokens, vocabulary };
}

function wordyLength({ segments }: Source): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Index of the source that the word at `place` belongs to. */
export function sourceOf(prepared: Prepared, place: number): number {
  return segmentOf(prepared, place).source;
}

/** Key of the turn that the word at `place` belongs to. */
export function turnOf(prepared: Prepared, place: number): number {
  return segmentOf(prepared, place).turnKey;
}

export function segmentOf(prepared: Prepared, place: number): PlacedSegment {
  return prepared.segments[prepared.tokens.stretch[place]!]!;
}

/** A text of one voice, unknown, and one turn. */
export function plainSource(text: string): Source {
  return { text, segments: [{ start: 0, end: text.length, voice: UNKNOWN_VOICE, turn: 1 }] };
}

function isList(
  source: Source | string | readonly (Source | string)[],
): source is readonly (Source | string)[] {
  return Array.isArray(source);
}

function placedSegments(source: Source, index: number): PlacedSegment[] {
  const turns = new Map<number, number>();
  return source.segments.map((segment) => {
    // 2^20 turns a source keep the keys of two sources apart and within 52 bits.
    const base = (index + 1) * 2 ** 20;
    if (segment.turn === null) return { ...segment, source: index, turnKey: -base };
    if (!turns.has(segment.turn)) turns.set(segment.turn, base + turns.size);
    return { ...segment, source: index, turnKey: turns.get(segment.turn)! };
  });
}

/** Whether a segment goes on in the paragraph of the one before: nothing but marks and one space stand between them. */
function continues(segments: readonly PlacedSegment[], index: number): boolean {
  const segment = segments[index]!;
  const before = segments[index - 1];
  return (
    before !== undefined &&
    before.source === segment.source &&
    before.turnKey === segment.turnKey &&
    segment.start >= before.end &&
    segment.start - before.end <= 4
  );
}
