import { copyFileSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { Random, seedOf } from "../../bench/misquote/random.ts";
import { type Archive, ArchiveError } from "../../src/archive/index.ts";
import { TEXT_READER } from "../../src/formats/index.ts";
import { openArchive, reindex } from "../../src/stores/sqlite/index.ts";
import { batteryOn, type Part } from "./battery.ts";
import { DAMAGE_KINDS, type DamageKind } from "./damage-kind.ts";
import type { DamageOutcome, PartOutcome } from "./damage-outcome.ts";
import { difference } from "./difference.ts";
import { madeEntry } from "./made-document.ts";
import { madeIn } from "./questions.ts";

/** What a damaged archive may say. */
const SAYS = new Set(["damaged", "not-an-archive"]);
/** A document that no archive holds. */
const NEW_DOCUMENT = madeEntry({ number: 9001, revision: 1 });

interface Expected {
  readonly part: Part;
  readonly answer: unknown;
  /** The answer of the archive written anew: what was removed leaves no trace, of equally near places others are told. */
  readonly anew: unknown;
}

/** Damages copies of an archive one after the other and tells, a line each, what came of it. */
function run(base: string, quotations: number, trials: readonly { kind: DamageKind; seed: number }[]): void {
  const expected = soundAnswers(base, quotations);
  const sound = readFileSync(base);
  trials.forEach(({ kind, seed }) => {
    const path = `${base}.damaged`;
    const bytes = DAMAGE_KINDS[kind](new Uint8Array(sound), new Random(seedOf(kind, seed)));
    writeFileSync(path, bytes);
    writeSync(1, `${JSON.stringify(outcomeOf(path, expected, bytes, seed % 2 === 0))}\n`);
    for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${ending}`, { force: true });
  });
}

function soundAnswers(base: string, quotations: number): Expected[] {
  const archive = openArchive(base, { readOnly: true });
  const ids = archive.list({}, 1000, 0).documents.map(({ id }) => id);
  const parts = batteryOn(madeIn(archive), ids, quotations);
  const answers = parts.map((part) => part.ask(archive));
  archive.close();
  const path = `${base}.anew`;
  copyFileSync(base, path);
  reindex(path, TEXT_READER);
  const other = openArchive(path, { readOnly: true });
  const expected = parts.map((part, i) => ({ part, answer: answers[i], anew: part.ask(other) }));
  other.close();
  return expected;
}

function outcomeOf(
  path: string,
  expected: readonly Expected[],
  bytes: Uint8Array,
  readOnly: boolean,
): DamageOutcome {
  const opening = said(() => openArchive(path, { readOnly }).close(), new Set([...SAYS, "stamp"]));
  if (opening !== null) return { opening, parts: [], verify: null, writing: null, reindexing: null };
  const archive = openArchive(path, { readOnly });
  const parts = expected.map(({ part, answer }) => partOutcome(archive, part, answer));
  const verify = said(() => {
    const [damage] = archive.verify();
    if (damage !== undefined) throw new ArchiveError("damaged", { ...damage });
  });
  archive.close();
  return {
    opening,
    parts: parts.filter((one) => one !== null),
    verify,
    writing: writingOutcome(path),
    reindexing: reindexOutcome(path, expected, bytes),
  };
}

/** Null where the answer is right. */
function partOutcome(archive: Archive, part: Part, answer: unknown): PartOutcome | null {
  let wrong: string | null = null;
  const saying = said(() => {
    wrong = difference(part.ask(archive), answer);
  });
  if (saying === null && wrong === null) return null;
  return { kind: part.kind, said: saying, wrong };
}

/** Whoever adds to a damaged archive and hears nothing has his document in it. */
function writingOutcome(path: string): string | null {
  return said(() => {
    const archive = openArchive(path);
    try {
      const [addition] = archive.add([NEW_DOCUMENT]);
      const held = archive.document(addition!.id)?.document.text;
      if (held !== NEW_DOCUMENT.document.text) throw new Error("what was added is not held");
      archive.settle();
    } finally {
      archive.close();
    }
  });
}

/** An archive that was written anew is whole and says what the sound one says, or the writing says why not. */
function reindexOutcome(path: string, expected: readonly Expected[], bytes: Uint8Array): string | null {
  for (const ending of ["-wal", "-shm", "-journal"]) rmSync(`${path}${ending}`, { force: true });
  writeFileSync(path, bytes);
  return said(() => {
    reindex(path, TEXT_READER);
    const archive = openArchive(path, { readOnly: true });
    try {
      const outcomes = expected.map(({ part, anew }) => partOutcome(archive, part, anew));
      const wrong = outcomes.find((one) => one !== null);
      const [damage] = archive.verify();
      if (wrong !== undefined || damage !== undefined)
        throw new Error(`a new archive is wrong: ${JSON.stringify(wrong ?? damage)}`);
    } finally {
      archive.close();
    }
  });
}

/** What `task` complains of, as one line; null where it does not. What a damaged archive may not say begins with "!". */
function said(task: () => void, allowed: ReadonlySet<string> = SAYS): string | null {
  try {
    task();
    return null;
  } catch (error) {
    if (!(error instanceof ArchiveError)) return `! ${error instanceof Error ? error.stack : error}`;
    const line = `${error.code} ${JSON.stringify(error.data)}`;
    return allowed.has(error.code) ? line : `! ${line}`;
  }
}

const [base, quotations, trials] = process.argv.slice(2);
run(base!, Number(quotations), JSON.parse(trials!));
