import { writeSync } from "node:fs";
import { Random } from "../../bench/misquote/random.ts";
import { archiveHoldings, check } from "../../src/check/index.ts";
import { openArchive, type SqliteArchive } from "../../src/stores/sqlite/index.ts";
import { checkedOf, file } from "../check/archived.ts";
import { answersOf, speakerOf } from "./made-document.ts";
import { BATCH, BATCHES, batchOf } from "./sharing-batches.ts";

/** What a reader saw: looks, and those that found more than the one before. */
export interface Looks {
  looks: number;
  grown: number;
}

/** Reads until all batches of all writers are there; throws where a look finds half of one, or one less than before. */
function readAll(path: string, writers: number, seed: number): Looks {
  const random = new Random(seed);
  const archive = openArchive(path, { readOnly: true });
  const seen = { looks: 0, grown: 0 };
  let before = new Set<number>();
  while (before.size < writers * BATCHES) {
    const batches = archive.reading(() => look(archive, random));
    for (const batch of before) if (!batches.has(batch)) throw new Error(`batch ${batch} is gone`);
    if (batches.size > before.size) seen.grown++;
    seen.looks++;
    before = batches;
  }
  archive.close();
  return seen;
}

/** The batches that are there, after one document of them was looked at in every way. */
function look(archive: SqliteArchive, random: Random): Set<number> {
  const { total, documents } = archive.list({}, 1000, 0);
  const counts = new Map<number, number>();
  for (const { id } of documents) counts.set(batchOf(id), (counts.get(batchOf(id)) ?? 0) + 1);
  expectSame(
    "half a batch",
    [...counts.values()].every((count) => count === BATCH),
    true,
  );
  expectSame("documents", [total, archive.size().documents], [documents.length, documents.length]);
  if (documents.length > 0) lookAt(archive, random.pick(documents).id, random);
  return new Set(counts.keys());
}

function lookAt(archive: SqliteArchive, id: string, random: Random): void {
  const made = { number: Number(id.split("-").at(-1)), revision: 1 };
  const sentence = random.pick(random.pick(answersOf(made)).split(/(?<=\.) /u));
  const story = file("story.md", `“${sentence}” ${speakerOf(made)} said.\n`);
  const { findings } = check(checkedOf(story), archiveHoldings(archive));
  expectSame("status", findings[0]!.status, "verbatim");
  expectSame("found in", findings[0]!.match!.document.id, id);
  const { hits } = archive.search({ words: `"${sentence}"`, limit: 5, offset: 0 });
  expectSame(
    "searched",
    hits.map(({ document }) => document.id),
    [id],
  );
  expectSame("text", archive.document(id)!.document.text.includes(sentence), true);
}

function expectSame(what: string, actual: unknown, expected: unknown): void {
  const [mine, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (mine !== other) throw new Error(`${what}: ${mine} instead of ${other}`);
}

const [path, writers, seed] = process.argv.slice(2);
writeSync(1, JSON.stringify(readAll(path!, Number(writers), Number(seed))));
