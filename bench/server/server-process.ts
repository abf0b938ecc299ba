import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const COMMAND = join(import.meta.dirname, "../../dist/bin/main.js");

/** The real command, serving an archive on a port of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** Starts it; resolves when it says where it listens. */
  static async start(archive: string): Promise<ServerProcess> {
    const args = [COMMAND, "serve", "--archive", archive, "--port", "0", "--log-level", "error"];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise<string>((resolve, reject) => {
      let told = "";
      child.stdout!.on("data", (chunk) => {
        told += chunk;
        const found = /(http:\S+)\n/u.exec(told)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it listened`)));
    });
    return new ServerProcess(child, url);
  }

  /** Bytes of memory that it had at its most. */
  peak(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB/mu.exec(status)![1]) * 1024;
  }

  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null> {
    return new Promise((resolve) => {
      this.#child.once("exit", resolve);
      this.#child.kill("SIGTERM");
    });
  }
}
