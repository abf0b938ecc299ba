import type { Voice } from "../../core/index.ts";
import type { Document, Mark, Passage, Piece, Turn } from "../../documents/index.ts";
import { NumberReader, NumberWriter } from "./number-list.ts";
import { Numbering } from "./numbering.ts";
import { packPlaces, unpackPlaces } from "./packed-places.ts";
import { SpanReader, SpanWriter } from "./span-list.ts";

type Plain = Omit<Document, "id" | "text" | "passages" | "turns" | "marks" | "pieces" | "places">;
type Seldom = Pick<Document, "turns" | "pieces" | "places">;

/** What is packed as JSON: whatever is no number, and what there is little of. */
interface Words {
  readonly plain: Plain;
  /** Kinds of passages, marks and pieces, and names of marks: what the numbers stand for. */
  readonly words: readonly string[];
  readonly voices: readonly Voice[];
  /** Ids of the passages, and after them those that turns name and no passage has. */
  readonly ids: string;
}

/**
 * A document but for its id and text. Numbers are apart from words: those of passages and marks, which are wanted
 * whenever a document is read, and those of turns, pieces and places, which seldom are.
 */
export interface PackedDocument {
  readonly json: string;
  readonly often: Uint8Array;
  readonly seldom: Uint8Array;
}

/** Ids of passages have no spaces. */
const BETWEEN = " ";

/** A document without its id and text. {@link unpackDocument} gives it back. */
export function packDocument(document: Document): PackedDocument {
  const { id: _, text: __, passages, turns, marks, pieces, places, ...plain } = document;
  const words = new Numbering<string>();
  const voices = new Numbering<Voice>(({ kind, name }) => `${kind} ${name ?? ""}${name === null}`);
  const ids = new Numbering<string>();
  for (const { id } of passages) ids.numberOf(id);
  const often = new NumberWriter();
  packPassages(passages, often, words, voices);
  packMarks(marks, often, words);
  const seldom = new NumberWriter();
  packTurns(turns, seldom, voices, ids);
  packPieces(pieces, seldom, words);
  packPlaces(places, seldom, words);
  const json: Words = { plain, words: words.all, voices: voices.all, ids: ids.all.join(BETWEEN) };
  return { json: JSON.stringify(json), often: often.bytes(), seldom: seldom.bytes() };
}

/**
 * The document of this id and text. `packed` must be what {@link packDocument} gave. Turns, pieces and places are
 * unpacked when they are first asked for.
 */
export function unpackDocument({ json, often, seldom }: PackedDocument, id: string, text: string): Document {
  const { plain, words, voices, ids: joined } = JSON.parse(json) as Words;
  const ids = joined === "" ? [] : joined.split(BETWEEN);
  const numbers = new NumberReader(often);
  const passages = unpackPassages(numbers, words, voices, ids);
  const marks = unpackMarks(numbers, words);
  let rest: Seldom | null = null;
  const seldomAsked = (): Seldom => {
    if (rest === null) {
      const left = new NumberReader(seldom);
      rest = {
        turns: unpackTurns(left, voices, ids),
        pieces: unpackPieces(left, words),
        places: unpackPlaces(left, words),
      };
    }
    return rest;
  };
  return {
    // Documents packed before captures were known have none.
    ...plain,
    capture: plain.capture ?? null,
    id,
    text,
    passages,
    marks,
    get turns() {
      return seldomAsked().turns;
    },
    get pieces() {
      return seldomAsked().pieces;
    },
    get places() {
      return seldomAsked().places;
    },
  };
}

function packPassages(
  passages: readonly Passage[],
  numbers: NumberWriter,
  words: Numbering<string>,
  voices: Numbering<Voice>,
): void {
  const spans = new SpanWriter(numbers);
  let last = 0;
  numbers.put(passages.length);
  for (const passage of passages) {
    numbers.put(words.numberOf(passage.kind));
    numbers.put(voices.numberOf(passage.voice));
    // 0 stands for no turn, and says nothing of the turn that comes next.
    numbers.put(passage.turn === null ? 0 : 1);
    if (passage.turn !== null) numbers.putSigned(passage.turn - last);
    last = passage.turn ?? last;
    spans.put(passage);
  }
}

function unpackPassages(
  numbers: NumberReader,
  words: readonly string[],
  voices: readonly Voice[],
  ids: readonly string[],
): Passage[] {
  const passages: Passage[] = [];
  const spans = new SpanReader(numbers);
  let last = 0;
  const count = numbers.next();
  for (let i = 0; i < count; i++) {
    const kind = words[numbers.next()] as Passage["kind"];
    const voice = voices[numbers.next()]!;
    const isInTurn = numbers.next() === 1;
    if (isInTurn) last += numbers.nextSigned();
    spans.next();
    const { start, end } = spans;
    passages.push({ id: ids[i]!, kind, start, end, voice, turn: isInTurn ? last : null });
  }
  return passages;
}

function packMarks(marks: readonly Mark[], numbers: NumberWriter, words: Numbering<string>): void {
  const spans = new SpanWriter(numbers);
  numbers.put(marks.length);
  for (const mark of marks) {
    numbers.put(words.numberOf(mark.kind));
    numbers.put(mark.name === null ? 0 : 1 + words.numberOf(mark.name));
    spans.put(mark);
  }
}

function unpackMarks(numbers: NumberReader, words: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  const spans = new SpanReader(numbers);
  const count = numbers.next();
  for (let i = 0; i < count; i++) {
    const kind = words[numbers.next()] as Mark["kind"];
    const name = numbers.next();
    spans.next();
    marks.push({ kind, start: spans.start, end: spans.end, name: name === 0 ? null : words[name - 1]! });
  }
  return marks;
}

function packTurns(
  turns: readonly Turn[],
  numbers: NumberWriter,
  voices: Numbering<Voice>,
  ids: Numbering<string>,
): void {
  const labels = new SpanWriter(numbers);
  numbers.put(turns.length);
  for (const { number, voice, label, passages } of turns) {
    numbers.put(number);
    numbers.put(voices.numberOf(voice));
    numbers.put(label === null ? 0 : 1);
    if (label !== null) labels.put(label);
    numbers.put(passages.length);
    for (const id of passages) numbers.put(ids.numberOf(id));
  }
}

function unpackTurns(numbers: NumberReader, voices: readonly Voice[], ids: readonly string[]): Turn[] {
  const labels = new SpanReader(numbers);
  return Array.from({ length: numbers.next() }, (): Turn => {
    const number = numbers.next();
    const voice = voices[numbers.next()]!;
    const isLabelled = numbers.next() === 1;
    if (isLabelled) labels.next();
    const label = isLabelled ? { start: labels.start, end: labels.end } : null;
    const passages = Array.from({ length: numbers.next() }, () => ids[numbers.next()]!);
    return { number, voice, label, passages };
  });
}

function packPieces(pieces: readonly Piece[], numbers: NumberWriter, words: Numbering<string>): void {
  const spans = new SpanWriter(numbers);
  numbers.put(pieces.length);
  for (const piece of pieces) {
    numbers.put(words.numberOf(piece.kind));
    spans.put(piece);
  }
}

function unpackPieces(numbers: NumberReader, words: readonly string[]): Piece[] {
  const spans = new SpanReader(numbers);
  return Array.from({ length: numbers.next() }, (): Piece => {
    const kind = words[numbers.next()] as Piece["kind"];
    spans.next();
    return { kind, start: spans.start, end: spans.end };
  });
}
