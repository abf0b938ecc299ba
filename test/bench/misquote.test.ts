import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Case, readCases, readPredictions, toLines } from "../../bench/misquote/case.ts";
import { type Corpus, corpusOf, readDocumentText } from "../../bench/misquote/corpus.ts";
import { generate, KINDS } from "../../bench/misquote/generator.ts";
import { Random } from "../../bench/misquote/random.ts";
import { brokenLimits, isFalseAlarm, isMiss, outcomesOf, scoreOf } from "../../bench/misquote/score.ts";
import { occurrences, readTalk, type Talk } from "../../bench/misquote/talk.ts";
import { joinKeys, readWords } from "../../bench/misquote/word.ts";
import { toSource } from "../../src/documents/index.ts";
import { conversation, speech } from "./prose.ts";

const SEED = 7;
let corpus: Corpus;
let cases: readonly Case[];

beforeAll(() => {
  const texts = [conversation(1), conversation(2), speech(3), speech(4), speech(5)];
  corpus = corpusOf(
    texts.map((text, index) => readTalk(`talk-${index}.txt`, toSource(readDocumentText(text)))),
  );
  cases = generate(corpus, KINDS.length * 6, SEED);
});

function sourceOf(one: Case): Talk {
  const { source } = one;
  if ("text" in source) return readTalk("own", toSource(readDocumentText(source.text)));
  return corpus.talks.find(({ file }) => file === source.file)!;
}

function keys(text: string): string[] {
  return readWords(text).map(({ key }) => key);
}

function ofKinds(...names: string[]): Case[] {
  return cases.filter(({ kind }) => names.includes(kind));
}

