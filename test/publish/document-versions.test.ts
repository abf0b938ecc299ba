import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { compareVersions, compareWords } from "../../src/publish/version-comparison.ts";

const documentOf = (text: string) =>
  readDocument(readText(new TextEncoder().encode(text), "pier.txt"), "pier.txt");

describe("two versions side by side", () => {
  test("a changed passage stands beside what it was, its words told apart", () => {
    const rows = compareVersions(
      documentOf("Speaker: Ada Quay\n\nThe pier is dry.\n\nIt has nine lamps.\n\nNobody swims."),
      documentOf("Speaker: Ada Quay\n\nThe pier is dry.\n\nIt has ten lamps.\n\nNobody swims.\n\nBees do."),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["same", "same", "changed", "same", "added"]);
    const changed = (words: readonly { text: string; changed: boolean }[]) =>
      words.filter((one) => one.changed).map(({ text }) => text.trim());
    expect(changed(rows[2]!.olderWords)).toEqual(["nine"]);
    expect(changed(rows[2]!.newerWords)).toEqual(["ten"]);
  });

  test.each([
    ["Arabic", "الخشب يعلّم الصبر", "الخشب يعلّم العمل", "العمل"],
    ["Chinese, which puts no spaces between words", "渡船六点开", "渡船七点开", "七"],
  ])("words are cut in %s", (_, older, newer, changed) => {
    const { newer: words } = compareWords(older, newer)!;
    expect(words.filter((one) => one.changed).map(({ text }) => text.trim())).toEqual([changed]);
  });

  const paragraphs = fc.array(
    fc.constantFrom(
      "The pier is dry.",
      "The pier  is wet!",
      "Bees hum, and hum.",
      "Nine lamps: [lit] …",
      "渡船六点开。",
    ),
    { maxLength: 12 },
  );

  test("both sides keep every word of their own", () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const [older, newer] = [documentOf(before.join("\n\n")), documentOf(after.join("\n\n"))];
        const rows = compareVersions(older, newer);
        const side = (words: "olderWords" | "newerWords"): string[] =>
          rows.flatMap((row) =>
            row[words].length === 0 ? [] : [row[words].map(({ text }) => text).join("")],
          );
        const texts = ({ text, passages }: typeof older): string[] =>
          passages.map(({ start, end }) => text.slice(start, end));
        expect(side("olderWords")).toEqual(texts(older));
        expect(side("newerWords")).toEqual(texts(newer));
      }),
    );
  });

  test("versions that have nothing in common are laid beside each other as they stand", () => {
    const text = (word: string): string =>
      Array.from({ length: 1200 }, (_, i) => `The ${word} number ${i} is dry.`).join("\n\n");
    const rows = compareVersions(documentOf(text("pier")), documentOf(text("boat")));
    expect(rows).toHaveLength(1200);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["changed"]));
  });
});
