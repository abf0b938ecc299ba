import { execFileSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What `npx saidso` runs: tests that start processes and threads start these, as users do. */
const root = fileURLToPath(new URL("..", import.meta.url));

/** The bundled command. */
export const MAIN = join(root, "dist/bin/main.js");
/** The bundled thread of the server. */
export const DESK_WORKER = pathToFileURL(join(root, "dist/bin/desk-worker.js"));

/** Run once before all tests: builds dist/ where a source is newer. Two seconds; a stale build would test something else. */
export default function build(): void {
  const newest = Math.max(
    ...globSync("src/**/*.{ts,css,json}", { cwd: root }).map((file) => changed(join(root, file))),
  );
  if (changed(MAIN) > newest) return;
  const node = (...args: string[]): void => {
    execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  };
  node("node_modules/typescript/bin/tsc", "-b");
  node("scripts/bundle.ts");
}

function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
