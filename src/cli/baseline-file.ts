import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { Report } from "../check/index.ts";
import {
  type Baseline,
  type BaselineEntry,
  baselineText,
  entriesOf,
  readBaseline,
  withBaseline,
} from "../policy/index.ts";
import type { CheckSettings } from "./check-settings.ts";
import { policed } from "./config-file.ts";
import { counted } from "./count.ts";
import { Failure } from "./failure.ts";
import { attempt, STDIN } from "./input.ts";
import { tell } from "./stderr-line.ts";
import { writeWhole } from "./whole-file.ts";

/** The reports with the problems marked that the baseline knows, which is written first where that is asked for. */
export function baselined(
  reports: readonly Report[],
  { baseline, writeBaseline }: Pick<CheckSettings, "baseline" | "writeBaseline">,
): Report[] {
  if (writeBaseline !== null) return written(reports, writeBaseline);
  return baseline === null ? [...reports] : compared(reports, readFile(baseline), baseline);
}

function written(reports: readonly Report[], path: string): Report[] {
  const before: Baseline = existsSync(path) ? readFile(path) : new Map();
  compared(reports, before, path);
  const checked = new Map(reports.map((report) => [nameIn(path, report.text.name), entriesOf(report)]));
  // What was not checked now is not known to be mended; a file that is gone has nothing to be known.
  const others = [...before].filter(([name]) => !checked.has(name) && isThere(path, name));
  const baseline: Baseline = new Map([...others, ...checked]);
  writeWhole(path, baselineText(baseline));
  const known = [...checked.values()].flat().reduce((sum, { count }) => sum + count, 0);
  tell(`${path}: ${counted(known, "problem")} written.`);
  return compared(reports, baseline, path);
}

/** Marks what is known, and tells the entries that nothing answers to any more. */
function compared(reports: readonly Report[], baseline: Baseline, path: string): Report[] {
  return reports.map((report) => {
    const found = withBaseline(report, baseline.get(nameIn(path, report.text.name)) ?? []);
    tellStale(path, report.text.name, found.stale);
    return found.report;
  });
}

function tellStale(path: string, name: string, stale: readonly BaselineEntry[]): void {
  for (const { rule, quotation, count } of stale) {
    const times = count === 1 ? "" : `${count} times `;
    tell(
      `${path}: ${name} no longer has ${times}${rule} in “${shortened(quotation)}”; --write-baseline drops it.`,
    );
  }
}

const SHORT = 60;

function shortened(words: string): string {
  return words.length <= SHORT ? words : `${words.slice(0, SHORT)}…`;
}

/** A file's name in a baseline: its path from the baseline's folder, so that it means the same wherever the command is run. */
function nameIn(path: string, name: string): string {
  return name === STDIN ? name : relative(dirname(resolve(path)), resolve(name)).replaceAll("\\", "/");
}

function isThere(path: string, name: string): boolean {
  return name === STDIN || existsSync(resolve(dirname(resolve(path)), name));
}

function readFile(path: string): Baseline {
  if (!existsSync(path)) throw new Failure("not-found", path, "no such baseline; --write-baseline makes it.");
  const text = attempt(path, () => readFileSync(path, "utf8"));
  return policed("baseline", path, () => readBaseline(text));
}
