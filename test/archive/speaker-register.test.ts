import { describe, expect, test } from "vitest";
import { officesIn, SpeakerRegister } from "../../src/archive/index.ts";

const register = new SpeakerRegister([
  { name: "Ilse Marrow", document: 1 },
  { name: "ILSE MARROW", document: 2 },
  { name: "Ilse Marrow", document: 3 },
  { name: "Ilse T. Marrow", document: 1 },
  { name: "Jon Marrow", document: 4 },
  { name: "Jon Marrow", document: 5 },
  { name: "Marrow", document: 6 },
  { name: "Ilse Reed", document: 6 },
  { name: "—", document: 6 },
]);

describe("a register of speakers", () => {
  test("tells a name as most documents print it, and in how many it stands", () => {
    expect(register.find("ilse marrow")).toMatchObject({
      name: "Ilse Marrow",
      documents: 3,
      held: [1, 2, 3],
      spellings: ["Ilse Marrow", "ILSE MARROW"],
    });
  });

  test.each(["Ilse", "Marrow Ilse", "Ilsa Marrow", "—", ""])("has nobody of the name “%s”", (name) => {
    expect(register.find(name)).toBeNull();
  });

  test("offers names that share all words before those that only end alike", () => {
    expect(register.alike("Ilse Marrow").map(({ name }) => name)).toEqual([
      "Ilse T. Marrow",
      "Marrow",
      "Jon Marrow",
    ]);
  });

  test("pages by name, and leaves out what has no word", () => {
    expect(register.page(2, 3).speakers.map(({ name }) => name)).toEqual(["Jon Marrow", "Marrow"]);
    expect(register.page(9, 0).total).toBe(5);
  });

  test.each([
    ["ilse", 3],
    ["Marr", 4],
    ["ilse m", 1],
    ["arrow", 0],
    ["", 5],
  ])("that begin with “%s” there are %i", (beginning, total) => {
    expect(register.page(0, 0, beginning).total).toBe(total);
  });
});

test("offices are those that a document gives the name, each once", () => {
  const speakers = [
    { name: "Ilse Marrow", office: "harbour master" },
    { name: "Ilse MARROW", office: "mayor" },
    { name: "Ilse Marrow", office: "mayor" },
    { name: "Ilse Marrow", office: null },
    { name: "Jon Marrow", office: "baker" },
  ];
  expect(officesIn({ speakers }, "ilse marrow")).toEqual(["harbour master", "mayor"]);
});
