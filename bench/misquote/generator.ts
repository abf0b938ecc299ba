import { ALTERATION } from "./alteration.ts";
import { ANNOTATION } from "./annotation.ts";
import type { Case } from "./case.ts";
import type { Corpus } from "./corpus.ts";
import type { Kind, Made } from "./kind.ts";
import { MARKING } from "./marking.ts";
import { MISATTRIBUTION } from "./misattribution.ts";
import { Random, seedOf } from "./random.ts";
import { SPLICE } from "./splice.ts";
import { dress, TYPOGRAPHY } from "./typography.ts";

/** Every kind, faithful ones first. */
export const KINDS: readonly Kind[] = [
  ...TYPOGRAPHY,
  ...MARKING,
  ...ANNOTATION,
  ...ALTERATION,
  ...SPLICE,
  ...MISATTRIBUTION,
].sort((a, b) => Number(b.faithful) - Number(a.faithful));

/** Draws for one case before it is given up: rare kinds need one that has a number, a name, a nested quotation. */
const MOST_DRAWS = 2000;
/** Cases of one kind given up in a row before the corpus is taken to have none of it. */
const MOST_FAILURES = 3;

/**
 * Labelled cases, evenly over the kinds, at least `count` in all where the corpus serves every kind.
 * A case depends on the corpus, the seed, its kind and its number alone, not on `count`.
 */
export function generate(corpus: Corpus, count: number, seed: number): Case[] {
  const each = Math.ceil(count / KINDS.length);
  return KINDS.flatMap((kind) => casesOf(kind, corpus, each, seed));
}

function casesOf(kind: Kind, corpus: Corpus, count: number, seed: number): Case[] {
  const cases: Case[] = [];
  const quoted = new Set<string>();
  let failures = 0;
  for (let number = 1; cases.length < count && failures < MOST_FAILURES; number++) {
    const own = seedOf(seed, kind.name, number);
    const made = draw(kind, corpus, own);
    const fresh = made !== null && !quoted.has(made.quotation);
    failures = fresh ? 0 : failures + 1;
    if (!fresh) continue;
    quoted.add(made.quotation);
    cases.push(caseOf(kind, made, number, own));
  }
  return cases;
}

function draw(kind: Kind, corpus: Corpus, seed: number): Made | null {
  const random = new Random(seed);
  for (let i = 0; i < MOST_DRAWS && corpus.talks.length > 0; i++) {
    const made = kind.make({ random, corpus });
    if (made === null) continue;
    const plain = kind.name === "intact" || !random.chance(1 / 3) || TYPOGRAPHY.includes(kind);
    return plain ? made : { ...made, quotation: dress(made.quotation, random) };
  }
  return null;
}

function caseOf(kind: Kind, made: Made, number: number, seed: number): Case {
  const { name, faithful, expected } = kind;
  const source = "file" in made.source ? { file: made.source.file } : { text: made.source.text };
  return {
    id: `${name}-${number}`,
    kind: name,
    faithful,
    expected,
    quotation: made.quotation,
    attribution: made.attribution,
    source,
    seed,
  };
}
