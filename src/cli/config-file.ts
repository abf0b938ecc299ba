import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Config } from "../policy/index.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { Failure } from "./failure.ts";
import { attempt } from "./input.ts";
import { REPORT_FORMATS } from "./report-format.ts";

/** The configuration's name. */
export const CONFIG_NAME = "saidso.config.json";

/** A configuration and where it stands. */
export interface ConfigFile {
  readonly path: string;
  readonly config: Config<typeof REPORT_FORMATS>;
}

/**
 * The configuration that is named, or the one in the current folder or the nearest above it; null where there is none, or
 * none is wanted (`false`). Throws a {@link Failure} for one that is missing or says what it may not.
 */
export async function configFile(named: string | false | undefined): Promise<ConfigFile | null> {
  const path = named === false ? null : (named ?? nearestConfig());
  if (path === null) return null;
  const text = attempt(path, () => readFileSync(path, "utf8"));
  // Loaded here: a check without a configuration does not wait for what reads one.
  const { readConfig } = await import("../policy/config.ts");
  return { path, config: policed("config", path, () => readConfig(text, REPORT_FORMATS)) };
}

/** Looked for from the current folder upward, as those who run linters expect: where a file lies changes no rule. */
function nearestConfig(): string | null {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME);
    if (existsSync(path)) return relative("", path);
    if (folder === dirname(folder)) return null;
  }
}

/** A path of the configuration as it is seen from the current folder. */
export function pathFrom(file: ConfigFile, path: string): string {
  return relative("", resolve(dirname(file.path), path)) || ".";
}

/** Reads a policy's file; what is wrong in it is thrown as a {@link Failure} of one line. */
export function policed<T>(code: "config" | "baseline", path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new Failure(code, path, error.message);
  }
}
