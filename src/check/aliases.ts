import { type Identity, identity } from "./person.ts";

/** Names asked for that are remembered: those of a day's texts. */
const MOST_KNOWN = 10_000;

/** Names that are one person's, as a house knows them: a pen name, a name before a marriage, an office. */
export class Aliases {
  readonly #people: readonly (readonly string[])[];
  readonly #known = new Map<string, readonly string[]>();

  /** `people`: the names of each. */
  constructor(people: readonly (readonly string[])[]) {
    this.#people = people;
  }

  /** The name, and the others of everybody who is surely called so. */
  of(name: string): readonly string[] {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const own = this.#people.filter((names) => names.some((one) => identity(name, one) === "same"));
    const all = [...new Set([name, ...own.flat()])];
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(name, all);
    return all;
  }

  /**
   * Whether `name` and `held` are one person's names. A list says of somebody who he is, so that of his names one that
   * tells the two apart is enough where none tells that they are one.
   */
  identity(name: string, held: string): Identity {
    if (this.#people.length === 0) return identity(name, held);
    const found = this.of(name).map((one) => identity(one, held));
    return found.find((one) => one === "same") ?? found.find((one) => one === "different") ?? "unsure";
  }
}
