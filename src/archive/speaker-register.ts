import { foldedName, foldedWords } from "./filter.ts";
import type { Summary } from "./summary.ts";

/** Other names that are told of one: enough to find the one that was meant. */
const ALIKE = 20;

/** A name of somebody who speaks, and in how many documents he does. */
export interface SpeakerCount {
  /** As most of the documents print it. */
  readonly name: string;
  readonly documents: number;
}

export interface SpeakerPage {
  /** Names in all. */
  readonly total: number;
  readonly speakers: readonly SpeakerCount[];
}

/** A document in which somebody speaks. */
export interface SpeakerDocument {
  readonly document: Summary;
  /** His offices as this document gives them; none where it gives none. */
  readonly offices: readonly string[];
  /** Passages in his voice. */
  readonly passages: number;
}

/**
 * What is held of a name. Nothing is inferred: whether two spellings are one person, or one name two persons, no
 * archive can tell. Case alone makes no other name.
 */
export interface HeldSpeaker extends SpeakerCount {
  /** By date, those without one last; empty where nobody of the name is held. */
  readonly held: readonly SpeakerDocument[];
  /** Other names that have all of its words, or all of whose words it has, then those that end as it does; each those of most documents first. */
  readonly alike: readonly SpeakerCount[];
}

/** Somebody speaks in a document, which prints his name so. Documents are numbers. */
export interface Speaking {
  readonly name: string;
  readonly document: number;
}

interface Registered extends SpeakerCount {
  readonly words: readonly string[];
  /** Its words with a space between them. */
  readonly folded: string;
  /** As documents print it. */
  readonly spellings: readonly string[];
  /** Ascending. */
  readonly held: readonly number[];
}

/** Everybody who speaks in latest versions, by name. */
export class SpeakerRegister {
  readonly #byName = new Map<string, Registered>();
  /** By folded name. */
  readonly #sorted: readonly Registered[];

  constructor(speaking: Iterable<Speaking>) {
    const names = new Map<string, Speaking[]>();
    for (const one of speaking) {
      const folded = foldedName(one.name);
      if (folded === "") continue;
      const same = names.get(folded);
      if (same === undefined) names.set(folded, [one]);
      else same.push(one);
    }
    for (const [folded, same] of names) this.#byName.set(folded, registered(folded, same));
    this.#sorted = [...this.#byName.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
  }

  /** A page of those with a word that begins as `beginning` does, and goes on as it does. */
  page(limit: number, offset: number, beginning = ""): SpeakerPage {
    const wanted = ` ${foldedName(beginning)}`;
    const found = this.#sorted.filter(({ folded }) => ` ${folded}`.includes(wanted));
    return { total: found.length, speakers: found.slice(offset, offset + limit).map(counted) };
  }

  /** The name with its spellings and documents; null where nobody has it. */
  find(name: string): (SpeakerCount & Pick<Registered, "spellings" | "held">) | null {
    return this.#byName.get(foldedName(name)) ?? null;
  }

  alike(name: string): SpeakerCount[] {
    const words = foldedWords(name);
    if (words.length === 0) return [];
    const near = this.#sorted
      .map((one) => ({ one, likeness: likeness(words, one) }))
      .filter(({ likeness }) => likeness > 0);
    near.sort((a, b) => b.likeness - a.likeness || byDocuments(a.one, b.one));
    return near.slice(0, ALIKE).map(({ one }) => counted(one));
  }
}

/** 2 where one has all words of the other, 1 where both end alike, else 0; 0 for the name itself. */
function likeness(words: readonly string[], { words: others, folded }: Registered): number {
  if (words.join(" ") === folded) return 0;
  const [fewer, more] = words.length < others.length ? [words, others] : [others, words];
  if (fewer.every((word) => more.includes(word))) return 2;
  return words.at(-1) === others.at(-1) ? 1 : 0;
}

function registered(folded: string, speaking: readonly Speaking[]): Registered {
  const spellings = new Map<string, Set<number>>();
  for (const { name, document } of speaking)
    spellings.set(name, (spellings.get(name) ?? new Set()).add(document));
  const counts = Array.from(spellings, ([name, held]) => ({ name, documents: held.size })).sort(byDocuments);
  const held = [...new Set(speaking.map(({ document }) => document))].sort((a, b) => a - b);
  const { name } = counts[0]!;
  return {
    name,
    documents: held.length,
    words: foldedWords(name),
    folded,
    spellings: [...spellings.keys()],
    held,
  };
}

function byDocuments(a: SpeakerCount, b: SpeakerCount): number {
  return b.documents - a.documents || (a.name < b.name ? -1 : 1);
}

function counted({ name, documents }: SpeakerCount): SpeakerCount {
  return { name, documents };
}

/** The offices that a document gives whoever has this name. */
export function officesIn({ speakers }: Pick<Summary, "speakers">, name: string): string[] {
  const folded = foldedName(name);
  const own = speakers.filter((one) => foldedName(one.name) === folded);
  return [...new Set(own.flatMap(({ office }) => (office === null ? [] : [office])))];
}
