import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../markdown-table.ts";
import { Random } from "../misquote/random.ts";
import { generateDocuments } from "./prose.ts";
import { ProseCounter, type ProseFigures } from "./prose-figures.ts";

const USAGE = `node bench/archive/compare-prose.ts FOLDER [--sizes 0.4,1,3]

  FOLDER   real prose, .txt files
  --sizes  millions of words at which both are counted; beyond the folder's own the made prose alone

Writes bench/archive/PROSE.md.`;

/** Orders in which the folder is read, and seeds of the made prose; the figures are averages over them. */
const ORDERS = [1, 2, 3];
const MILLION = 1_000_000;

function compare(folder: string, sizes: readonly number[]): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
  const real = ORDERS.map((order) => figuresOf(textsOf(folder, new Random(order).shuffled(names)), sizes));
  const common = sizes.filter((size) => real[0]!.has(size));
  const made = ORDERS.map((seed) => figuresOf(madeTexts(seed, common), common));
  const beyond = sizes.filter((size) => !common.includes(size));
  const larger = figuresOf(madeTexts(1, beyond), beyond);
  const columns = [
    ...common.flatMap((size) => [
      { name: `real ${size} M`, figures: real.map((one) => one.get(size)!) },
      { name: `made ${size} M`, figures: made.map((one) => one.get(size)!) },
    ]),
    ...[...larger].map(([size, figures]) => ({ name: `made ${size} M`, figures: [figures] })),
  ];
  const headings = ["", ...columns.map(({ name }) => name)].map((name, i) => ({ name, right: i > 0 }));
  const rows = ROWS.map(([name, read]) => [
    name,
    ...columns.map(({ figures }) => shown(figures.reduce((sum, one) => sum + read(one), 0) / figures.length)),
  ]);
  return `${INTRODUCTION}\n${markdownTable(headings, rows)}\n`;
}

const INTRODUCTION = `# Made prose beside real prose

\`node bench/archive/compare-prose.ts FOLDER\` writes this. Real: presidential speeches, read in three orders; some of them are there twice. Made: three seeds, for the sizes that both have; one beyond. Runs do not cross paragraphs.

The speeches are of one office, and their vocabulary would grow to some 100,000 words at 40 M. An archive of twenty years has new people and places all the time, so the made prose goes on inventing names; that is why it has more distinct words than the speeches at 3 M. What comes again whole is mostly a speech that stands there twice.
`;

const percent = (read: (figures: ProseFigures) => number) => (figures: ProseFigures) => read(figures) * 100;

const ROWS: readonly (readonly [string, (figures: ProseFigures) => number])[] = [
  ["distinct words, thousands", ({ vocabulary }) => vocabulary / 1000],
  ["distinct among the pairs, %", percent(({ distinctPairs }) => distinctPairs)],
  ["distinct among the threes, %", percent(({ distinctThrees }) => distinctThrees)],
  ["threes that occur once, %", percent(({ threesOnce }) => threesOnce)],
  ["threes that occur 2–10 times, %", percent(({ threesTo10 }) => threesTo10)],
  ["threes that occur 11–100 times, %", percent(({ threesTo100 }) => threesTo100)],
  ["threes that occur oftener, %", percent(({ threesAbove }) => threesAbove)],
  ["commonest pair, in 1,000 words", ({ commonestPair }) => commonestPair],
  ["commonest three, in 1,000 words", ({ commonestThree }) => commonestThree],
  ["threes that came before: in the same document, %", percent(({ nearThrees }) => nearThrees)],
  ["fives that came before, %", percent(({ repeatedFives }) => repeatedFives)],
  ["tens that came before, %", percent(({ repeatedTens }) => repeatedTens)],
  ["words in paragraphs that came before, %", percent(({ repeatedPassages }) => repeatedPassages)],
  ["words among the 100 commonest, %", percent(({ commonest100 }) => commonest100)],
  ["words among the 1,000 commonest, %", percent(({ commonest1000 }) => commonest1000)],
  ["bytes a word", ({ bytes }) => bytes],
  ["words of a paragraph, middle", ({ passageMedian }) => passageMedian],
  ["words of a paragraph, mean", ({ passageMean }) => passageMean],
  ["words of a paragraph, upper tenth", ({ passageTenth }) => passageTenth],
  ["words of a document, middle", ({ documentMedian }) => documentMedian],
];

/** What is counted of the texts when so many million words are read. */
function figuresOf(texts: Iterable<string>, sizes: readonly number[]): Map<number, ProseFigures> {
  const counter = new ProseCounter();
  const waiting = [...sizes].sort((a, b) => a - b);
  const found = new Map<number, ProseFigures>();
  for (const text of texts) {
    counter.add(text);
    while (waiting.length > 0 && counter.words >= waiting[0]! * MILLION)
      found.set(waiting.shift()!, counter.figures());
    if (waiting.length === 0) break;
  }
  return found;
}

function* textsOf(folder: string, names: readonly string[]): Generator<string> {
  for (const name of names) yield readFileSync(join(folder, name), "utf8");
}

function* madeTexts(seed: number, sizes: readonly number[]): Generator<string> {
  // What a form adds to the words asked for, and the counter's other reading of figures, come to a few in a hundred.
  const words = Math.max(0, ...sizes) * MILLION * 1.1;
  for (const { text } of generateDocuments({ seed, words })) yield text;
}

function shown(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value.toPrecision(3);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: "string", default: "0.4,1,3" } },
});
const sizes = values.sizes.split(",").map(Number);
const [folder] = positionals;
if (folder === undefined || sizes.some((size) => !(size > 0))) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const table = compare(folder, sizes);
  writeFileSync(join(import.meta.dirname, "PROSE.md"), table);
  console.log(table);
}
