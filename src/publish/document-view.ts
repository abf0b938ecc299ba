import type { Archive, Edition, VersionRecord } from "../archive/index.ts";
import type { VoiceKind } from "../core/index.ts";
import type { Document, Note, Passage, Reference } from "../documents/index.ts";

/** A held document as `saidso show` prints it. */
export interface DocumentView {
  readonly edition: Edition;
  readonly versions: readonly VersionRecord[];
  /** The passages asked for, in the order of the text. */
  readonly shown: readonly ShownPassage[];
  readonly refersTo: readonly Referred[];
  /** Ids of the documents whose latest versions refer to this one, with the words that do. */
  readonly referredFrom: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly text: string;
  }[];
}

export interface ShownPassage {
  readonly passage: Passage;
  /** A passage's own words, or one of a third party's that stand in it. Offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  readonly voice: Passage["voice"];
}

export interface Referred {
  readonly reference: Reference;
  /** Id of the held document of that series and number; null where none is held. */
  readonly target: string | null;
}

/** Gathers what is shown of a version; `only` shows one voice alone. */
export function documentView(archive: Archive, edition: Edition, only: VoiceKind | null): DocumentView {
  const { id, document } = edition;
  return {
    edition,
    versions: archive.versions(id),
    shown: only === "quoted" ? quotedStretches(edition) : passagesOf(document, only),
    refersTo: document.references.map((reference) => ({
      reference,
      target: archive.resolve(`${reference.series} No. ${reference.number}`),
    })),
    referredFrom: archive
      .references(id)
      .from.map(({ source, text }) => ({ id: source.id, title: source.title, text })),
  };
}

/** The note that a passage is, or undefined. */
export function noteOf({ notes }: Document, { id }: Passage): Note | undefined {
  return notes.find((note) => note.passage === id);
}

function passagesOf({ passages }: Document, only: VoiceKind | null): ShownPassage[] {
  return passages
    .filter(({ voice }) => only === null || voice.kind === only)
    .map((passage) => ({ passage, start: passage.start, end: passage.end, voice: passage.voice }));
}

/** Third parties have no passages of their own: they are quoted inside others'. */
function quotedStretches({ document, source }: Edition): ShownPassage[] {
  return source.segments
    .filter(({ voice }) => voice.kind === "quoted")
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, voice }) => {
      const passage = document.passages.find((one) => one.start <= start && end <= one.end);
      return passage === undefined ? [] : [{ passage, start, end, voice }];
    });
}
