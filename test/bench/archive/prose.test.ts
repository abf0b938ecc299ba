import { describe, expect, test } from "vitest";
import { Lexicon, WordClass } from "../../../bench/archive/lexicon.ts";
import { type GeneratedDocument, generateDocuments } from "../../../bench/archive/prose.ts";
import { ProseCounter } from "../../../bench/archive/prose-figures.ts";
import { WordChain } from "../../../bench/archive/word-chain.ts";
import { readDocument } from "../../../src/documents/index.ts";
import { readPlain } from "../../../src/formats/index.ts";

const documents = [...generateDocuments({ seed: 1, words: 300_000 })];
const counter = new ProseCounter();
for (const { text } of documents) counter.add(text);
const figures = counter.figures();

function kindOf({ name }: GeneratedDocument): string {
  return name.replace(/-.*$/u, "");
}

describe("the generated documents", () => {
  test("are the same for the same seed, and others for another", () => {
    const some = (seed: number) => [...generateDocuments({ seed, words: 20_000 })];
    expect(some(7)).toEqual(some(7));
    expect(some(8)).not.toEqual(some(7));
  });

  test("begin with the same ones when more are asked for", () => {
    const fewer = [...generateDocuments({ seed: 1, words: 30_000 })];
    expect(documents.slice(0, fewer.length)).toEqual(fewer);
  });

  test("are made one at a time", () => {
    const endless = generateDocuments({ seed: 1, words: 1e12 });
    expect(endless.next().value).toEqual(documents[0]);
  });

  test("have at least the words asked for", () => {
    expect(counter.words).toBeGreaterThanOrEqual(300_000);
    expect(counter.words).toBeLessThan(300_000 + 40_000);
  });

  test("have a name each", () => {
    expect(new Set(documents.map(({ name }) => name)).size).toBe(documents.length);
  });

  test("are read in the form that they have", () => {
    const some = [...generateDocuments({ seed: 3, words: 60_000, wordsPerDocument: 600 })];
    const kinds = some.map((one) => [kindOf(one), readDocument(readPlain(one.text), one.name).kind]);
    expect(kinds).toEqual(kinds.map(([kind]) => [kind, kind]));
    expect(new Set(kinds.map(([kind]) => kind))).toEqual(new Set(["speech", "transcript", "dispatch"]));
  });

  test("have several voices where they are conversations", () => {
    const conversation = documents.find((one) => kindOf(one) === "transcript")!;
    const { turns } = readDocument(readPlain(conversation.text), conversation.name);
    expect(new Set(turns.map(({ voice }) => voice.kind))).toEqual(new Set(["interviewer", "speaker"]));
  });

  test("are dispatches of a number each, that refer to others", () => {
    const dispatches = documents
      .filter((one) => kindOf(one) === "dispatch")
      .map(({ name, text }) => readDocument(readPlain(text), name));
    expect(new Set(dispatches.map(({ number }) => number)).size).toBe(dispatches.length);
    for (const { references } of dispatches) expect(references).toHaveLength(1);
  });
});

/** Figures of 300,000 words of real prose, a fifth to either side; PROSE.md has more of them. */
test.each([
  ["distinctWords", 0.038, 0.056],
  ["distinctPairs", 0.33, 0.48],
  ["distinctThrees", 0.65, 0.9],
  ["threesOnce", 0.55, 0.8],
  ["threesTo10", 0.22, 0.34],
  ["commonestPair", 10, 17],
  ["commonestThree", 1.8, 3],
  ["commonest100", 0.45, 0.62],
  ["commonest1000", 0.7, 0.87],
  ["bytes", 5.5, 6.3],
  ["passageMean", 58, 88],
] as const)("generated prose has as much %s as real prose", (name, least, most) => {
  expect(figures[name]).toBeGreaterThan(least);
  expect(figures[name]).toBeLessThan(most);
});

describe("the made-up language", () => {
  const lexicon = new Lexicon(5000);
  const chain = new WordChain({
    seed: 1,
    one: { discount: 0.7, spread: 6, widening: 4 },
    two: { discount: 0.8, spread: 1, widening: 4 },
    weights: Float64Array.from({ length: 5000 }, (_, rank) => 1 / (rank + 2)),
    classes: lexicon.classes,
    article: 0.3,
  });
  const chances = Array.from({ length: 500 }, (_, i) => (i + 0.5) / 500);

  test("has each word once", () => {
    const words = Array.from({ length: 5000 }, (_, number) => lexicon.word(number));
    expect(new Set(words).size).toBe(5000);
    expect(words[0]).toBe("the");
  });

  test("has the same word follow by the same chance", () => {
    const followers = () => chances.map((chance) => chain.next(12, 345, chance));
    expect(followers()).toEqual(followers());
  });

  test("has no word follow itself", () => {
    for (const last of [0, 1, 2, 400, 4000])
      expect(chances.map((chance) => chain.next(3, last, chance))).not.toContain(last);
  });

  test("has words of content follow an article", () => {
    for (const chance of chances) {
      const word = chain.next(1, 0, chance);
      expect(lexicon.classes[word], lexicon.word(word)).toBe(WordClass.content);
    }
  });

  test("has some words follow two others far oftener than the rest", () => {
    const followers = chances.map((chance) => chain.next(700, 800, chance));
    const counts = followers.map((word) => followers.filter((other) => other === word).length);
    expect(Math.max(...counts)).toBeGreaterThan(25);
    expect(counts.filter((count) => count < 3).length).toBeGreaterThan(25);
  });
});
