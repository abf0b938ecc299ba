import type { VoiceName, VoiceNames } from "../../archive/index.ts";
import type { Database } from "./database.ts";
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
}

/** Names of voices, each with a number that is his for good, and in which versions they stand. */
export class NameStore {
  readonly #database: Database;
  readonly #table: SealedTable<NameRow>;
  /** Rows read or changed since the transaction began, by name. */
  readonly #rows = new Map<string, NameRow>();
  readonly #changed = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
    this.#table = new SealedTable<NameRow>(database, "name", ["id", "name", "speaking", "quoted"]);
  }

  /** The number of a name, given out now if it is new. */
  numberOf(name: string, state: State): number {
    return this.#row(name, state).id;
  }

  /** Counts the voices of a version in, or, with `sign` -1, out. Written by {@link flush}. */
  count(edition: number, voices: VoiceNames, sign: 1 | -1, state: State): void {
    state.anonymous += voices.anonymous ? sign : 0;
    for (const { name, onlyQuoted } of voices.names) {
      const { id, speaking, quoted } = this.#row(name, state);
      this.#rows.set(name, {
        id,
        name,
        speaking: speaking + (onlyQuoted ? 0 : sign),
        quoted: quoted + (onlyQuoted ? sign : 0),
      });
      this.#changed.add(name);
      if (sign === 1) this.#database.run("INSERT INTO speaker (name, edition) VALUES (?, ?)", id, edition);
    }
    if (sign === -1) this.#database.run("DELETE FROM speaker WHERE edition = ?", edition);
  }

  /** Writes what was counted; before the transaction ends. */
  flush(state: State): void {
    for (const name of this.#changed) {
      const before = this.#table.get("WHERE name = ?", name);
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

  /** Numbers of those of the names that are held. */
  numbersOf(names: readonly string[]): number[] {
    return names.flatMap((name) => this.#table.get("WHERE name = ?", name)?.id ?? []);
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
    const held = this.#rows.get(name) ?? this.#table.get("WHERE name = ?", name);
    if (held !== undefined) {
      this.#rows.set(name, held);
      return held;
    }
    // A number is needed at once: other rows are written with it.
    const id = this.#database.run("INSERT INTO name (name, speaking, quoted, crc) VALUES (?, 0, 0, 0)", name);
    const made = { id, name, speaking: 0, quoted: 0 };
    this.#rows.set(name, made);
    state.names = addSum(state.names, this.#table.put(made), 1);
    return made;
  }
}
