import { type FacetName, type FacetSummary, facetValues, facetWords } from "./facets.ts";

/** Words that are sooner looked through than put into a set. */
const FEW = 8;

/**
 * One field of all documents: which values each has, and which values ask for what another answers. Values that ask
 * for the same are one group. Lists of numbers, so that ten thousand documents take a few hundred kilobytes.
 */
export class FacetColumn {
  /** Each value as printed. */
  readonly values: readonly string[];
  /** Of each value, its group; -1 where it asks for nothing. */
  readonly group: Int32Array;
  /** Of each value, the groups that it passes, its own included. */
  readonly passed: readonly (readonly number[])[];
  readonly #groups: readonly (readonly string[])[];
  readonly #byWord: ReadonlyMap<string, readonly number[]>;
  readonly #answers: (value: string) => readonly string[];
  readonly #asks: (value: string) => readonly string[];
  /** Of each document, where its values begin in `#held`; one more at the end. */
  readonly #starts: Uint32Array;
  readonly #held: Uint32Array;

  constructor(facet: FacetName, documents: readonly FacetSummary[]) {
    const { asks, answers } = facetWords(facet);
    this.#asks = asks;
    this.#answers = answers;
    const numbers = new Map<string, number>();
    const starts = [0];
    const held: number[] = [];
    for (const document of documents) {
      for (const value of facetValues(facet, document)) {
        if (!numbers.has(value)) numbers.set(value, numbers.size);
        held.push(numbers.get(value)!);
      }
      starts.push(held.length);
    }
    this.values = [...numbers.keys()];
    this.#starts = Uint32Array.from(starts);
    this.#held = Uint32Array.from(held);
    const answered = this.values.map((value) => answers(value));
    // What a name asks for is what it answers: it is folded once.
    const asked = asks === answers ? answered : this.values.map((value) => asks(value));
    const { groups, group } = grouped(asked);
    this.group = group;
    this.#groups = groups;
    this.#byWord = rarestWords(groups);
    this.passed = answered.map((words) => this.#within(words));
  }

  /** The values of a document, each once. */
  of(document: number): Uint32Array {
    return this.#held.subarray(this.#starts[document]!, this.#starts[document + 1]!);
  }

  /** How many groups there are. */
  get groups(): number {
    return this.#groups.length;
  }

  /** The groups that this value passes, whether it is in the column or not. */
  groupsPassedBy(value: string): number[] {
    return this.#within(this.#answers(value));
  }

  /** The groups all of whose words are among these. */
  #within(answered: readonly string[]): number[] {
    // A name has two words or three; what is told to be one may have thousands.
    const held = answered.length > FEW ? new Set(answered) : null;
    const has = (word: string): boolean => (held === null ? answered.includes(word) : held.has(word));
    const passed: number[] = [];
    for (const word of held ?? answered)
      for (const group of this.#byWord.get(word) ?? [])
        if (this.#groups[group]!.every(has)) passed.push(group);
    // A word that stands twice in a name leads to its groups twice.
    return held === null && passed.length > 1 ? [...new Set(passed)] : passed;
  }

  /** For each value, whether it passes what is asked for. */
  passing(asked: string): Uint8Array {
    const words = this.#asks(asked);
    return Uint8Array.from(this.values, (value) => {
      const answered = this.#answers(value);
      return words.every((word) => answered.includes(word)) ? 1 : 0;
    });
  }
}

function grouped(asked: readonly (readonly string[])[]): { groups: string[][]; group: Int32Array } {
  const numbers = new Map<string, number>();
  const groups: string[][] = [];
  const group = Int32Array.from(asked, (words) => {
    const sorted = words.length === 1 ? [...words] : [...new Set(words)].sort();
    const key = sorted.join("\n");
    if (key === "") return -1;
    if (!numbers.has(key)) numbers.set(key, groups.push(sorted) - 1);
    return numbers.get(key)!;
  });
  return { groups, group };
}

/** Each group by that of its words that fewest groups have: a value that passes it has the word, and few to try. */
function rarestWords(groups: readonly (readonly string[])[]): Map<string, number[]> {
  const having = new Map<string, number>();
  for (const words of groups) for (const word of words) having.set(word, (having.get(word) ?? 0) + 1);
  const byWord = new Map<string, number[]>();
  groups.forEach((words, group) => {
    const rarest = words.reduce((least, word) => (having.get(word)! < having.get(least)! ? word : least));
    const list = byWord.get(rarest);
    if (list === undefined) byWord.set(rarest, [group]);
    else list.push(group);
  });
  return byWord;
}
