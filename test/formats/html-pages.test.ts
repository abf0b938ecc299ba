import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readText } from "../../src/formats/index.ts";
import { shown } from "./shown.ts";

const PAGES = new URL("html-pages/", import.meta.url);

/** What is read of a page: what it says of itself, then its blocks. `UPDATE_CASES=1` writes it anew, to be looked at. */
function outline(file: string): string {
  const read = readText(readFileSync(new URL(file, PAGES)), file);
  const { title, author, published, outlet, language, address, captured } = read;
  const head = Object.entries({ title, author, published, outlet, language, address, captured });
  const said = head.flatMap(([field, value]) => (value === null ? [] : [`${field} = ${value}`]));
  return `${[...said, "", ...shown(read)].join("\n")}\n`;
}

test.each(readdirSync(PAGES).filter((file) => /\.(?:html|mhtml)$/.test(file)))(
  "of %s the article is read, all of it and nothing else",
  (file) => {
    const expected = new URL(file.replace(/\.\w+$/, ".txt"), PAGES);
    if (process.env.UPDATE_CASES === "1") writeFileSync(expected, outline(file));
    expect(outline(file)).toBe(readFileSync(expected, "utf8"));
  },
);
