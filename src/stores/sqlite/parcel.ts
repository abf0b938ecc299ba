import {
  type Entry,
  type FoldedPassages,
  foldedPassages,
  numberKey,
  type Postings,
  postingsOfStream,
  type Summary,
  sketchOf,
  summaryOf,
  type VoiceNames,
  voiceNames,
} from "../../archive/index.ts";
import { readSources, type VoiceKind } from "../../core/index.ts";
import { type Document, languageOf, type Reference, toSource } from "../../documents/index.ts";
import { type Body, bodyOf } from "./body.ts";

/** Kinds of voices by the numbers that passages are kept with. */
export const VOICE_KINDS: readonly VoiceKind[] = ["speaker", "interviewer", "editor", "quoted", "unknown"];

/** The passages of a document as they are searched. */
export interface ParcelPassages extends FoldedPassages {
  /** For each, its voice's kind, a number into {@link VOICE_KINDS}. */
  readonly kinds: Uint8Array;
  /** For each, its voice's name, a number into `names`, or -1. */
  readonly named: Int32Array;
  readonly names: readonly string[];
}

export interface ParcelReference extends Pick<Reference, "series" | "number" | "title" | "date"> {
  readonly key: string | null;
}

/**
 * An entry as it is written: all that can be made of it without a database, so that it can be made on another thread.
 * Plain values and typed arrays; {@link transferables} are those worth handing over.
 */
export interface Parcel {
  readonly origin: string;
  readonly sha256: string;
  readonly added: string;
  /** The id that its file or its header gives. */
  readonly base: string;
  readonly numberKey: string | null;
  readonly summary: Omit<Summary, "id" | "version">;
  /** Bytes of the original. */
  readonly size: number;
  readonly body: Body;
  readonly postings: Postings;
  readonly sketch: Uint32Array;
  readonly voices: VoiceNames;
  readonly references: readonly ParcelReference[];
  readonly passages: ParcelPassages;
}

export function isParcel(one: Entry | Parcel): one is Parcel {
  return "postings" in one;
}

/** Reads an entry's words and packs it. Linear in its words. */
export function parcelOf({ origin, sha256, added, original, document }: Entry): Parcel {
  const source = toSource(document);
  const stream = readSources([source]);
  const postings = postingsOfStream(stream);
  const { id, version, ...summary } = summaryOf(document, {
    id: document.id,
    version: 1,
    words: postings.words,
    written: languageOf(document.text),
  });
  return {
    origin,
    sha256,
    added,
    base: id,
    numberKey: numberKey(document.series, document.number),
    summary,
    size: original.length,
    body: bodyOf(document, postings.starts, original),
    postings,
    sketch: sketchOf(postings),
    voices: voiceNames([document], source.segments),
    references: parcelReferences(document),
    passages: { ...foldedPassages(document, stream), ...passageVoices(document) },
  };
}

/** The buffers of a parcel, each once, for `postMessage`. */
export function transferables({ body, postings, sketch, passages }: Parcel): ArrayBuffer[] {
  const { runs, runBlocks, terms, starts } = postings;
  const { bytes, starts: from, ends, kinds, named } = passages;
  const { content, original } = body;
  const arrays = [runs, runBlocks, terms, starts, sketch, bytes, from, ends, kinds, named, content];
  if (original !== null) arrays.push(original);
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

/** Whose words each passage of a document is. */
export function passageVoices({
  passages,
}: Pick<Document, "passages">): Pick<ParcelPassages, "kinds" | "named" | "names"> {
  const numbers = new Map<string, number>();
  const numberOf = (name: string | null): number => {
    if (name === null) return -1;
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  return {
    kinds: Uint8Array.from(passages, ({ voice }) => VOICE_KINDS.indexOf(voice.kind)),
    named: Int32Array.from(passages, ({ voice }) => numberOf(voice.name)),
    names: [...numbers.keys()],
  };
}

/** What a document refers to, as it is kept. */
export function parcelReferences({ references }: Pick<Document, "references">): ParcelReference[] {
  return references.map(({ series, number, title, date }) => ({
    key: numberKey(series, number),
    series,
    number,
    title,
    date,
  }));
}
