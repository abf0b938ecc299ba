import type { Archive, Edition, SearchPage } from "../../src/archive/index.ts";
import { archiveHoldings, check } from "../../src/check/index.ts";
import { quotedFingerprint } from "../../src/core/index.ts";
import { checkedOf, type File } from "../check/archived.ts";

/** What an archive is asked. */
export interface Questions {
  readonly story: File;
  /** What somebody types to search. */
  readonly searches: readonly string[];
  /** Words whose frequency is asked. */
  readonly words: readonly string[];
  /** Quotations whose candidates are asked. */
  readonly quotations: readonly string[];
}

/** All that an archive answers that must not depend on how it keeps it: plain values, to be compared with another's. */
export type ArchiveView = ReturnType<typeof archiveView>;

/** Asks an archive for all it holds, and the questions. Throws what the archive throws. */
export function archiveView(archive: Archive, questions: Questions) {
  return { held: heldView(archive), asked: askedView(archive, questions) };
}

/** Everything that is held, whole. */
export function heldView(archive: Archive) {
  const { total, documents } = archive.list({}, 1_000_000, 0);
  return {
    size: archive.size(),
    total,
    documents: documents.map((summary) => ({ summary, ...heldOf(archive, summary.id) })),
    unresolved: archive.unresolved(),
  };
}

/** A document with all its versions, what it refers to and what refers to it. */
export function heldOf(archive: Archive, id: string) {
  return {
    links: archive.references(id),
    versions: archive.versions(id).map((record) => ({
      record,
      holder: archive.holder(record.sha256),
      original: [...archive.original(id, record.version)!],
      edition: plainEdition(archive.document(id, record.version)!),
    })),
  };
}

/** What it answers to questions. */
export function askedView(archive: Archive, { story, searches, words, quotations }: Questions) {
  const { names, anonymous } = archive.voices();
  return {
    report: check(checkedOf(story), archiveHoldings(archive)),
    searches: searches.map((one) => plainPage(archive.search({ words: one, limit: 20, offset: 0 }))),
    frequencies: words.map((word) => archive.lexicon.frequency(word)),
    words: archive.lexicon.words,
    voices: { anonymous, names: names.toSorted((a, b) => (a.name < b.name ? -1 : 1)) },
    languages: [...archive.languages()].toSorted(),
    windows: quotations.map((text) => {
      const quoted = quotedFingerprint(text);
      return archive.candidates(quoted).map(({ edition, from, to }) => {
        const { id, version } = archive.edition(edition);
        return { id, version, from, to };
      });
    }),
    nearest: quotations.map((text) =>
      archive.nearest(quotedFingerprint(text), 3).map(({ edition: { id, version }, passage }) => ({
        id,
        version,
        passage: passage.id,
      })),
    ),
  };
}

/** Keys are an archive's own. */
function plainEdition({ key, ...edition }: Edition) {
  return edition;
}

/** Scores of two archives may differ in their last digits; the order may not. */
export function plainPage({ total, hits }: SearchPage) {
  return {
    total,
    hits: hits.map(({ document, passage, text, found }) => ({ id: document.id, passage, text, found })),
  };
}
