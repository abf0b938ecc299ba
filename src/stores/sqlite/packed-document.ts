import type { Voice } from "../../core/index.ts";
import type { Document, Mark, Note, Passage, Piece, Turn } from "../../documents/index.ts";
import { packSpans, unpackSpans } from "./spans.ts";

type Plain = Pick<
  Document,
  | "kind"
  | "title"
  | "series"
  | "number"
  | "date"
  | "subject"
  | "outlet"
  | "sourceDate"
  | "language"
  | "speakers"
  | "interviewer"
  | "references"
  | "form"
>;

/**
 * A document but for its id and text, column by column, so that it is small and soon read: kinds and voices as numbers
 * into lists, offsets as differences.
 */
export interface PackedDocument {
  readonly plain: Plain;
  /** Kinds of passages, marks and pieces, and voices as kind and name: what the numbers below stand for. */
  readonly kinds: readonly string[];
  readonly voices: readonly (string | null)[];
  readonly passages: {
    readonly ids: string;
    readonly kinds: readonly number[];
    readonly voices: readonly number[];
    readonly turns: readonly (number | null)[];
    readonly spans: readonly number[];
  };
  /** Number, voice, the label's span or nulls, ids of passages. */
  readonly turns: readonly (readonly [number, number, number | null, number | null, string])[];
  readonly marks: {
    readonly kinds: readonly number[];
    readonly names: readonly (string | null)[];
    readonly spans: readonly number[];
  };
  /** Number, passage, spans of the markers. */
  readonly notes: readonly (readonly [string, string | null, readonly number[]])[];
  readonly pieces: { readonly kinds: readonly number[]; readonly spans: readonly number[] };
}

/** Ids of passages have no spaces. */
const BETWEEN = " ";

/** A document without its id and text. {@link unpackDocument} gives it back. */
export function packDocument(document: Document): PackedDocument {
  const { id: _, text: __, passages, turns, marks, notes, pieces, ...plain } = document;
  const kinds = new Numbering<string>();
  const voices = new Numbering<string>();
  const voice = ({ kind, name }: Voice): number => voices.numberOf(JSON.stringify([kind, name]));
  const kindsOf = (all: readonly { readonly kind: string }[]): number[] =>
    all.map(({ kind }) => kinds.numberOf(kind));
  return {
    plain,
    passages: {
      ids: passages.map(({ id }) => id).join(BETWEEN),
      kinds: kindsOf(passages),
      voices: passages.map((passage) => voice(passage.voice)),
      turns: passages.map(({ turn }) => turn),
      spans: packSpans(passages),
    },
    turns: turns.map(({ number, voice: own, label, passages: ids }) => [
      number,
      voice(own),
      label?.start ?? null,
      label?.end ?? null,
      ids.join(BETWEEN),
    ]),
    marks: { kinds: kindsOf(marks), names: marks.map(({ name }) => name), spans: packSpans(marks) },
    notes: notes.map(({ number, passage, markers }) => [number, passage, packSpans(markers)]),
    pieces: { kinds: kindsOf(pieces), spans: packSpans(pieces) },
    kinds: kinds.all,
    voices: voices.all.flatMap((one) => JSON.parse(one) as [string, string | null]),
  };
}

/** The document of this id and text. `packed` must be what {@link packDocument} gave. */
export function unpackDocument(packed: PackedDocument, id: string, text: string): Document {
  const { plain, kinds, passages, turns, marks, notes, pieces } = packed;
  const voices = voicesOf(packed.voices);
  const ids = split(passages.ids);
  return {
    ...plain,
    id,
    text,
    passages: unpackSpans(passages.spans).map(({ start, end }, i) => ({
      id: ids[i]!,
      kind: kinds[passages.kinds[i]!] as Passage["kind"],
      start,
      end,
      voice: voices[passages.voices[i]!]!,
      turn: passages.turns[i]!,
    })),
    turns: turns.map(
      ([number, voice, start, end, own]): Turn => ({
        number,
        voice: voices[voice]!,
        label: start === null || end === null ? null : { start, end },
        passages: split(own),
      }),
    ),
    marks: unpackSpans(marks.spans).map(({ start, end }, i) => ({
      kind: kinds[marks.kinds[i]!] as Mark["kind"],
      start,
      end,
      name: marks.names[i]!,
    })),
    notes: notes.map(
      ([number, passage, markers]): Note => ({ number, passage, markers: unpackSpans(markers) }),
    ),
    pieces: unpackSpans(pieces.spans).map(({ start, end }, i) => ({
      kind: kinds[pieces.kinds[i]!] as Piece["kind"],
      start,
      end,
    })),
  };
}

function split(ids: string): string[] {
  return ids === "" ? [] : ids.split(BETWEEN);
}

function voicesOf(flat: readonly (string | null)[]): Voice[] {
  const voices: Voice[] = [];
  for (let i = 0; i < flat.length; i += 2)
    voices.push({ kind: flat[i] as Voice["kind"], name: flat[i + 1]! });
  return voices;
}

/** Values numbered in the order they are met. */
class Numbering<T> {
  readonly #numbers = new Map<T, number>();

  get all(): T[] {
    return [...this.#numbers.keys()];
  }

  numberOf(value: T): number {
    const held = this.#numbers.get(value);
    if (held !== undefined) return held;
    this.#numbers.set(value, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
