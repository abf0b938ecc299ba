import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs one of this folder's scripts in a process of its own, so that its memory and its caches are its own: it gets
 * `input` as a JSON file, its first argument, and writes its answer as JSON to the second.
 */
export function inChild<Answer>(script: string, input: unknown, args: readonly string[] = []): Answer {
  const folder = mkdtempSync(join(tmpdir(), "saidso-bench-"));
  const [asked, answered] = [join(folder, "asked.json"), join(folder, "answered.json")];
  try {
    writeFileSync(asked, JSON.stringify(input));
    execFileSync(process.execPath, [...args, join(import.meta.dirname, script), asked, answered], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, NODE_NO_WARNINGS: "1" },
    });
    return JSON.parse(readFileSync(answered, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What such a script does: reads its input, answers it. */
export function answer<Input>(reply: (input: Input) => unknown): void {
  const [asked, answered] = process.argv.slice(2);
  writeFileSync(answered!, JSON.stringify(reply(JSON.parse(readFileSync(asked!, "utf8")))));
}

/** The value below which `share` of the sorted or unsorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
