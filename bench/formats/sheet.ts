import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDocuments } from "../archive/prose.ts";
import { Random, seedOf } from "../misquote/random.ts";

export interface SheetBlock {
  readonly kind: "title" | "heading" | "paragraph" | "quotation" | "item";
  readonly text: string;
  /** The words of the note that its end is marked with, or null. */
  readonly note: string | null;
}

/** A text to be printed: blocks in the order that they are read in. */
export interface Sheet {
  readonly name: string;
  readonly columns: 1 | 2;
  readonly blocks: readonly SheetBlock[];
}

/** Words of a sheet: six to ten pages. */
const WORDS = 3000;
/** Words of a paragraph at the most: longer ones are cut, so that a sheet has headings and notes between them. */
const LONGEST = 180;
/** Of a hundred blocks: headings, block quotations, items of a list, and paragraphs with a note. */
const SHARES = { heading: 8, quotation: 8, item: 10, noted: 10 };

/** `count` sheets of a folder's texts; of made-up prose where it is not there. The same for the same folder. */
export function sheets(folder: string, count: number): Sheet[] {
  const texts = existsSync(folder) ? folderTexts(folder, count) : proseTexts(count);
  return texts.map(({ name, text }, i) => sheetOf(name, text, i % 3 === 2 ? 2 : 1));
}

function folderTexts(folder: string, count: number): { name: string; text: string }[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort();
  const step = Math.max(1, Math.floor(files.length / count));
  return files
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((file) => ({
      name: file.replace(/\.txt$/u, ""),
      text: readFileSync(join(folder, file), "utf8").replace(/^President: .*$/mu, ""),
    }));
}

function proseTexts(count: number): { name: string; text: string }[] {
  const texts: { name: string; text: string }[] = [];
  for (const { name, text } of generateDocuments({ seed: 1, words: count * WORDS * 2 })) {
    texts.push({ name: name.replace(/\.\w+$/u, ""), text });
    if (texts.length === count) break;
  }
  return texts;
}

function sheetOf(name: string, text: string, columns: 1 | 2): Sheet {
  const random = new Random(seedOf("sheet", name));
  const blocks: SheetBlock[] = [{ kind: "title", text: titleOf(name), note: null }];
  let words = 0;
  for (const paragraph of paragraphsOf(text)) {
    blocks.push(blockOf(paragraph, random));
    words += paragraph.length;
    if (words > WORDS) break;
  }
  return { name, columns, blocks };
}

function titleOf(name: string): string {
  return name
    .replace(/[-_]+/gu, " ")
    .replace(/^\d[\d ]*/u, "")
    .replace(/^./u, (letter) => letter.toUpperCase());
}

/** Paragraphs as lists of words, long ones cut at a sentence's end. */
function* paragraphsOf(text: string): Generator<string[]> {
  for (const chunk of text.split(/\n+/u)) {
    let part: string[] = [];
    for (const word of chunk.split(/\s+/u).filter((one) => one !== "")) {
      part.push(word);
      if (part.length >= LONGEST / 2 && (/[.?!]["”]?$/u.test(word) || part.length >= LONGEST)) {
        yield part;
        part = [];
      }
    }
    if (part.length > 0) yield part;
  }
}

function blockOf(words: readonly string[], random: Random): SheetBlock {
  const drawn = random.between(1, 100);
  const text = words.join(" ");
  if (drawn <= SHARES.heading) return { kind: "heading", text: words.slice(0, 8).join(" "), note: null };
  if (drawn <= SHARES.heading + SHARES.quotation) return { kind: "quotation", text, note: null };
  const items = SHARES.heading + SHARES.quotation + SHARES.item;
  if (drawn <= items) return { kind: "item", text: words.slice(0, 40).join(" "), note: null };
  const note =
    drawn <= items + SHARES.noted
      ? `See ${words
          .slice(0, 12)
          .join(" ")
          .replace(/[.,;:]+$/u, "")}.`
      : null;
  return { kind: "paragraph", text, note };
}
