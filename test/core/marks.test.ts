import fc from "fast-check";
import { expect, test } from "vitest";
import { omissionEnd, roundMark, squareBrackets } from "../../src/core/marks.ts";

const square: readonly (readonly [text: string, kinds: readonly string[]])[] = [
  ["the ferry [to the island] left", ["supplied"]],
  ["[T]he ferry", ["supplied"]],
  ["she sail[ed] home", ["supplied"]],
  ["the harbour.[1] It", ["ignored"]],
  ["the harbour[12]", ["ignored"]],
  ["the harbour[*] was", ["ignored"]],
  ["the harbour [note 3].", ["ignored"]],
  ["the habrour [sic] was", ["sic"]],
  ["the habrour [Sic!] was", ["sic"]],
  ["the habrour [as heard] was", ["sic"]],
  ["the ferry […] left", ["omission"]],
  ["the ferry [...] left", ["omission"]],
  ["the ferry [. . .] left", ["omission"]],
  ["the ferry [ . . . ] left", ["omission"]],
  ["the ferry [....] left", ["omission"]],
  ["the ferry [passage omitted] left", ["omission"]],
  ["the ferry [words indistinct] left", ["omission"]],
  ["the ferry [inaudible] left", ["omission"]],
  ["the ferry [name indistinct] left", ["omission"]],
  ["it was late [emphasis added]", ["emphasis"]],
  ["it was late [italics mine]", ["emphasis"]],
  ["the ferry [which was late [again]] left", ["supplied"]],
  ["a [b] c [d] e", ["supplied", "supplied"]],
  ["the ferry ［to the island］ left", ["supplied"]],
  ["there were [12] boats in", ["supplied"]],
  ["no brackets at all", []],
  ["[]", ["supplied"]],
];

test.each(square)("the square brackets of %j are %j", (text, kinds) => {
  expect(squareBrackets(text, 0, text.length, false).map(({ kind }) => kind)).toEqual(kinds);
});

test("a bracket without its pair is no bracket in a source", () => {
  expect(squareBrackets("the ferry [to the island", 0, 24, false)).toEqual([]);
  expect(squareBrackets("to the island] left", 0, 19, false)).toEqual([]);
});

test("a quotation may be cut inside a bracket, and its end stands for the missing half", () => {
  expect(squareBrackets("the [big ferry", 0, 14, true)).toEqual([
    { start: 4, end: 14, half: true, kind: "supplied" },
  ]);
  expect(squareBrackets("big ferry] left", 0, 15, true)).toEqual([
    { start: 0, end: 10, half: true, kind: "supplied" },
  ]);
});

test("only brackets inside the stretch are read", () => {
  const text = "[a] the [ferry] left [b]";
  expect(squareBrackets(text, 4, 20, false)).toMatchObject([{ start: 8, end: 15 }]);
});

/** The outermost balanced pairs, found by trying every opening bracket in turn. */
function outermost(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== "[") continue;
    let depth = 0;
    for (let j = i; j < text.length; j++) {
      if (text[j] === "[") depth++;
      else if (text[j] === "]") depth--;
      if (depth > 0) continue;
      found.push([i, j + 1]);
      i = j;
      break;
    }
  }
  return found;
}

test("brackets of a source pair as a naive reader pairs them", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("[", "]", "a", " "), maxLength: 24 }), (text) => {
      const pairs = squareBrackets(text, 0, text.length, false).map(({ start, end }) => [start, end]);
      expect(pairs).toEqual(outermost(text));
    }),
    { seed: 12, numRuns: 1000 },
  );
});

test("brackets of a quotation are in order, do not overlap, and stay inside the stretch", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("[", "]", "a", " "), maxLength: 24 }), (text) => {
      let last = 0;
      for (const { start, end } of squareBrackets(text, 0, text.length, true)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { seed: 13, numRuns: 1000 },
  );
});

const round: readonly (readonly [content: string, kind: string | null])[] = [
  ["(…)", "omission"],
  ["(...)", "omission"],
  ["( . . . )", "omission"],
  ["(sic)", "sic"],
  ["(emphasis added)", "emphasis"],
  ["(emphasis mine)", "emphasis"],
  ["(cleaned up)", "emphasis"],
  ["(citations omitted)", "emphasis"],
  ["(internal quotation marks omitted)", "emphasis"],
  ["(applause)", "supplied"],
  ["(Laughter.)", "supplied"],
  ["(laughter and applause)", "supplied"],
  ["(prolonged applause)", "supplied"],
  ["(the old ferry)", null],
  ["(music lessons for the young)", null],
  ["(", null],
  ["()", null],
];

test.each(round)("the round bracket %j is read as %s", (content, kind) => {
  expect(roundMark(content, 0, content.length)?.kind ?? null).toBe(kind);
});

const dots: readonly (readonly [text: string, end: number])[] = [
  ["…", 1],
  ["...", 3],
  [". . .", 5],
  [".\u00a0.\u00a0.", 5],
  ["....", 4],
  [". . . .", 7],
  ["….", 2],
  [".…", 2],
  ["⋯", 1],
  ["..", 0],
  [".", 0],
  [". a . b .", 0],
  [".  .  .", 0],
  ["... the ferry", 3],
];

test.each(dots)("the omission at the start of %j ends at %i", (text, end) => {
  expect(omissionEnd(text, 0, text.length)).toBe(end);
});
