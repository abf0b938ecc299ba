import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { DamageKind } from "./damage-kind.ts";
import type { DamageOutcome } from "./damage-outcome.ts";

export interface DamageTrial {
  readonly kind: DamageKind;
  readonly seed: number;
}

/** A trial and what came of it, or how the process ended in the midst of it. */
export interface DamageResult extends DamageTrial {
  readonly outcome: DamageOutcome | string;
}

const child = fileURLToPath(new URL("./damaging-child.ts", import.meta.url));
/** Milliseconds after which a trial hangs: twenty times what one takes. */
const HANGS = 60_000;

/** Tries damages on an archive, in other processes, since a damage may end or stop one. */
export async function damageResults(
  base: string,
  quotations: number,
  trials: readonly DamageTrial[],
): Promise<DamageResult[]> {
  const results: DamageResult[] = [];
  while (results.length < trials.length) {
    const left = trials.slice(results.length);
    const { outcomes, end } = await outcomesOf(base, quotations, left);
    outcomes.forEach((outcome, i) => {
      results.push({ ...left[i]!, outcome });
    });
    if (outcomes.length < left.length) results.push({ ...left[outcomes.length]!, outcome: end });
  }
  return results;
}

/** Outcomes until the process ended, and how it did. */
async function outcomesOf(
  base: string,
  quotations: number,
  trials: readonly DamageTrial[],
): Promise<{ outcomes: DamageOutcome[]; end: string }> {
  const args = [child, base, String(quotations), JSON.stringify(trials)];
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const outcomes: DamageOutcome[] = [];
  let complaint = "";
  running.stderr.on("data", (data) => {
    complaint += data;
  });
  const closed = new Promise((resolve) => {
    running.once("close", (code, signal) =>
      resolve(`the process ended with ${signal ?? code}: ${complaint}`),
    );
  });
  const hang = setTimeout(() => running.kill("SIGKILL"), HANGS);
  for await (const line of createInterface({ input: running.stdout })) {
    outcomes.push(JSON.parse(line) as DamageOutcome);
    hang.refresh();
  }
  const end = String(await closed);
  clearTimeout(hang);
  return { outcomes, end };
}
