import { type PlacedSegment, type Prepared, prepare, type VoiceKind } from "../core/index.ts";
import { type Document, languageOf, toSource } from "../documents/index.ts";
import { isProperName } from "./person.ts";

/** Documents read and indexed to be checked against. Made by {@link shelve}. */
export interface Shelf {
  readonly documents: readonly Document[];
  readonly prepared: Prepared;
  /** Every name that a speaker, an interviewer or a third party has in the documents; a third party's only if it is one. */
  readonly names: readonly string[];
  /** Whether somebody speaks whom no document names: he may be anybody. */
  readonly anonymous: boolean;
  /** Languages the documents are written in; null stands for one that cannot be told. */
  readonly languages: ReadonlySet<string | null>;
}

/** Which of a document's words are held: all, or all but the editor's, for a dispatch checked against itself. */
export type Held = "all" | "spoken";

/**
 * Reads and indexes documents once for many texts.
 *
 * @example
 * const shelf = shelve([readDocument(readText(bytes, "harbour.txt"), "harbour.txt")]);
 */
export function shelve(documents: readonly Document[], held: Held = "all"): Shelf {
  const sources = documents.map((document) => {
    const source = toSource(document);
    return held === "all"
      ? source
      : { ...source, segments: source.segments.filter(({ voice }) => voice.kind !== "editor") };
  });
  const prepared = prepare(sources);
  return {
    documents,
    prepared,
    names: namesOf(documents, prepared.segments),
    anonymous: prepared.segments.some(({ voice: { kind, name } }) => name === null && SPEAKS.has(kind)),
    languages: new Set(documents.map(({ text }) => languageOf(text))),
  };
}

const SPEAKS: ReadonlySet<VoiceKind> = new Set(["speaker", "unknown"]);

function namesOf(documents: readonly Document[], segments: readonly PlacedSegment[]): string[] {
  const names = new Set<string>();
  for (const { speakers, interviewer } of documents) {
    for (const { name } of speakers) names.add(name);
    if (interviewer !== null) names.add(interviewer);
  }
  for (const { voice } of segments)
    if (voice.name !== null && (voice.kind !== "quoted" || isProperName(voice.name))) names.add(voice.name);
  return [...names];
}