describe("the cases", () => {
  test("are the same for the same seed, and others for another", () => {
    expect(generate(corpus, KINDS.length * 6, SEED)).toEqual(cases);
    expect(generate(corpus, KINDS.length * 6, SEED + 1)).not.toEqual(cases);
  });

  test("do not depend on how many are made", () => {
    const fewer = generate(corpus, KINDS.length * 2, SEED);
    expect(cases).toEqual(expect.arrayContaining(fewer));
  });

  test("are of every kind, evenly", () => {
    const counts = KINDS.map(({ name }) => [name, ofKinds(name).length]);
    expect(counts).toEqual(KINDS.map(({ name }) => [name, 6]));
  });

  test("have an id each", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test("survive JSON Lines", () => {
    expect(readCases(toLines(cases))).toEqual(cases);
  });
});

describe("the labels", () => {
  test("faithful typography leaves the source's words as they are", () => {
    const kinds = [
      "intact",
      "quote-shapes",
      "dashes",
      "spaces",
      "no-break-spaces",
      "first-letter",
      "last-mark",
    ];
    for (const one of ofKinds(...kinds))
      expect(occurrences(sourceOf(one), keys(one.quotation)), one.id).toBeGreaterThan(0);
  });

  test("altered words are nowhere in the source as they are quoted", () => {
    const altered = cases.filter(({ faithful, expected }) => !faithful && expected.status[0] === "altered");
    const changed = altered.filter(({ kind }) => kind !== "bracket-dropped" && kind !== "omission-dropped");
    expect(changed.length).toBeGreaterThan(0);
    for (const one of changed) expect(occurrences(sourceOf(one), keys(one.quotation)), one.id).toBe(0);
  });

  test("a cut leaves words out", () => {
    const mark = /\.?\s?(?:\[[\s.…]*\]|…|\.\s?\.\s?\.)\s?/u;
    for (const one of ofKinds("cut", "two-cuts"))
      expect(occurrences(sourceOf(one), keys(one.quotation.replace(mark, " "))), one.id).toBe(0);
  });

  test("joined parts stand in the source apart, and not as they are joined", () => {
    for (const one of ofKinds("jump", "sentence-jump", "reversed", "turns-joined", "turns-joined-marked")) {
      const words = keys(one.quotation);
      const source = sourceOf(one);
      expect(occurrences(source, words), one.id).toBe(0);
      expect(occurrences(source, words.slice(0, 5)), one.id).toBeGreaterThan(0);
      expect(occurrences(source, words.slice(-5)), one.id).toBeGreaterThan(0);
    }
  });

  test("another document's words share no six in a row with the source", () => {
    for (const one of ofKinds("other-document")) {
      const words = keys(one.quotation);
      for (let i = 0; i + 6 <= words.length; i++)
        expect(occurrences(sourceOf(one), words.slice(i, i + 6)), one.id).toBe(0);
    }
  });

  test("another speaker's words are the source's, and not those of the one credited", () => {
    for (const one of ofKinds("other-speaker")) {
      const talk = sourceOf(one);
      expect(occurrences(talk, keys(one.quotation)), one.id).toBe(1);
      const own = talk.turns.filter(({ voice }) => voice.name === one.attribution);
      const spoken = joinKeys(own.flatMap(({ words }) => words.map(({ key }) => key)));
      expect(own.length, one.id).toBeGreaterThan(0);
      expect(spoken, one.id).not.toContain(joinKeys(keys(one.quotation)));
    }
  });

  test("supplied words stand in brackets in the source and without them in the quotation", () => {
    for (const one of ofKinds("bracket-dropped")) {
      const [whole, spoken] = sourceOf(one).views;
      expect(whole, one.id).toContain(joinKeys(keys(one.quotation)));
      expect(spoken, one.id).not.toContain(joinKeys(keys(one.quotation)));
    }
  });
});

describe("a score", () => {
  const faithful = { ...blank("a"), faithful: true };
  const broken = { ...blank("b"), faithful: false };

  test("counts an error, or an accusing status, on a faithful case as a false alarm", () => {
    const at = (prediction: object) =>
      isFalseAlarm({ one: faithful, prediction: { id: "a", error: false, ...prediction } });
    expect(at({ error: true })).toBe(true);
    expect(at({ status: "absent" })).toBe(true);
    expect(at({ status: "undecided" })).toBe(false);
    expect(at({})).toBe(false);
  });

  test("counts silence on an unfaithful case as a miss", () => {
    const at = (prediction: object) =>
      isMiss({ one: broken, prediction: { id: "b", error: false, ...prediction } });
    expect(at({})).toBe(true);
    expect(at({ status: "undecided" })).toBe(true);
    expect(at({ status: "spliced" })).toBe(false);
    expect(at({ error: true, status: "verbatim" })).toBe(false);
  });

  test("keeps the limits only with enough cases, few enough wrong", () => {
    const score = { cases: 6000, faithful: 3000, falseAlarms: 3, misses: 9, statusRight: 5940, ruleRight: 0 };
    expect(brokenLimits(score)).toEqual([]);
    expect(
      brokenLimits({ ...score, cases: 4999, faithful: 2499, falseAlarms: 2, misses: 7, statusRight: 4999 }),
    ).toHaveLength(1);
    expect(brokenLimits({ ...score, falseAlarms: 4 })).toHaveLength(1);
    expect(brokenLimits({ ...score, misses: 10 })).toHaveLength(1);
    expect(brokenLimits({ ...score, statusRight: 5939 })).toHaveLength(1);
    expect(brokenLimits({ ...score, statusRight: null })).toEqual([]);
  });

  test("is the same from predictions that went through JSON Lines", () => {
    const predictions = cases.map(({ id, faithful: kept }) => ({ id, error: !kept }));
    const score = scoreOf(outcomesOf(cases, readPredictions(toLines(predictions))));
    expect(score).toMatchObject({ cases: cases.length, falseAlarms: 0, misses: 0, statusRight: null });
  });

  test("refuses a line that is no prediction", () => {
    expect(() => readPredictions('{"id": "a"}\n')).toThrow("Prediction 1");
  });

  function blank(id: string): Case {
    return {
      id,
      kind: "intact",
      faithful: true,
      expected: { status: ["verbatim"], rules: [] },
      quotation: "the lamp",
      attribution: null,
      source: { text: "the lamp" },
      seed: 0,
    };
  }
});

describe("random numbers", () => {
  test("stay in their range and come again with the seed", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, least, width) => {
        const [a, b] = [new Random(seed), new Random(seed)];
        const drawn = Array.from({ length: 5 }, () => a.between(least, least + width));
        expect(drawn.every((n) => n >= least && n <= least + width)).toBe(true);
        expect(Array.from({ length: 5 }, () => b.between(least, least + width))).toEqual(drawn);
      }),
    );
  });
});
