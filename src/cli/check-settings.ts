import { relative, resolve } from "node:path";
import { Aliases, type House } from "../check/index.ts";
import { STYLES } from "../core/index.ts";
import { globPattern } from "../policy/glob.ts";
import type { RuleLevels, Typography } from "../policy/index.ts";
import { type ConfigFile, configFile, pathFrom } from "./config-file.ts";
import { Failure } from "./failure.ts";
import { STDIN } from "./input.ts";
import type { ReportFormat } from "./report-format.ts";

export type FailOn = "error" | "warning" | "never";

/** The options of `check` that somebody gave. */
export interface GivenOptions {
  readonly against?: readonly string[];
  readonly archive?: string;
  /** `false`: none is read. */
  readonly config?: string | false;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix?: boolean;
  readonly write?: boolean;
  readonly watch?: boolean;
  readonly format?: ReportFormat;
  readonly failOn?: FailOn;
  readonly quiet?: boolean;
  /** Bytes. */
  readonly maxSize?: number;
}

/** How a check is run: what was given, else what the configuration says, else what is usual. */
export interface CheckSettings {
  readonly against: readonly string[];
  readonly archive: string | undefined;
  readonly house: House;
  readonly rules: RuleLevels;
  readonly typography: Typography;
  readonly baseline: string | null;
  readonly writeBaseline: string | null;
  readonly fix: "show" | "write" | null;
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly quiet: boolean;
  /** Bytes. */
  readonly maxSize: number;
  /** Whether a file is left out though it is named. */
  readonly isLeftOut: (file: string) => boolean;
  /** The configuration's file; null where none is read. */
  readonly configPath: string | null;
}

/** Bytes above which a file is refused where nothing else is said. */
export const MAX_SIZE = 64 * 2 ** 20;

/** Settles the options. Throws a {@link Failure} where they contradict each other, or the configuration is none. */
export async function checkSettings(given: GivenOptions): Promise<CheckSettings> {
  const file = await configFile(given.config);
  const config = file?.config ?? {};
  const from = (path: string | undefined): string | undefined =>
    file === null || path === undefined ? undefined : pathFrom(file, path);
  if (given.write === true && given.fix !== true)
    throw new Failure("usage", "--write", "writes what --fix mends; give --fix with it.");
  return {
    ...holdingsOf(given, config.sources?.map((path) => from(path)!) ?? [], from(config.archive)),
    house: { style: STYLES[config.style ?? "chicago"], aliases: new Aliases(config.names ?? []) },
    rules: config.rules ?? {},
    typography: config.typography ?? {},
    baseline: given.baseline ?? from(config.baseline) ?? null,
    writeBaseline: given.writeBaseline ?? null,
    fix: given.fix !== true ? null : given.write === true ? "write" : "show",
    format: given.format ?? config.format ?? "pretty",
    failOn: given.failOn ?? config.failOn ?? "error",
    quiet: given.quiet ?? false,
    maxSize: given.maxSize ?? (config.maxSize === undefined ? MAX_SIZE : config.maxSize * 2 ** 20),
    isLeftOut: leftOut(file),
    configPath: file?.path ?? null,
  };
}

/** Sources or an archive that are given win over the configuration's, and the environment's archive over its archive. */
function holdingsOf(
  given: GivenOptions,
  sources: readonly string[],
  archive: string | undefined,
): Pick<CheckSettings, "against" | "archive"> {
  const against = given.against ?? [];
  if (against.length > 0 && given.archive !== undefined)
    throw new Failure("usage", "--archive", "does not go with --against; name the archive or the sources.");
  if (against.length > 0 || given.archive !== undefined) return { against, archive: given.archive };
  if (sources.length > 0) return { against: sources, archive: undefined };
  return { against, archive: process.env.SAIDSO_ARCHIVE ? undefined : archive };
}

function leftOut(file: ConfigFile | null): (name: string) => boolean {
  const patterns = (file?.config.ignore ?? []).map(globPattern);
  if (file === null || patterns.length === 0) return () => false;
  const folder = resolve(file.path, "..");
  return (name) => {
    const path = relative(folder, resolve(name)).replaceAll("\\", "/");
    return name !== STDIN && patterns.some((pattern) => pattern.test(path));
  };
}
