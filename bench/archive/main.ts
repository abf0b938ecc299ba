import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine, table, writeSection } from "../speed/result.ts";
import { atLeast, atMost, exactly, type Row, told } from "../speed/row.ts";
import { inChild, quantile } from "./child.ts";
import { type Corpus, folderCorpus, generatedCorpus } from "./corpus.ts";
import type { FullTextInput, FullTextResult } from "./full-text.ts";
import type { LookupInput, LookupResult } from "./lookup.ts";
import type { SizeResult } from "./size.ts";

const USAGE = `node bench/archive/main.ts [--corpus FOLDER]… [--words MILLIONS]… [--each N] [--write]

  --corpus  a folder of sources; default ../shared/corpus/speeches
  --words   millions of words of made-up prose; default 4 and 40
  --each    quotations of each length; default 300
  --write   keep the results in bench/RESULTS.md`;

const { values } = parseArgs({
  options: {
    corpus: { type: "string", multiple: true },
    words: { type: "string", multiple: true },
    each: { type: "string", default: "300" },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}

const ROOT = join(import.meta.dirname, "../..");
const SPEECHES = join(ROOT, "../shared/corpus/speeches");
/** The size that the limits are for. */
const LARGE = 40_000_000;
/** Words between two commits of the peer: about those of the archive's own batches. */
const BATCH = 4_000_000;
/** Quotations that the peer is asked, as its queries take long. */
const PEER_QUOTATIONS = 60;
const MEGABYTE = 2 ** 20;

interface Measured {
  readonly rows: readonly Row[];
  /** Median of a lookup in milliseconds. */
  readonly median: number;
}

const scratch = mkdtempSync(join(tmpdir(), "saidso-archive-"));
try {
  const each = Number(values.each);
  const folders = (values.corpus ?? [SPEECHES]).filter((folder) => existsSync(folder));
  const sizes = (values.words ?? ["4", "40"]).map((millions) => Number(millions) * 1e6);
  const rows: Row[] = [];
  for (const folder of folders) rows.push(...measured(folderCorpus(folder, 1, each), false).rows);
  const medians = sizes.map((words) => {
    const folder = join(scratch, "sources");
    const corpus = generatedCorpus(folder, words, 1, each);
    const { rows: own, median } = measured(corpus, words >= LARGE);
    rows.push(...own);
    rmSync(folder, { recursive: true });
    return median;
  });
  if (medians.length > 1)
    rows.push(
      atMost("growth of the median lookup, smallest to largest", medians.at(-1)! / medians[0]!, 2, "×"),
    );
  const body = `${machine()}. Times are medians unless said; take the ratios, not the times.\n\n${table(rows)}`;
  console.log(body);
  if (values.write) writeSection(join(ROOT, "bench/RESULTS.md"), "Archive", body);
  process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Everything of one corpus; the limits of time and memory hold at the large size. */
function measured(corpus: Corpus, isLarge: boolean): Measured {
  const file = join(scratch, "archive.db");
  const peerFile = join(scratch, "full-text.db");
  const seconds = addedIn(corpus.folder, file);
  const quotations = corpus.changed.filter(
    (_, i) => i % Math.ceil(corpus.changed.length / PEER_QUOTATIONS) === 0,
  );
  const asked: FullTextInput = { folder: corpus.folder, file: peerFile, batch: BATCH, quotations };
  const peer = inChild<FullTextResult>("full-text.ts", asked);
  const { changed, absent } = corpus;
  const lookupInput: LookupInput = { archive: file, changed, absent: absent.slice(0, 300) };
  const lookup = inChild<LookupResult>("lookup.ts", lookupInput, ["--max-semi-space-size=8"]);
  const size = inChild<SizeResult>("size.ts", { archive: file });
  const rows = [...ingestRows(corpus, seconds, peer, file, size), ...lookupRows(lookup, peer, isLarge)].map(
    (row) => ({ ...row, name: `${corpus.name}: ${row.name}` }),
  );
  for (const made of [file, peerFile]) rmSync(made, { force: true });
  return {
    rows,
    median: quantile(
      lookup.lengths.flatMap(({ times }) => times),
      0.5,
    ),
  };
}

/** Seconds that `saidso add FOLDER` takes, from the files to the closed archive. */
function addedIn(folder: string, file: string): number {
  const began = performance.now();
  execFileSync(process.execPath, [join(ROOT, "dist/bin/main.js"), "add", folder, "--archive", file], {
    stdio: ["ignore", "ignore", "inherit"],
    maxBuffer: 64 * MEGABYTE,
  });
  return (performance.now() - began) / 1000;
}

function ingestRows(
  corpus: Corpus,
  seconds: number,
  peer: FullTextResult,
  file: string,
  size: SizeResult,
): Row[] {
  const { words, bytes } = corpus;
  return [
    told("documents, words, MB of text", `${corpus.documents}, ${words}, ${Math.round(bytes / MEGABYTE)}`),
    exactly("words held", size.words, words),
    atLeast("add, from the files to the closed archive, words a second", words / seconds, 500_000, ""),
    told(
      "FTS5 with its own settings, insertion of the same passages alone, words a second",
      (words / peer.seconds).toFixed(0),
    ),
    atLeast("add beside FTS5's insertion", peer.seconds / seconds, 1, "×"),
    atMost("quotation index, bytes a word", size.index / words, 5, ""),
    told("largest tables, bytes a word", size.parts),
    atMost("whole file beside the text", statSync(file).size / bytes, 2.2, "×"),
  ];
}

function lookupRows(lookup: LookupResult, peer: FullTextResult, isLarge: boolean): Row[] {
  const bounded = isLarge
    ? atMost
    : (name: string, value: number, _: number, unit: string) => told(name, `${value.toPrecision(3)} ${unit}`);
  const all = lookup.lengths.flatMap(({ times }) => times);
  const found = lookup.lengths.reduce((sum, one) => sum + one.found, 0);
  const median = quantile(all, 0.5);
  return [
    atLeast("quotations of 8 to 60 words, one in six changed, found", (100 * found) / all.length, 99.5, "%"),
    ...lookup.lengths.map(({ words, quotations, found, times }) =>
      told(
        `${words} words: found, median, 99 of 100`,
        `${((100 * found) / quotations).toFixed(1)} %, ${quantile(times, 0.5).toFixed(2)} ms, ${quantile(times, 0.99).toFixed(2)} ms`,
      ),
    ),
    bounded("a quotation, verified to the end", median, 1, "ms"),
    bounded("a quotation, verified to the end, 99 of 100", quantile(all, 0.99), 15, "ms"),
    bounded("the first quotation, opening included", lookup.first, 50, "ms"),
    bounded("resident memory", lookup.memory / MEGABYTE, 400, "MB"),
    told(
      "an absent quotation with its nearest passages, and 99 of 100",
      `${quantile(lookup.absent, 0.5).toFixed(2)} ms, ${quantile(lookup.absent, 0.99).toFixed(2)} ms`,
    ),
    exactly("absent quotations called verbatim", lookup.absentFound, 0),
    ...peerRows("phrases", peer.phrase, all, isLarge),
    ...peerRows("NEAR", peer.near, all, isLarge),
  ];
}

function peerRows(
  name: string,
  { recall, times }: FullTextResult["phrase"],
  own: readonly number[],
  isLarge: boolean,
): Row[] {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const ratio = mean(times) / mean(own);
  return [
    told(
      `FTS5 ${name}, candidates alone: found, median`,
      `${(100 * recall).toFixed(1)} %, ${quantile(times, 0.5).toFixed(1)} ms`,
    ),
    isLarge
      ? atLeast(`beside FTS5 ${name}, means`, ratio, 20, "×")
      : told(`beside FTS5 ${name}, means`, `${ratio.toFixed(1)}×`),
  ];
}
