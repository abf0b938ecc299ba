import type { Random } from "../../bench/misquote/random.ts";
import type { Archive } from "../../src/archive/index.ts";
import { type MadeDocument, madeEntry } from "./made-document.ts";

/** One thing done to an archive: what changes it, so that it can be done again to another one. */
export type Work =
  | { readonly kind: "add"; readonly documents: readonly MadeDocument[] }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "merge" | "close" | "open" };

export type WorkKind = Work["kind"];

/** Documents that come and go are of these numbers, so that they come again. */
const NUMBERS = 90;
/** Fewer held documents are not removed from; of more, one is removed as often as eight are added. */
const [FEWEST, MOST] = [15, 45];

/** What to do next: chosen by `random` and what is held. */
export function nextWork(archive: Archive, random: Random): Work {
  const { documents } = archive.list({}, NUMBERS, 0);
  const draw = random.next();
  if (draw < 0.35) return { kind: "merge" };
  if (draw < 0.45) return { kind: "close" };
  const isRemoved = documents.length > MOST || (documents.length > FEWEST && draw < 0.72);
  if (isRemoved) return { kind: "remove", id: random.pick(documents).id };
  return { kind: "add", documents: batch(archive, random) };
}

/** Does what changes an archive. */
export function doWork(archive: Archive, work: Work): void {
  if (work.kind === "add") archive.add(work.documents.map(madeEntry));
  else if (work.kind === "remove") archive.remove(work.id);
}

/** New documents, versions of held ones, and now and then bytes that are held already. */
function batch(archive: Archive, random: Random): MadeDocument[] {
  const numbers = new Set(Array.from({ length: random.between(1, 8) }, () => random.between(1, NUMBERS)));
  return Array.from(numbers, (number) => {
    const versions = archive.versions(number % 2 === 1 ? `special-dispatch-${number}` : `talk-${number}`);
    return { number, revision: random.chance(0.15) ? Math.max(1, versions.length) : versions.length + 1 };
  });
}
