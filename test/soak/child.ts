import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a child process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A child process that runs a script. */
export interface Child {
  readonly ended: Promise<Ended>;
  /** Resolves when it prints a line of these words, or ends. */
  told(line: string): Promise<unknown>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a script, by its path from this folder, with arguments. */
export function child(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const running = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  const awaited = new Map<string, () => void>();
  running.stdout.on("data", (data) => {
    out += data;
    for (const [line, resolve] of awaited) if (`\n${out}`.includes(`\n${line}\n`)) resolve();
  });
  running.stderr.on("data", (data) => {
    err += data;
  });
  const ended = new Promise<Ended>((resolve) => {
    running.once("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return {
    ended,
    told: (line) => Promise.race([ended, new Promise<void>((resolve) => awaited.set(line, resolve))]),
    kill: (signal) => running.kill(signal),
  };
}
