import { describe, expect, test } from "vitest";
import {
  fingerprint,
  foldWord,
  plainSource,
  quotedFingerprint,
  readSources,
  wordKey,
} from "../../src/core/index.ts";

const keysOf = (text: string) => fingerprint(readSources([plainSource(text)]));

describe("keys of words and runs", () => {
  test("a quotation and a source have the same keys for the same words, whatever their typography", () => {
    const source = keysOf("“The ferry’s crew — all nine — sails at six.”");
    const quoted = quotedFingerprint("the ferry's crew, all nine, sails at six");
    expect([...quoted.words]).toEqual([...source.words]);
    expect([...quoted.runs]).toEqual([...source.runs]);
  });

  test("a word's key is that of its folded letters", () => {
    const words = ["Ferry", "größe", "５", "don’t", "桥"];
    const source = keysOf(words.join(" "));
    expect([...source.words]).toEqual(words.map((word) => wordKey(foldWord(word))));
  });

  test("supplied words break no run: the spoken view has its own", () => {
    const spoken = keysOf("They trust again and sail.");
    const supplied = keysOf("They trust [the old keepers] again and sail.");
    for (const run of spoken.runs) expect([...supplied.runs]).toContain(run);
  });

  test("each run stands at its first word, in text order", () => {
    const { runs, places, words } = keysOf("one two three four five");
    expect(words.length).toBe(5);
    expect([...places]).toEqual([0, 1, 2]);
    expect(new Set(runs).size).toBe(3);
  });

  test("runs of the same words in another order have other keys", () => {
    expect(keysOf("we sail now").runs[0]).not.toBe(keysOf("now sail we").runs[0]);
  });

  test("texts of fewer than three words have no run", () => {
    expect(keysOf("sail now").runs.length).toBe(0);
    expect(keysOf("").words.length).toBe(0);
  });
});
