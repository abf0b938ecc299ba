import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NameRegister, registerOf } from "../../src/check/name-register.ts";
import { identity, isProperName } from "../../src/check/person.ts";

const part = fc.constantFrom(
  ..."Ada Adam Owen Bill William Peggy Margaret O’Hale Lark Larks Quay Penrose King President de la Van Jr. T. O. بيرق".split(
    " ",
  ),
);
const name = fc.oneof(
  { weight: 8, arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "OTL",
      "ADA PENROSE",
      "the harbor master",
      "Dr. Ada Penrose, of the Quay Gazette",
      "The Gazette",
      "Owen Lark (the pilot)",
      "سلمى البيرق",
      "البيرق",
      "بيرق",
      "الشيخ",
      "",
    ),
  },
);
const heldNames = fc.array(name, { maxLength: 12 });

describe("a register of names", () => {
  test("finds the names that are one person's, as a look at every name does", () => {
    fc.assert(
      fc.property(heldNames, name, (held, asked) => {
        const naive = held.filter((one) => identity(asked, one) === "same");
        expect([...new Set(new NameRegister(held, false).same(asked))].sort()).toEqual(
          [...new Set(naive)].sort(),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("knows of a name that it is nobody's, as a look at every name does", () => {
    fc.assert(
      fc.property(heldNames, name, (held, asked) => {
        const naive = isProperName(asked) && held.every((one) => identity(asked, one) === "different");
        expect(new NameRegister(held, false).isUnheld(asked)).toBe(naive);
        expect(new NameRegister(held, true).isUnheld(asked)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("answers the same when it is asked again", () => {
    const register = new NameRegister(["Ada Penrose", "Owen Lark"], false);
    expect([register.same("Penrose"), register.same("Penrose")]).toEqual([["Ada Penrose"], ["Ada Penrose"]]);
    expect([register.isUnheld("Nora Quay"), register.isUnheld("Nora Quay")]).toEqual([true, true]);
  });

  test("leaves out descriptions of those who are only quoted", () => {
    const names = [
      { name: "the pilots", onlyQuoted: true },
      { name: "Owen Lark", onlyQuoted: true },
      { name: "the host", onlyQuoted: false },
    ];
    expect(registerOf({ names, anonymous: false }).names).toEqual(["Owen Lark", "the host"]);
  });
  test("is one for the same voices, another for others", () => {
    const voices = { names: [{ name: "Owen Lark", onlyQuoted: false }], anonymous: false };
    expect(registerOf(voices)).toBe(registerOf(voices));
    expect(registerOf({ ...voices, anonymous: true }).anonymous).toBe(true);
  });
});
