import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machine, writeSection } from "../speed/result.ts";
import { type Case, readPredictions, toLines } from "./case.ts";
import { type Checker, saidso } from "./checker.ts";
import { readCorpus, readDocumentFile, readDocumentText } from "./corpus.ts";
import { generate, KINDS } from "./generator.ts";
import { approxStringMatch, fuzzball } from "./peer.ts";
import {
  brokenLimits,
  isFalseAlarm,
  isMiss,
  isStatusRight,
  type Outcome,
  outcomesOf,
  scoreOf,
} from "./score.ts";
import { type Column, table } from "./table.ts";

const USAGE = `npm run bench:misquote -- FOLDER [--cases N] [--seed N] [--out FILE] [--score FILE] [--show N] [--sample N] [--write]

  FOLDER    transcripts and speeches: .txt, .md, .html
  --cases   cases to make, evenly over the kinds (6000)
  --seed    another seed makes other cases (1)
  --out     write the cases as JSON Lines
  --score   score predictions {id, error, status?} on these cases instead of saidso
  --show    print the first N wrong cases of every kind (0)
  --sample  the slow peers get every Nth case (10); 0 leaves them out
  --write   replace the section of bench/RESULTS.md

Exit: 0 the limits are kept, 1 they are not, 2 it could not run.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "6000" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
    score: { type: "string" },
    show: { type: "string", default: "0" },
    sample: { type: "string", default: "10" },
    write: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error(USAGE);
  process.exit(2);
}

const [count, seed, show, sample] = [values.cases, values.seed, values.show, values.sample].map(Number) as [
  number,
  number,
  number,
  number,
];
const corpus = readCorpus(folder);
const cases = generate(corpus, count, seed);
if (cases.length === 0) {
  console.error(`No cases can be made from ${folder}.`);
  process.exit(2);
}
const read = (source: Case["source"]) =>
  "file" in source ? readDocumentFile(join(folder, source.file))! : readDocumentText(source.text);
if (values.out !== undefined) writeFileSync(values.out, toLines(cases));

const columns = values.score === undefined ? checked() : predicted(values.score);
const { outcomes } = columns[0]!;
const score = scoreOf(outcomes);
const broken = brokenLimits(score);
const body = report();
console.log(body);
if (values.write)
  writeSection(join(import.meta.dirname, "../RESULTS.md"), "Misquotation", `${machine()}.\n\n${body}`);
for (const kind of KINDS)
  showWrong(outcomes.filter((outcome) => outcome.one.kind === kind.name).filter(isWrong));
console.log(broken.length === 0 ? "\nAll limits are kept." : `\nLimits not kept: ${broken.join("; ")}.`);
process.exitCode = broken.length === 0 ? 0 : 1;

function report(): string {
  const made = new Set(cases.map(({ kind }) => kind));
  const missing = KINDS.filter(({ name }) => !made.has(name)).map(({ name }) => name);
  return [
    `${cases.length} cases of ${made.size} kinds, seed ${seed}, from ${corpus.talks.length} files.`,
    table(columns),
    ...(missing.length > 0 ? [`The folder has no material for: ${missing.join(", ")}.`] : []),
    ...(columns.length > 1
      ? [`The peers, which take long on long sources, got every ${sample}th case.`]
      : []),
  ].join("\n\n");
}

function checked(): Column[] {
  const sampled = sample > 0 ? cases.filter((_, index) => index % sample === 0) : [];
  const column = (name: string, checker: Checker, given: readonly Case[]): Column => ({
    name,
    outcomes: given.map((one) => ({ one, prediction: checker(one) })),
  });
  const own = column("saidso", saidso(read), cases);
  if (sampled.length === 0) return [own];
  return [
    own,
    column("fuzzball", fuzzball(read), sampled),
    column("approx-string-match", approxStringMatch(read), sampled),
  ];
}

function predicted(file: string): Column[] {
  return [{ name: file, outcomes: outcomesOf(cases, readPredictions(readFileSync(file, "utf8"))) }];
}

function isWrong(outcome: Outcome): boolean {
  const { status } = outcome.prediction;
  return isFalseAlarm(outcome) || isMiss(outcome) || (status !== undefined && !isStatusRight(outcome));
}

function showWrong(wrong: readonly Outcome[]): void {
  for (const { one, prediction } of wrong.slice(0, show)) {
    const from = "file" in one.source ? one.source.file : "its own text";
    console.log(`\n${one.id} (${from}), credited to ${one.attribution ?? "nobody"}`);
    console.log(
      `  expected ${one.expected.status.join(" or ")}; got ${prediction.status} ${prediction.rules?.join(", ") ?? ""}`,
    );
    console.log(`  ${one.quotation.replace(/\s+/gu, " ")}`);
  }
}
