import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { HOSTILE_INPUTS } from "./hostile-input.ts";
import { format, type Row } from "./row.ts";

const MOST_TIME = 2000;
const MOST_MEMORY = 500;

/** Hostile inputs, each in a process of its own: time from start to exit, and peak memory. */
export function hostile(): Row[] {
  return Object.entries(HOSTILE_INPUTS).map(([name, { expected }]) => {
    const start = performance.now();
    const script = join(import.meta.dirname, "hostile-input.ts");
    const child = spawnSync(process.execPath, [script, name], { encoding: "utf8", timeout: 60_000 });
    const time = performance.now() - start;
    if (child.status !== 0)
      return {
        name,
        measured: `failed: ${child.stderr.trim().split("\n").at(-1) ?? child.signal}`,
        limit: expected,
        kept: false,
      };
    const { found, kilobytes } = JSON.parse(child.stdout) as { found: string; kilobytes: number };
    const memory = kilobytes / 1024;
    return {
      name,
      measured: `${format(Math.round(time), "ms")}, ${format(Math.round(memory), "MB")}, ${found}`,
      limit: `≤ ${MOST_TIME} ms, ≤ ${MOST_MEMORY} MB, ${expected}`,
      kept: time <= MOST_TIME && memory <= MOST_MEMORY && found === expected,
    };
  });
}
