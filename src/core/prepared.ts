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
export interface Prepared {
  readonly sources: readonly Source[];
  readonly segments: readonly PlacedSegment[];
  readonly tokens: Tokens;
  readonly vocabulary: Vocabulary;
  readonly shingles: Shingles;
}

/** Units of text a word takes on average, with its space: the first guess at how many words a text has. */
const UNITS_PER_WORD = 5;

/**
 * Reads and indexes sources. A string is a source of one voice, unknown, and one turn.
 * Time and memory grow in proportion to the text: about 60 bytes a word.
 *
 * @example
 * const prepared = prepare("The ferry leaves at six. It does not wait.");
 * verify("It does not wait", prepared).status; // "verbatim"
 */
export function prepare(source: Source | string | readonly (Source | string)[]): Prepared {
  const given = typeof source === "string" || !isList(source) ? [source] : source;
  const sources = given.map((one) => (typeof one === "string" ? plainSource(one) : one));
  const vocabulary = new Vocabulary();
  const length = sources.reduce((sum, one) => sum + one.text.length, 0);
  const reader = new Reader(vocabulary, {
    grows: true,
    cut: false,
    capacity: Math.ceil(length / UNITS_PER_WORD) + 16,
  });
  const segments = sources.flatMap((one, index) => placedSegments(one, index));
  segments.forEach((segment, index) => {
    reader.read(sources[segment.source]!.text, segment, index, continues(segments, index));
  });
  const { tokens } = reader;
  return { sources, segments, tokens, vocabulary, shingles: new Shingles(tokens, vocabulary.size) };
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
