import { fork, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MAIN } from "../built.ts";

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `saidso` in a folder. */
export function runIn(
  folder: string,
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Record<string, string> } = {},
): Run {
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 26,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** A new folder with these files. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "saidso-archive-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A dispatch as a desk writes it, with one answer. */
export function dispatch(number: number, answer: string, more = ""): string {
  return [
    `May ${(number % 27) + 1}, 2019 Special Dispatch No. ${number}`,
    "",
    `Ferry Master Orla Finch In Interview: The Crossing Of Day ${number}`,
    "",
    `May ${(number % 27) + 1}, 2019`,
    `Ferries & Crossings | Special Dispatch No. ${number}`,
    "",
    `In an April 2, 2019 interview with the Low Tessim Courier daily, Orla Finch, master of the night ferry, spoke about the crossing.${more}`,
    "",
    "Orla Finch (Image: Low Tessim Courier, April 2, 2019)",
    "",
    "The following are excerpts from the interview:",
    "",
    'Q: "What do the passengers ask you?"',
    "",
    `A: "${answer}"`,
    "",
  ].join("\n");
}

/** A process that runs one command after another, as `saidso` does each: most of a short command is starting Node.js. */
export class CommandProcess {
  readonly #child = fork(fileURLToPath(new URL("serve-commands.ts", import.meta.url)), { stdio: "inherit" });

  /** Runs a command; the one before must have ended. */
  run(folder: string, args: readonly string[]): Promise<Run> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void =>
        reject(new Error(`saidso ${args.join(" ")} ended its process with ${code}`));
      this.#child.once("exit", ended);
      this.#child.once("message", (run: Run) => {
        this.#child.off("exit", ended);
        resolve(run);
      });
      this.#child.send({ folder, args });
    });
  }

  close(): void {
    this.#child.removeAllListeners();
    this.#child.kill();
  }
}
