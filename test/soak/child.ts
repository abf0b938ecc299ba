import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a child process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A child process that runs a script of this folder. */
export interface Child {
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a script of this folder, or the file of that path, with arguments. */
export function child(script: string, args: readonly string[]): Child {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const running = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  running.stdout.on("data", (data) => {
    out += data;
  });
  running.stderr.on("data", (data) => {
    err += data;
  });
  const ended = new Promise<Ended>((resolve) => {
    running.once("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { ended, kill: (signal) => running.kill(signal) };
}
