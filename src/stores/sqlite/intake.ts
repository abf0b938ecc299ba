import {
  type Addition,
  type AddOptions,
  admission,
  type Postings,
  type Restoration,
  type Restored,
  restorationFault,
  sortPostings,
} from "../../archive/index.ts";
import { type DocumentRow, documentRow } from "./document-row.ts";
import { bytesOf, keptSum } from "./edition-store.ts";
import type { Parcel } from "./parcel.ts";
import { forgetPassages } from "./removal.ts";
import { addSum } from "./seal.ts";
import type { Session } from "./session.ts";
import { countLanguage, type State } from "./state.ts";

/** A version that was written, and its first block. */
interface Written {
  readonly postings: Postings;
  readonly first: number;
}

/** Adds parcels one after the other; inside of a transaction. What is told of one holds for those after it. */
export function addParcels(
  session: Session,
  parcels: readonly Parcel[],
  options: AddOptions,
  state: State,
): Addition[] {
  const written: Written[] = [];
  const base = state.blocks;
  const additions = parcels.map((parcel) => addParcel(session, parcel, options, state, written));
  session.segments.add(sortPostings(written), base, state.blocks - base, state);
  return additions;
}

function addParcel(
  session: Session,
  parcel: Parcel,
  { replace }: AddOptions,
  state: State,
  written: Written[],
): Addition {
  const { editions } = session;
  const { origin, sha256, sketch, base, summary } = parcel;
  const holder = editions.holder(sha256);
  if (holder !== null) return { origin, outcome: "held", ...holder };
  const decided = admission({ ...summary, id: base }, { origin, sketch }, editions, replace);
  const held = editions.named(decided.id);
  if (decided.kind === "refused")
    return { origin, outcome: "refused", id: decided.id, version: held!.version };
  const version = keep(session, parcel, decided.id, held, state, written);
  return { origin, outcome: held === undefined ? "added" : "version", id: decided.id, version };
}

/** Takes in versions of another archive, one after the other; inside of a transaction. See `Archive.restore`. */
export function restoreParcels(
  session: Session,
  versions: readonly Restored<Parcel>[],
  state: State,
): Restoration[] {
  const written: Written[] = [];
  const base = state.blocks;
  const restorations = versions.map((version) => restoreParcel(session, version, state, written));
  session.segments.add(sortPostings(written), base, state.blocks - base, state);
  return restorations;
}

function restoreParcel(
  session: Session,
  { content: parcel, ...restored }: Restored<Parcel>,
  state: State,
  written: Written[],
): Restoration {
  const { editions } = session;
  const { id, unnumbered } = restored;
  const { origin, sha256 } = parcel;
  const holder = editions.holder(sha256);
  if (holder !== null) return { origin, outcome: "held", ...holder, fault: null };
  const held = editions.named(id);
  const fault = restorationFault(restored, parcel, editions);
  if (fault !== null) return { origin, outcome: "refused", id, version: held?.version ?? 0, fault };
  const kept = unnumbered ? { ...parcel, numberKey: null } : parcel;
  const version = keep(session, kept, id, held, state, written);
  return { origin, outcome: held === undefined ? "added" : "version", id, version, fault };
}

/** Writes a parcel as the next version of the document of each id, whatever it is like; inside of a transaction. */
export function keepParcels(
  session: Session,
  parcels: readonly { readonly id: string; readonly parcel: Parcel }[],
  state: State,
): void {
  const { editions, segments } = session;
  const written: Written[] = [];
  const base = state.blocks;
  for (const { id, parcel } of parcels) keep(session, parcel, id, editions.named(id), state, written);
  segments.add(sortPostings(written), base, state.blocks - base, state);
}

/** Writes a new version of the document that is held, or the first one of a new document; answers its number. */
function keep(
  session: Session,
  parcel: Parcel,
  name: string,
  held: DocumentRow | undefined,
  state: State,
  written: Written[],
): number {
  if (held !== undefined) forgetPassages(session, held);
  written.push({ postings: parcel.postings, first: state.blocks });
  const { origin, sha256, added, size, postings, summary, passages, voices } = parcel;
  const { words, blocks } = postings;
  const key = ++state.edition;
  const id = held?.id ?? ++state.document;
  const version = (held?.version ?? 0) + 1;
  const kept = keptSum({ key, version, origin, sha256, added }, name);
  const names = passages.names.map((one) => session.names.numberOf(one, state));
  const first = session.fullText.add(id, passages, names, state);
  session.editions.put(documentRow(parcel, { id, name, latest: key, version, first_passage: first }), {
    key,
    document: id,
    version,
    origin,
    sha256,
    added,
    size,
    first_block: state.blocks,
    blocks,
    words,
    written: summary.written,
    sketch: bytesOf(parcel.sketch),
    kept,
  });
  session.bodies.put(key, parcel.body);
  session.references.put(id, parcel.references);
  session.names.count({ key, first_block: state.blocks, blocks }, voices, 1, state);
  countLanguage(state, summary.written, 1);
  state.blocks += blocks;
  state.words += words;
  state.versions++;
  state.kept = addSum(state.kept, kept, 1);
  if (version === 1) state.documents++;
  return version;
}
