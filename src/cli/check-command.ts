import { check, checkSelf, isSelfContained, type Report, type Shelf, shelve } from "../check/index.ts";
import { readDocument } from "../documents/index.ts";
import { outputColors } from "./colors.ts";
import { Exit, Failure } from "./failure.ts";
import { github } from "./github.ts";
import { type Input, readInput } from "./input.ts";
import { printableJson } from "./json.ts";
import { readLibrary } from "./library.ts";
import { pretty } from "./pretty.ts";
import { progressLine } from "./progress.ts";

export type Format = "pretty" | "json" | "github";
export type FailOn = "error" | "warning" | "never";

export interface CheckOptions {
  readonly against: readonly string[];
  readonly format: Format;
  readonly failOn: FailOn;
  readonly quiet: boolean;
  /** Bytes. */
  readonly maxSize: number;
}

/** `saidso check FILE… [--against PATH]…`: checks each file, prints the reports, answers the exit code. */
export function checkCommand(files: readonly string[], options: CheckOptions): number {
  const inputs = files.map((file) => readInput(file, options.maxSize));
  const shelf = options.against.length === 0 ? null : readShelf(files, options);
  const reports = inputs.map((input) => (shelf === null ? selfReport(input) : check(input, shelf)));
  const text = rendered(reports, options);
  if (text !== "") process.stdout.write(`${text}\n`);
  return exitCode(reports, options.failOn);
}

function readShelf(files: readonly string[], { against, maxSize }: CheckOptions): Shelf {
  const progress = progressLine(process.stderr, "reading sources");
  const documents = readLibrary(against, {
    maxSize,
    except: files,
    progress: progress.step,
    skipped: (reason) => process.stderr.write(`saidso: skipped ${reason}\n`),
    told: (note) => process.stderr.write(`saidso: ${note}\n`),
  });
  progress.clear();
  return shelve(documents);
}

function selfReport(input: Input): Report {
  const document = readDocument(input.text, input.name);
  if (!isSelfContained(document))
    throw new Failure(
      "no-sources",
      input.name,
      "is no dispatch with a speaker's words, so it cannot be checked against itself; name its sources with --against.",
    );
  return checkSelf(input, document);
}

function rendered(reports: readonly Report[], { format, quiet }: CheckOptions): string {
  if (format === "json") return printableJson(reports.length === 1 ? reports[0] : reports);
  if (format === "github")
    return reports
      .map(github)
      .filter((text) => text !== "")
      .join("\n");
  const colors = outputColors();
  return reports.map((report) => pretty(report, { colors, quiet })).join("\n\n");
}

function exitCode(reports: readonly Report[], failOn: FailOn): number {
  const errors = reports.some(({ summary }) => summary.problems.error > 0);
  const warnings = reports.some(({ summary }) => summary.problems.warning > 0);
  if (failOn === "never") return Exit.clean;
  return errors || (failOn === "warning" && warnings) ? Exit.findings : Exit.clean;
}
