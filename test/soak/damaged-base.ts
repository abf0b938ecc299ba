import { Random } from "../../bench/misquote/random.ts";
import type { SqliteArchive } from "../../src/stores/sqlite/index.ts";
import { type MadeDocument, madeEntry } from "./made-document.ts";
import { openWorked } from "./worked-archive.ts";

/** Makes a closed archive of about forty documents with several versions, removed ones, and segments merged and not. */
export function makeBase(path: string, seed: number): void {
  const archive = openWorked(path);
  const random = new Random(seed);
  const first = 1 + 100 * (seed % 9);
  const add = (revision: number, from: number, to: number): void => {
    const documents: MadeDocument[] = [];
    for (let number = first + from; number < first + to; number++) documents.push({ number, revision });
    archive.add(random.shuffled(documents).map(madeEntry));
  };
  for (let from = 0; from < 30; from += 6) add(1, from, from + 6);
  removeSome(archive, 3, random);
  archive.settle();
  add(2, 4, 10);
  for (let from = 30; from < 42; from += 3) add(1, from, from + 3);
  removeSome(archive, 2, random);
  add(2, 33, 36);
  // A merge that stands half done.
  archive.settle(0);
  archive.close();
}

function removeSome(archive: SqliteArchive, count: number, random: Random): void {
  const { documents } = archive.list({}, 1000, 0);
  for (const { id } of random.shuffled(documents).slice(0, count)) archive.remove(id);
}
