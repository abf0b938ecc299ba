import { voiceNames } from "../archive/index.ts";
import { type Prepared, prepare, verify } from "../core/index.ts";
import { type Document, languageOf, toSource } from "../documents/index.ts";
import { distanceFrom } from "./credit.ts";
import type { HeldDocument, Holdings } from "./holdings.ts";
import { PLAIN_HOUSE } from "./house.ts";
import { registerOf } from "./name-register.ts";

/** Documents read and indexed to be checked against. Made by {@link shelve}. */
export interface Shelf extends Holdings {
  readonly documents: readonly Document[];
  readonly prepared: Prepared;
}

/** Which of a document's words are held: all, or all but the editor's, for a dispatch checked against itself. */
export type Held = "all" | "spoken";

/**
 * Reads and indexes documents once for many texts.
 *
 * @example
 * const bytes = new TextEncoder().encode("Speaker: Ada Quay\n\nThe pier is dry.");
 * const shelf = shelve([readDocument(readText(bytes, "quay.txt"), "quay.txt")]);
 * shelf.documents[0].speakers[0].name; // "Ada Quay"
 */
export function shelve(documents: readonly Document[], held: Held = "all"): Shelf {
  const sources = documents.map((document) => {
    const source = toSource(document);
    return held === "all"
      ? source
      : { ...source, segments: source.segments.filter(({ voice }) => voice.kind !== "editor") };
  });
  const prepared = prepare(sources);
  const placed = documents.map((document): HeldDocument => ({ document, version: 1, latest: 1 }));
  const shelf: Shelf = {
    documents,
    prepared,
    voices: registerOf(voiceNames(documents, prepared.segments)),
    languages: new Set(documents.map(({ text }) => languageOf(text))),
    verdict: (quoted, { name, credited, house = PLAIN_HOUSE }) => ({
      verdict: verify(quoted, prepared, {
        credited,
        distance: distanceFrom(name, documents, house.aliases),
        style: house.style,
      }),
      documents: placed,
    }),
    // Whoever makes a shelf leaves the checked text out; two files of the same bytes may be on it for a reason.
    without: () => shelf,
    // A few documents are no series that could lack one.
    formProblems: () => [],
  };
  return shelf;
}
