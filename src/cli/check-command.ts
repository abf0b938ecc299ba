import { checkRun } from "./check-run.ts";
import { checkSettings, type GivenOptions } from "./check-settings.ts";

/** `saidso check FILE… [--against PATH]…`: checks each file, prints the reports, answers the exit code. */
export async function checkCommand(files: readonly string[], given: GivenOptions): Promise<number> {
  if (given.watch === true) return (await import("./check-watch.ts")).checkWatch(files, given);
  return checkRun(files, await checkSettings(given));
}
