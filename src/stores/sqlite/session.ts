import { BodyStore } from "./body-store.ts";
import type { Database } from "./database.ts";
import { EditionStore } from "./edition-store.ts";
import { FullText } from "./full-text.ts";
import { NameStore } from "./name-store.ts";
import { ReferenceStore } from "./reference-store.ts";
import { droppedBlocks, SegmentStore } from "./segment-store.ts";
import { readState, type State, writeState } from "./state.ts";
import { StoredIndex } from "./stored-index.ts";

/** Answers remembered: the documents of one speaker may be thousands, and a text quotes few speakers. */
const REMEMBERED = 200;

/** An open archive's tables, and what is remembered of them until somebody writes. */
export class Session {
  readonly database: Database;
  readonly editions: EditionStore;
  readonly bodies: BodyStore;
  readonly names: NameStore;
  readonly references: ReferenceStore;
  readonly fullText: FullText;
  readonly segments: SegmentStore;
  /** Whether anything was written. */
  wrote = false;
  /** Raised whenever the archive is another one than before. */
  generation = 0;
  #seen: number | null = null;
  #state: State | null = null;
  #index: StoredIndex | null = null;
  readonly #remembered = new Map<string, unknown>();

  constructor(database: Database) {
    this.database = database;
    this.editions = new EditionStore(database);
    this.bodies = new BodyStore(database);
    this.names = new NameStore(database);
    this.references = new ReferenceStore(database);
    this.fullText = new FullText(database);
    this.segments = new SegmentStore(database);
  }

  /** Runs `task` on the archive as it is at one moment. */
  read<T>(task: (state: Readonly<State>) => T): T {
    // Within a task that has looked, nothing can have changed.
    if (this.database.isBusy && this.#state !== null) return task(this.#state);
    return this.database.read(() => task(this.#current()));
  }

  /** Runs `task`, which changes `state` with whatever it writes; all of it is kept, or nothing. */
  write<T>(task: (state: State) => T): T {
    this.names.forget();
    this.fullText.forget();
    const { result, state } = this.database.write(() => {
      const changed = { ...this.#current() };
      const answer = task(changed);
      this.names.flush(changed);
      writeState(this.database, changed);
      this.fullText.flush();
      return { result: answer, state: changed };
    });
    this.wrote = true;
    this.#renew(state);
    return result;
  }

  /** The quotation index; inside of {@link read}. */
  index(): StoredIndex {
    const state = this.#current();
    if (this.#index === null) {
      const dropped = droppedBlocks(this.segments.dropped(state));
      this.#index = new StoredIndex(this.segments.pages, this.segments.all(state), dropped, state);
    }
    return this.#index;
  }

  /** What `make` answers, made once for a name as long as nobody writes and it is asked for now and then; inside of {@link read}. */
  remembered<T>(name: string, make: () => T): T {
    const answer = this.#remembered.has(name) ? (this.#remembered.get(name) as T) : make();
    this.#remembered.delete(name);
    if (this.#remembered.size >= REMEMBERED) {
      const [oldest] = this.#remembered.keys();
      this.#remembered.delete(oldest!);
    }
    this.#remembered.set(name, answer);
    return answer;
  }

  #current(): State {
    // Its number changes when another connection has written; what this one writes, it knows.
    const seen = this.database.get<{ data_version: number }>("PRAGMA data_version")!.data_version;
    if (this.#state === null || seen !== this.#seen) {
      this.#seen = seen;
      this.#renew(readState(this.database));
    }
    return this.#state!;
  }

  #renew(state: State): void {
    this.#state = state;
    this.#index = null;
    this.#remembered.clear();
    this.generation++;
  }
}
