import search from "approx-string-match";
import { partial_ratio } from "fuzzball";
import { type Prepared, prepare, verify } from "../../src/core/index.ts";
import { median, medianTime, timeOf } from "./measure.ts";
import { atLeast, atMost, exactly, type Row, told } from "./row.ts";
import { inPieces, sourceText, workload } from "./workload.ts";

const RUNS = 9;
/** Quotations that the peers are timed on; their times grow with the number of quotations and nothing else. */
const APPROX_SAMPLE = 40;
const FUZZY_SAMPLE = 5;
/** Letters that may differ: what the web annotator that this library was written for allows. */
function mostErrors(quotation: string): number {
  return Math.min(256, Math.floor(quotation.length / 2));
}

const FEW = 20;
const MANY = 1000;

/** Preparing 1 MB and checking quotations in it, beside approx-string-match and fuzzball on the same strings. */
export function besidePeers(corpus: string): Row[] {
  const { text, quotations } = workload(sourceText(corpus, 1_000_000), MANY);
  return [
    ...besideApprox("1 MB in one file", [text], quotations),
    ...besideApprox("1 MB in 20 files", inPieces(text, FEW), quotations),
    fuzzy(text, quotations),
    ...eachQuotation(prepare(text), quotations),
  ];
}

function besideApprox(name: string, texts: readonly string[], quotations: readonly string[]): Row[] {
  const own = (count: number): number =>
    medianTime(RUNS, () => {
      const prepared = prepare(texts);
      for (const quotation of quotations.slice(0, count)) verify(quotation, prepared);
    });
  const sample = quotations.slice(0, APPROX_SAMPLE);
  const each = timeOf(() => sample.map((quotation) => approx(texts, quotation))) / APPROX_SAMPLE;
  const [few, many] = [own(FEW), own(MANY)];
  const prepared = prepare(texts);
  const altered = quotations.filter((quotation) => verify(quotation, prepared).status === "altered").length;
  return [
    told(`${name}: approx-string-match, a quotation (${APPROX_SAMPLE} timed)`, `${each.toFixed(1)} ms`),
    told(`${name}: prepare and verify ${FEW} quotations`, `${few.toFixed(1)} ms`),
    atLeast(`${name}: ${FEW} quotations, beside approx-string-match`, (each * FEW) / few, 15, "×"),
    told(`${name}: prepare and verify ${MANY} quotations`, `${many.toFixed(1)} ms`),
    atLeast(
      `${name}: ${MANY} quotations, beside approx-string-match (extrapolated)`,
      (each * MANY) / many,
      200,
      "×",
    ),
    // Where a text is cut into files, a quotation over a cut is one over two sources.
    ...(texts.length === 1 ? [exactly(`${name}: quotations found altered`, altered, MANY)] : []),
  ];
}

function approx(texts: readonly string[], quotation: string): number {
  return texts.filter((text) => search(text, quotation, mostErrors(quotation)).length > 0).length;
}

function fuzzy(text: string, quotations: readonly string[]): Row {
  const sample = quotations.slice(0, FUZZY_SAMPLE);
  const each = timeOf(() => sample.map((quotation) => partial_ratio(quotation, text))) / FUZZY_SAMPLE;
  return told(
    `1 MB in one file: fuzzball partial_ratio, a quotation (${FUZZY_SAMPLE} timed)`,
    `${each.toFixed(0)} ms`,
  );
}

function eachQuotation(prepared: Prepared, quotations: readonly string[]): Row[] {
  for (const quotation of quotations) verify(quotation, prepared);
  const times = quotations.map((quotation) => timeOf(() => verify(quotation, prepared)));
  const slow = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
  return [
    atMost("a quotation in 1 MB, once prepared (median)", median(times), 0.2, "ms"),
    told("a quotation in 1 MB, once prepared (99 of 100)", `${slow.toFixed(2)} ms`),
  ];
}
