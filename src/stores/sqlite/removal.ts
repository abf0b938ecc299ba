import { foldedPassages, postingsOfStream, sortPostings, voiceNames } from "../../archive/index.ts";
import { readSources } from "../../core/index.ts";
import { toSource } from "../../documents/index.ts";
import type { DocumentRow } from "./document-row.ts";
import type { EditionRow } from "./edition-store.ts";
import { addSum } from "./seal.ts";
import type { Session } from "./session.ts";
import { countLanguage, type State } from "./state.ts";

/** Takes a document with all its versions out; inside of a transaction. */
export function removeDocument(session: Session, row: DocumentRow, state: State): void {
  const versions = session.editions.versions(row);
  forgetPassages(session, row);
  session.references.remove(row.id);
  for (const version of versions) forgetVersion(session, row, version, state);
  session.editions.remove(row);
  state.documents--;
}

/** Takes the passages of a document's latest version out of the full text. */
export function forgetPassages({ bodies, fullText }: Session, row: DocumentRow): void {
  const { document } = bodies.contents(row.latest, row.name);
  fullText.remove(row, foldedPassages(document, readSources([toSource(document)])));
}

function forgetVersion(
  { bodies, names, segments }: Session,
  { name }: DocumentRow,
  edition: EditionRow,
  state: State,
): void {
  const { key, first_block: first, blocks, words, written } = edition;
  const { document } = bodies.contents(key, name);
  const source = toSource(document);
  const postings = postingsOfStream(readSources([source]));
  segments.drop(sortPostings([{ postings, first }]), first, blocks, state);
  names.count(edition, voiceNames([document], source.segments), -1, state);
  bodies.remove(key);
  countLanguage(state, written, -1);
  state.versions--;
  state.kept = addSum(state.kept, edition.kept, -1);
  state.words -= words;
}
