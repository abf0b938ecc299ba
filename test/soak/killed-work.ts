import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Work, WorkKind } from "./archive-work.ts";

/** When to kill: so many milliseconds after the work of a kind has begun for the `nth` time. */
export interface Aim {
  readonly kind: WorkKind;
  readonly nth: number;
  readonly delay: number;
}

/** What a child said before it was killed. */
export interface KilledWork {
  readonly done: readonly Work[];
  /** What was begun and not told to be done; null where it was killed between two works. */
  readonly pending: Work | null;
  /** What the child complained of; empty in a sound run. */
  readonly complaint: string;
  /** Milliseconds that work took, by kind, as it was told. */
  readonly lasted: ReadonlyMap<WorkKind, number>;
}

const child = fileURLToPath(new URL("./working-child.ts", import.meta.url));
/** No run lasts longer, whatever it aims at. */
const LONGEST = 20_000;

/** Lets a child work on an archive and kills it (SIGKILL) as aimed. */
export async function killedWork(path: string, seed: number, aim: Aim): Promise<KilledWork> {
  const running = spawn(process.execPath, [child, path, String(seed)], { stdio: ["ignore", "pipe", "pipe"] });
  const kill = (): boolean => running.kill("SIGKILL");
  const end = setTimeout(kill, LONGEST);
  const done: Work[] = [];
  const lasted = new Map<WorkKind, number>();
  let pending: Work | null = null;
  let [began, left, complaint] = [0, aim.nth, ""];
  running.stderr.on("data", (data) => {
    complaint += data;
  });
  const closed = new Promise((resolve) => running.once("close", resolve));
  for await (const line of createInterface({ input: running.stdout })) {
    const told = parsed(line);
    if (told === null) break;
    if ("begun" in told) {
      [pending, began] = [told.begun, performance.now()];
      if (pending.kind === aim.kind && --left === 0) setTimeout(kill, aim.delay);
    } else if (pending !== null) {
      lasted.set(pending.kind, performance.now() - began);
      done.push(pending);
      pending = null;
    }
  }
  await closed;
  clearTimeout(end);
  return { done, pending, complaint, lasted };
}

/** A line that the kill did not cut. */
function parsed(line: string): { begun: Work } | { done: true } | null {
  try {
    return JSON.parse(line) as { begun: Work } | { done: true };
  } catch {
    return null;
  }
}
