import { once } from "node:events";
import { STDIN } from "./input.ts";
import { openWhole } from "./whole-file.ts";

/** Where lines go. */
export interface LineOutput {
  /** Writes a line with its end; false where nobody takes any more. */
  write(line: string): boolean | Promise<boolean>;
  /** All is written: a file takes its place. */
  finish(): void;
  /** Lets go of what is not finished. */
  abandon(): void;
}

/** Standard output for `-`, else a file, which takes its place when it is whole. */
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
  const { write, finish, abandon } = openWhole(path);
  return {
    write(line) {
      write(Buffer.from(`${line}\n`));
      return true;
    },
    finish,
    abandon,
  };
}
