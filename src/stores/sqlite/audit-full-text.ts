import type { FoldedPassages } from "../../archive/index.ts";
import type { Database } from "./database.ts";

/** A prime below 2^20, so that what is reckoned with it stays a whole number, here and in SQLite. */
const MODULUS = 1_048_573;
/** Sets the length of a word apart from its first letter. */
const LENGTH = 7919;
/** Sets the passage apart from the place in it. */
const PASSAGE = 31;

const SPACE = 0x20;

/** All words of a full text: how many, and a sum of which stand where. */
export interface FullTextSums {
  readonly words: number;
  readonly places: number;
}

/** What the passages of a document add to the sums; the first of them stands at row `first`. */
export function fullTextSums({ bytes, starts, ends }: FoldedPassages, first: number): FullTextSums {
  let [words, places] = [0, 0];
  for (let passage = 0; passage < starts.length; passage++) {
    const row = ((first + passage) % MODULUS) * PASSAGE;
    let at = starts[passage]!;
    for (let offset = 0; at < ends[passage]!; offset++) {
      const end = bytes.indexOf(SPACE, at);
      places += ((row + offset) * ((end - at) * LENGTH + codePointAt(bytes, at))) % MODULUS;
      at = end + 1;
      words++;
    }
  }
  return { words, places };
}

/** The sums of what the full text has, all of which is read. */
export function storedFullTextSums(database: Database): FullTextSums {
  database.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.placed_word USING fts5vocab (main, passage_text, instance)",
  );
  return database.get<FullTextSums>(
    `SELECT count(*) AS words, ifnull(sum(
       (((doc % ${MODULUS}) * ${PASSAGE} + offset) * (octet_length(term) * ${LENGTH} + unicode(term))) % ${MODULUS}
     ), 0) AS places FROM temp.placed_word`,
  )!;
}

/** The code point whose UTF-8 begins at `at`. */
function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return lead;
  const length = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let point = lead & (0x3f >> length);
  for (let i = 1; i <= length; i++) point = (point << 6) | (bytes[at + i]! & 0x3f);
  return point;
}
