import { once } from "node:events";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { attempt, STDIN } from "./input.ts";

/** Where lines go. */
export interface LineOutput {
  /** Writes a line with its end; false where nobody takes any more. */
  write(line: string): boolean | Promise<boolean>;
  /** All is written: a file takes its place. */
  finish(): void;
  /** Lets go of what is not finished. */
  abandon(): void;
}

/** Standard output for `-`, else a file, which is written beside and takes its place when it is whole. */
export function lineOutput(path: string): LineOutput {
  return path === STDIN ? standardOutput() : fileOutput(path);
}

function standardOutput(): LineOutput {
  const { stdout } = process;
  return {
    write: async (line) => {
      if (stdout.destroyed || stdout.errored !== null) return false;
      if (!stdout.write(`${line}\n`))
        await Promise.race([once(stdout, "drain"), once(stdout, "close")]).catch(() => {});
      return !stdout.destroyed && stdout.errored === null;
    },
    finish() {},
    abandon() {},
  };
}

function fileOutput(path: string): LineOutput {
  const made = `${path}.${process.pid}.part`;
  const file = attempt(path, () => openSync(made, "wx"));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write(line) {
      const bytes = Buffer.from(`${line}\n`);
      for (let done = 0; done < bytes.length; ) done += attempt(path, () => writeSync(file, bytes, done));
      return true;
    },
    finish: () =>
      attempt(path, () => {
        fsyncSync(file);
        close();
        renameSync(made, path);
      }),
    abandon() {
      close();
      rmSync(made, { force: true });
    },
  };
}
