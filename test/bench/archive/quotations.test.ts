import { describe, expect, test } from "vitest";
import { generateDocuments } from "../../../bench/archive/prose.ts";
import { QuotationSampler } from "../../../bench/archive/quotations.ts";
import { keyOf, readWords } from "../../../bench/misquote/word.ts";
import { prepare, type Source, verify } from "../../../src/core/index.ts";
import { readDocument, toSource } from "../../../src/documents/index.ts";
import { readPlain } from "../../../src/formats/index.ts";

const LENGTHS = [8, 12, 24, 60];
const EACH = 40;

const sources = new Map<string, Source>();
for (const { name, text } of generateDocuments({ seed: 5, words: 120_000 }))
  sources.set(name, toSource(readDocument(readPlain(text), name)));

function sampled(seed: number): QuotationSampler {
  const sampler = new QuotationSampler({ seed, lengths: LENGTHS, each: EACH });
  for (const [name, source] of sources) sampler.add(name, source);
  return sampler;
}

const sampler = sampled(1);
const changed = sampler.changed();

function keys(text: string): string[] {
  return readWords(text).map(({ key }) => key);
}

describe("changed quotations", () => {
  test("are the same for the same seed, and others for another", () => {
    expect(sampled(1).changed()).toEqual(changed);
    expect(sampler.changed()).toEqual(changed);
    expect(sampled(2).changed()).not.toEqual(changed);
  });

  test("are as many of each length as asked for", () => {
    const counts = LENGTHS.map((length) => changed.filter(({ words }) => words === length).length);
    expect(counts).toEqual(LENGTHS.map(() => EACH));
    for (const { text, words } of changed) expect(keys(text)).toHaveLength(words);
  });

  test("have exactly one word in six changed, and all others as they stand at their place", () => {
    for (const { text, words, changed: places, document, start, end, original } of changed) {
      expect(places).toHaveLength(Math.floor(words / 6));
      expect(sources.get(document)!.text.slice(start, end)).toBe(original);
      const before = keys(original);
      const after = keys(text);
      expect(after.flatMap((key, index) => (key === before[index] ? [] : [index]))).toEqual(places);
    }
  });

  test("come from inside one spoken stretch", () => {
    for (const { document, start, end } of changed) {
      const inside = sources
        .get(document)!
        .segments.filter((segment) => segment.start <= start && end <= segment.end);
      expect(inside).toHaveLength(1);
      expect(inside[0]!.turn).not.toBeNull();
    }
  });

  test("are altered, as the matcher says", () => {
    for (const { text, document } of changed.filter((_, index) => index % 8 === 0))
      expect(verify(text, prepare(sources.get(document)!)).status, text).toBe("altered");
  });

  test("come from many documents", () => {
    expect(new Set(changed.map(({ document }) => document)).size).toBeGreaterThan(sources.size / 2);
  });
});

describe("intact quotations", () => {
  test("are the changed ones before the change", () => {
    const places = (list: typeof changed) =>
      list.map(({ document, start, end }) => ({ document, start, end }));
    expect(places(sampler.intact())).toEqual(places(changed));
    for (const { text, original, changed: none } of sampler.intact())
      expect([text, none]).toEqual([original, []]);
  });

  test("are verbatim, as the matcher says", () => {
    for (const { text, document } of sampler.intact().filter((_, index) => index % 8 === 0))
      expect(verify(text, prepare(sources.get(document)!)).status, text).toBe("verbatim");
  });
});

describe("absent quotations", () => {
  test("are of the documents' words and stand in none", () => {
    const vocabulary = new Set([...sources.values()].flatMap(({ text }) => keys(text)));
    const all = [...sources.values()].map(({ text }) => ` ${keys(text).join(" ")} `);
    const absent = sampler.absent();
    expect(absent.map((text) => keys(text).length)).toEqual(LENGTHS.flatMap((n) => Array(EACH).fill(n)));
    for (const text of absent) {
      expect(keys(text).every((key) => vocabulary.has(keyOf(key)))).toBe(true);
      expect(all.some((words) => words.includes(` ${keys(text).join(" ")} `))).toBe(false);
    }
  });
});

test("too few spoken words give fewer quotations, and none is invented", () => {
  const short = new QuotationSampler({ seed: 1, lengths: [8, 60], each: 3 });
  const text = "One two three four five six seven eight nine.";
  const voice = { kind: "speaker", name: null } as const;
  short.add("short.txt", { text, segments: [{ start: 0, end: text.length, voice, turn: 1 }] });
  expect(short.intact().map(({ words }) => words)).toEqual([8]);
});

test("without documents there are no words to change to", () => {
  const empty = new QuotationSampler({ seed: 1, lengths: [8], each: 1 });
  expect(() => empty.changed()).toThrow(/Add documents first/u);
  expect(empty.absent()).toEqual([]);
});
