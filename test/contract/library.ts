import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../../src/archive/index.ts";
import { entry } from "./entries.ts";

const root = join(import.meta.dirname, "../..");

/** All sources of the samples and of the cases: every form, many scripts, encodings and formats. */
export function library(): Entry[] {
  return [...below("samples/sources"), ...below("test/cases")].map((path) =>
    entry(path.split("/").at(-1)!, readFileSync(join(root, path)), path),
  );
}

function below(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /(?:^|\/)(?:[^/]*\.(?:txt|md|html))$/u.test(path))
    .sort()
    .map((path) => join(folder, path));
}
