import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { median, timeOf } from "./measure.ts";
import { atMost, exactly, type Row } from "./row.ts";

const RUNS = 10;
const MOST_TIME = 300;
const STORY = "slow-trades";

/** The command on a sample, from start to exit, as a user runs it. */
export function command(): Row[] {
  const root = join(import.meta.dirname, "../..");
  const main = join(root, "dist/bin/main.js");
  const name = `saidso check samples/stories/${STORY}.md --against samples/sources`;
  const run = () => {
    const given = [
      "check",
      `samples/stories/${STORY}.md`,
      "--against",
      "samples/sources",
      "--format",
      "json",
    ];
    return spawnSync(process.execPath, [main, ...given], { cwd: root, encoding: "utf8" });
  };
  const first = existsSync(main) ? run() : null;
  if (first === null || (first.status !== 0 && first.status !== 1))
    return [{ name, measured: "not built yet: npm run prepare", limit: `≤ ${MOST_TIME} ms`, kept: false }];
  const { findings } = JSON.parse(first.stdout) as { findings: unknown[] };
  const sample = JSON.parse(readFileSync(join(root, `samples/expected/${STORY}.json`), "utf8"));
  return [
    atMost(
      `${name} (median of ${RUNS})`,
      median(Array.from({ length: RUNS }, () => timeOf(run))),
      MOST_TIME,
      "ms",
    ),
    exactly("its findings", findings.length, (sample as { findings: unknown[] }).findings.length),
  ];
}
