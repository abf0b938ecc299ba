import { spawn } from "node:child_process";
import { join } from "node:path";
import { MAIN } from "../built.ts";
import { ROOT } from "./room.ts";

/** What the command prints, run in a folder of the project, whatever it exits with. */
export function printed(folder: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: join(ROOT, folder),
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let out = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.once("error", reject);
    child.once("close", () => resolve(out));
  });
}
