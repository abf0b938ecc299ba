import type { VoiceNames } from "../archive/index.ts";
import { FullNames } from "../quotations/index.ts";
import { identityOf, type ReadName, readName } from "./person.ts";

/** What the register knows of a name that is asked for. */
interface Known {
  readonly same: readonly string[];
  readonly held: boolean;
}

/** Names asked for that are remembered: those of a day's texts. */
const MOST_REMEMBERED = 10_000;

/**
 * Everybody who speaks in what is held. Names are indexed by their parts when one is first asked for, so that asking
 * costs the few names alike, not all of them.
 */
export class NameRegister {
  /** Every name of a speaker, an interviewer or a third party; a third party's only if it is one. */
  readonly names: readonly string[];
  /** Whether somebody speaks whom no document names: he may be anybody. */
  readonly anonymous: boolean;
  #fullNames: FullNames | null = null;
  #index: NameIndex | null = null;
  readonly #known = new Map<string, Known>();

  constructor(names: readonly string[], anonymous: boolean) {
    this.names = names;
    this.anonymous = anonymous;
  }

  /** The names as texts are read with them. */
  get fullNames(): FullNames {
    this.#fullNames ??= new FullNames(this.names);
    return this.#fullNames;
  }

  /** The held names that are surely this one's. */
  same(name: string): readonly string[] {
    return this.#ask(name).same;
  }

  /** Whether nothing of this person is held: his name is a name, every speaker is named, and none may be he. */
  isUnheld(name: string): boolean {
    return !this.anonymous && readName(name).isProper && !this.#ask(name).held;
  }

  #ask(name: string): Known {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#index ??= new NameIndex(this.names);
    const found = this.#index.ask(readName(name));
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(name, found);
    return found;
  }
}

/** The registers of voices that are still held: one for as long as they are the same. */
const registers = new WeakMap<VoiceNames, NameRegister>();

/** The register of the voices of documents; of those who are only quoted, the ones that have a name. The same voices have one register. */
export function registerOf(voices: VoiceNames): NameRegister {
  const held = registers.get(voices);
  if (held !== undefined) return held;
  const known = voices.names.filter(({ name, onlyQuoted }) => !onlyQuoted || readName(name).isProper);
  const made = new NameRegister(
    known.map(({ name }) => name),
    voices.anonymous,
  );
  registers.set(voices, made);
  return made;
}

type Buckets = Map<string, ReadName[]>;

/** Names by what two names of one person share; see {@link identityOf}. */
class NameIndex {
  readonly #words: Buckets = new Map();
  readonly #surname: Buckets = new Map();
  readonly #given: Buckets = new Map();
  readonly #letters: Buckets = new Map();
  readonly #initials: Buckets = new Map();
  readonly #isEmpty: boolean;
  /** Whether some name is none ("the harbor master"): it may be anybody's. */
  readonly #vague: boolean;

  constructor(names: readonly string[]) {
    const read = names.map(readName);
    for (const name of read) this.#add(name);
    this.#isEmpty = names.length === 0;
    this.#vague = read.some(({ isProper, parts }) => !isProper || parts === null);
  }

  ask(name: ReadName): Known {
    const identities = this.#alike(name).map((held) => ({ held, identity: identityOf(name, held) }));
    const same = identities.filter(({ identity }) => identity === "same").map(({ held }) => held.name);
    const isVague = this.#vague || name.parts === null;
    const held = !this.#isEmpty && (isVague || identities.some(({ identity }) => identity !== "different"));
    return { same, held };
  }

  #add(name: ReadName): void {
    put(this.#words, name.words, name);
    if (name.parts === null) return;
    put(this.#surname, name.parts.surname, name);
    for (const given of new Set(name.parts.given)) put(this.#given, given, name);
    put(this.#letters, name.letters, name);
    if (name.initials !== null) put(this.#initials, name.initials, name);
  }

  /** All names that are not surely another's by their parts alone. */
  #alike({ words, parts, letters, initials }: ReadName): ReadName[] {
    const found = new Set(this.#words.get(words));
    const add = (names: readonly ReadName[] = []): void => {
      for (const name of names) found.add(name);
    };
    if (parts === null) return [...found];
    add(this.#surname.get(parts.surname));
    if (parts.given.length === 0) add(this.#given.get(parts.surname));
    for (const given of parts.given)
      add(this.#surname.get(given)?.filter((held) => held.parts?.given.length === 0));
    if (initials !== null) add(this.#letters.get(initials));
    add(this.#initials.get(letters));
    return [...found];
  }
}

function put(buckets: Buckets, key: string, name: ReadName): void {
  const bucket = buckets.get(key);
  if (bucket === undefined) buckets.set(key, [name]);
  else bucket.push(name);
}
