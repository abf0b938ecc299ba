import type { BlockRange, VoiceName, VoiceNames } from "../../archive/index.ts";
import type { Database } from "./database.ts";
import { mixed } from "./index-sums.ts";
import { addSum, damaged } from "./seal.ts";
import { type Sealed, SealedTable } from "./sealed-table.ts";
import type { State } from "./state.ts";

export interface NameRow {
  readonly id: number;
  readonly name: string;
  /** Versions whose header names him or in which he speaks. */
  readonly speaking: number;
  /** Versions in which he is only quoted. */
  readonly quoted: number;
  /** Sum over all of these versions, {@link placeSum}. */
  readonly places: number;
}

/** Where the words of a version stand. */
export interface Placed {
  readonly key: number;
  readonly first_block: number;
  readonly blocks: number;
}

const NAME_COLUMNS: readonly (keyof NameRow)[] = ["id", "name", "speaking", "quoted", "places"];

/** Names of voices, each with a number that is his for good, and in which versions they stand. */
export class NameStore {
  readonly #database: Database;
  readonly #table: SealedTable<NameRow>;
  /** Rows read or changed since the transaction began, by name. */
  readonly #rows = new Map<string, NameRow>();
  readonly #changed = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
    this.#table = new SealedTable<NameRow>(database, "name", NAME_COLUMNS);
  }

  /** The number of a name, given out now if it is new. */
  numberOf(name: string, state: State): number {
    return this.#row(name, state).id;
  }

  /** Counts the voices of a version in, or, with `sign` -1, out. Written by {@link flush}. */
  count(edition: Placed, voices: VoiceNames, sign: 1 | -1, state: State): void {
    state.anonymous += voices.anonymous ? sign : 0;
    for (const { name, onlyQuoted } of voices.names) {
      const { id, speaking, quoted, places } = this.#row(name, state);
      this.#rows.set(name, {
        id,
        name,
        speaking: speaking + (onlyQuoted ? 0 : sign),
        quoted: quoted + (onlyQuoted ? sign : 0),
        places: addSum(places, placeSum(edition), sign),
      });
      this.#changed.add(name);
      if (sign === 1)
        this.#database.run("INSERT INTO speaker (name, edition) VALUES (?, ?)", id, edition.key);
    }
    if (sign === -1) this.#database.run("DELETE FROM speaker WHERE edition = ?", edition.key);
  }

  /** Writes what was counted; before the transaction ends. */
  flush(state: State): void {
    for (const name of this.#changed) {
      const before = this.#table.by("name", name);
      if (before !== undefined) state.names = addSum(state.names, before.crc, -1);
      state.names = addSum(state.names, this.#table.put(this.#rows.get(name)!), 1);
    }
    this.forget();
  }

  /** Another transaction begins. */
  forget(): void {
    this.#rows.clear();
    this.#changed.clear();
  }

  /** Who speaks in the versions held, by name; but for the one whose voices are `except`. */
  voices(state: Readonly<State>, except: VoiceNames | null): VoiceNames {
    const left = new Map(except?.names.map(({ name, onlyQuoted }) => [name, onlyQuoted]));
    const names = this.counts(state).flatMap(({ name, speaking, quoted }): VoiceName[] => {
      const out = left.get(name);
      const speaks = speaking - (out === false ? 1 : 0);
      const isQuoted = quoted - (out === true ? 1 : 0);
      return speaks + isQuoted > 0 ? [{ name, onlyQuoted: speaks === 0 }] : [];
    });
    names.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { names, anonymous: state.anonymous > (except?.anonymous === true ? 1 : 0) };
  }

  /** Blocks of the versions in which one of these voices stands; ascending. Throws `damaged`, also where one is lost. */
  rangesOf(names: readonly string[], state: Readonly<State>): BlockRange[] {
    const found = new Map<number, BlockRange>();
    for (const name of names)
      for (const { first_block: from, blocks } of this.#placed(name, state))
        if (blocks > 0) found.set(from, { from, to: from + blocks });
    return [...found.values()].sort((a, b) => a.from - b.from);
  }

  #placed(name: string, state: Readonly<State>): Placed[] {
    const row = this.#table.by("name", name);
    // Asked for are names that are held: one that is not found may be lost.
    if (row === undefined && this.counts(state).some((held) => held.name === name)) throw damaged("name");
    if (row === undefined) return [];
    const placed = this.#database.all<Placed>(
      `SELECT edition.key, edition.first_block, edition.blocks
       FROM speaker JOIN edition ON edition.key = speaker.edition WHERE speaker.name = ?`,
      row.id,
    );
    const sum = placed.reduce((total, one) => addSum(total, placeSum(one), 1), 0);
    if (sum !== row.places) throw damaged("speaker", { name });
    return placed;
  }

  /** Who stands in which latest version, each with the numbers of both. Whoever is only quoted is among them. */
  inLatest(): { readonly name: string; readonly number: number; readonly document: number }[] {
    return this.#database.all(
      `SELECT name.name, name.id AS number, document.id AS document FROM document
       JOIN speaker ON speaker.edition = document.latest JOIN name ON name.id = speaker.name`,
    );
  }

  /** Numbers of these names, as far as they are held. */
  numbersOf(names: readonly string[]): number[] {
    return names.flatMap((name) => this.#table.by("name", name)?.id ?? []);
  }

  /** Numbers of the names that `passes` lets pass. */
  numbersWhere(state: Readonly<State>, passes: (name: string) => boolean): number[] {
    return this.counts(state)
      .filter(({ name }) => passes(name))
      .map(({ id }) => id);
  }

  /** All names, with how often each stands. Throws `damaged`, also where one is lost. */
  counts(state: Readonly<State>): Sealed<NameRow>[] {
    const rows = this.#table.all("");
    if (rows.reduce((sum, { crc }) => addSum(sum, crc, 1), 0) !== state.names) throw damaged("name");
    return rows;
  }

  #row(name: string, state: State): NameRow {
    const held = this.#rows.get(name) ?? this.#table.by("name", name);
    if (held !== undefined) {
      this.#rows.set(name, held);
      return held;
    }
    // A number is needed at once: other rows are written with it.
    const id = this.#database.run(
      "INSERT INTO name (name, speaking, quoted, places, crc) VALUES (?, 0, 0, 0, 0)",
      name,
    );
    const made = { id, name, speaking: 0, quoted: 0, places: 0 };
    this.#rows.set(name, made);
    state.names = addSum(state.names, this.#table.put(made), 1);
    return made;
  }
}

function placeSum({ key, first_block, blocks }: Placed): number {
  return mixed(mixed(key, first_block), blocks);
}
