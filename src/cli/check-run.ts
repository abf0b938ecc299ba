import type { Report } from "../check/index.ts";
import { withIgnores } from "../policy/ignored.ts";
import { withPlainRemarks } from "../policy/plain-remarks.ts";
import { withLevels } from "../policy/rule-levels.ts";
import type { CheckSettings, FailOn } from "./check-settings.ts";
import { type CheckedInput, type Checker, withChecker } from "./checker.ts";
import { Exit, Failure } from "./failure.ts";
import { readInputs, STDIN } from "./input.ts";
import { renderedReports } from "./report-format.ts";
import { tell } from "./stderr-line.ts";

/** Checks the files once as the settings say and prints what is found; answers the exit code. */
export async function checkRun(files: readonly string[], settings: CheckSettings): Promise<number> {
  const named = files.filter((file) => !settings.isLeftOut(file));
  for (const file of files)
    if (settings.isLeftOut(file)) tell(`${file}: left out, as ${settings.configPath} says.`);
  // A list of no reports is a list: whoever reads it finds what he expects.
  if (named.length === 0) return printed([], [], settings);
  if (settings.fix !== null && named.includes(STDIN))
    throw new Failure("usage", STDIN, "standard input cannot be mended; save it as a file and name that.");
  return withChecker(named, settings, async (check) => {
    const inputs = readChecked(named, settings);
    const found = inputs.map(check);
    if (settings.fix !== null) {
      const { mendTypography } = await import("./check-fix.ts");
      const isPrinted = mendTypography(inputs, found, check, settings);
      if (isPrinted) return exitCode(await policed(inputs, found, settings), settings.failOn);
      return print(readChecked(named, settings), check, settings);
    }
    return printed(inputs, found, settings);
  });
}

function print(inputs: readonly CheckedInput[], check: Checker, settings: CheckSettings): Promise<number> {
  return printed(inputs, inputs.map(check), settings);
}

async function printed(
  inputs: readonly CheckedInput[],
  found: readonly Report[],
  settings: CheckSettings,
): Promise<number> {
  const reports = await policed(inputs, found, settings);
  const text = await renderedReports(inputs, reports, settings);
  if (text !== "") process.stdout.write(`${text}\n`);
  return exitCode(reports, settings.failOn);
}

/** The reports as the house wants them told: first what the texts say themselves, then its levels, then what is known. */
async function policed(
  inputs: readonly CheckedInput[],
  found: readonly Report[],
  settings: CheckSettings,
): Promise<Report[]> {
  const told = found.map((report, i) => withLevels(withIgnores(report, inputs[i]!.text), settings.rules));
  if (settings.baseline === null && settings.writeBaseline === null) return told;
  const { baselined } = await import("./baseline-file.ts");
  return baselined(told, settings);
}

/** The texts of the files: a file may hold several. */
function readChecked(files: readonly string[], { maxSize, house }: CheckSettings): CheckedInput[] {
  return files
    .flatMap((name) => readInputs(name, maxSize))
    .map((input) => ({ ...input, text: withPlainRemarks(input.text), house }));
}

function exitCode(reports: readonly Report[], failOn: FailOn): number {
  const errors = reports.some(({ summary }) => summary.problems.error > 0);
  const warnings = reports.some(({ summary }) => summary.problems.warning > 0);
  if (failOn === "never") return Exit.clean;
  return errors || (failOn === "warning" && warnings) ? Exit.findings : Exit.clean;
}
