import { archivePath, isUsed } from "./archive-path.ts";
import { checkRun } from "./check-run.ts";
import { type CheckSettings, checkSettings, type GivenOptions } from "./check-settings.ts";
import { CONFIG_NAME } from "./config-file.ts";
import { counted } from "./count.ts";
import { Exit, Failure } from "./failure.ts";
import { FileWatch } from "./file-watch.ts";
import { STDIN } from "./input.ts";
import { tell } from "./stderr-line.ts";

/**
 * Checks the files now and whenever one of them, a source, the configuration or the baseline changes, until somebody ends
 * it (Ctrl-C, SIGTERM). Answers the exit code of the last check. What keeps a check from running is told, and waited out.
 */
export async function checkWatch(files: readonly string[], given: GivenOptions): Promise<number> {
  refuse(files, given);
  const ending = new AbortController();
  const end = (): void => ending.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  try {
    let code: number = Exit.clean;
    while (!ending.signal.aborted) {
      const paths = await watchedPaths(files, given);
      const watch = new FileWatch(paths);
      code = await attempted(() => checkSettings(given).then((settings) => checkRun(files, settings)));
      if (ending.signal.aborted) break;
      tell(`${time()} checked; watching ${counted(paths.length, "path")}, Ctrl-C ends.`);
      await watch.changed(ending.signal);
    }
    return code;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
  }
}

function refuse(files: readonly string[], { fix, writeBaseline }: GivenOptions): void {
  if (files.includes(STDIN))
    throw new Failure("usage", STDIN, "standard input does not change; save it as a file and name that.");
  const writes = fix === true ? "--fix" : writeBaseline !== undefined ? "--write-baseline" : null;
  if (writes !== null)
    throw new Failure("usage", writes, "does not go with --watch; run it once, by itself.");
}

/** Runs a check; what it cannot do is told in one line, and makes its exit code. */
async function attempted(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell(error.message);
    return Exit.failed;
  }
}

/** All that a check reads. Where the configuration is broken, itself and what was given. */
async function watchedPaths(files: readonly string[], given: GivenOptions): Promise<string[]> {
  const settings = await settingsOf(given);
  const config = given.config === false ? [] : [settings?.configPath ?? (given.config || CONFIG_NAME)];
  const baseline = settings?.baseline ?? given.baseline;
  const sources = settings?.against ?? given.against ?? [];
  const archive = archivePath(settings?.archive);
  const held = sources.length === 0 && isUsed(archive) ? [archive.path] : [];
  return [
    ...new Set([
      ...files,
      ...sources,
      ...held,
      ...config,
      ...(baseline === undefined || baseline === null ? [] : [baseline]),
    ]),
  ];
}

async function settingsOf(given: GivenOptions): Promise<CheckSettings | null> {
  try {
    return await checkSettings(given);
  } catch {
    return null;
  }
}

/** Hours, minutes and seconds where the user is. */
function time(): string {
  return new Date().toTimeString().slice(0, 8);
}
