import type { VoiceNames } from "../../archive/index.ts";
import type { Damage } from "./damage.ts";
import type { DocumentRow } from "./document-row.ts";
import type { ParcelPassages } from "./parcel.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/** What names should be held, as the documents tell, against those that are. */
export class VoiceTally {
  readonly #session: Session;
  readonly #speaking = new Map<string, number>();
  readonly #quoted = new Map<string, number>();
  #anonymous = 0;
  #unlinked = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  count(edition: number, voices: VoiceNames): void {
    if (voices.anonymous) this.#anonymous++;
    const held = this.#session.database.all<{ name: string }>(
      "SELECT name.name FROM speaker JOIN name ON name.id = speaker.name WHERE speaker.edition = ?",
      edition,
    );
    const linked = new Set(held.map(({ name }) => name));
    if (linked.size !== voices.names.length) this.#unlinked++;
    for (const { name, onlyQuoted } of voices.names) {
      const counts = onlyQuoted ? this.#quoted : this.#speaking;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!linked.has(name)) this.#unlinked++;
    }
  }

  /** Whether the rows of a document's passages say whose words they are. */
  hasPassages(
    { id, first_passage, passages }: DocumentRow,
    voices: Pick<ParcelPassages, "kinds" | "named" | "names">,
  ): boolean {
    const rows = this.#session.database.all<{ document: number; voice: number; name: string | null }>(
      `SELECT passage.document, passage.voice, name.name FROM passage LEFT JOIN name ON name.id = passage.name
       WHERE passage.id >= ? AND passage.id < ? ORDER BY passage.id`,
      first_passage,
      first_passage + passages,
    );
    const { kinds, named, names } = voices;
    const fits = (row: (typeof rows)[number], i: number): boolean =>
      row.document === id && row.voice === kinds[i] && row.name === (names[named[i]!] ?? null);
    return rows.length === kinds.length && rows.every(fits);
  }

  /** What is wrong with the names that are held. Throws `damaged`. */
  faults(state: Readonly<State>): Damage[] {
    const { names } = this.#session;
    const isCounted = names
      .counts(state)
      .every(
        ({ name, speaking, quoted }) =>
          speaking === (this.#speaking.get(name) ?? 0) && quoted === (this.#quoted.get(name) ?? 0),
      );
    const held = new Set(names.counts(state).map(({ name }) => name));
    const isComplete = [...this.#speaking.keys(), ...this.#quoted.keys()].every((name) => held.has(name));
    const isWhole = isCounted && isComplete && this.#unlinked === 0 && this.#anonymous === state.anonymous;
    return isWhole
      ? []
      : [{ id: null, version: null, what: "other names are recorded than the documents have" }];
  }
}
