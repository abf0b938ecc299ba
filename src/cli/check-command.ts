import { resolve } from "node:path";
import {
  archiveHoldings,
  check,
  checkSelf,
  isSelfContained,
  type Report,
  type Shelf,
  shelve,
} from "../check/index.ts";
import { checkHeld } from "../desk/check-text.ts";
import { readDocument } from "../documents/index.ts";
import { archivePath, isUsed } from "./archive-path.ts";
import { Exit, Failure } from "./failure.ts";
import { type Input, readInputs } from "./input.ts";
import { readLibrary } from "./library.ts";
import { progressLine } from "./progress.ts";
import { type ReportFormat, renderedReports } from "./report-format.ts";
import { tell } from "./stderr-line.ts";

export type FailOn = "error" | "warning" | "never";

export interface CheckOptions {
  readonly against: readonly string[];
  readonly archive?: string;
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly quiet: boolean;
  /** Bytes. */
  readonly maxSize: number;
}

/** `saidso check FILE… [--against PATH]…`: checks each file, prints the reports, answers the exit code. */
export async function checkCommand(files: readonly string[], options: CheckOptions): Promise<number> {
  const inputs = files.flatMap((file) => readInputs(file, options.maxSize));
  const reports = await reportsOf(files, inputs, options);
  const text = await renderedReports(inputs, reports, options);
  if (text !== "") process.stdout.write(`${text}\n`);
  return exitCode(reports, options.failOn);
}

/** Sources that are named win; then the archive, if there is one; else each text is its own source. */
async function reportsOf(
  files: readonly string[],
  inputs: readonly Input[],
  options: CheckOptions,
): Promise<Report[]> {
  if (options.against.length > 0 && options.archive !== undefined)
    throw new Failure("usage", "--archive", "does not go with --against; name the archive or the sources.");
  if (options.against.length > 0) {
    const shelf = readShelf(files, options);
    return inputs.map((input) => check(input, shelf));
  }
  const archive = archivePath(options.archive);
  if (!isUsed(archive)) return inputs.map(selfReport);
  // Loaded here, so that a check without an archive never waits for the store.
  const { withArchive } = await import("./store.ts");
  return withArchive(archive.path, { readOnly: true }, (held) => {
    const holdings = archiveHoldings(held);
    return inputs.map((input) => checkHeld({ ...input, origin: resolve(input.name) }, holdings));
  });
}

function readShelf(files: readonly string[], { against, maxSize }: CheckOptions): Shelf {
  const progress = progressLine(process.stderr, "reading sources");
  const documents = readLibrary(against, {
    maxSize,
    except: files,
    progress: progress.step,
    skipped: (reason) => tell(`skipped ${reason}`),
    told: tell,
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
      "is no dispatch with a speaker's words, so it cannot be checked against itself; `saidso add` its sources, or name them with --against.",
    );
  return checkSelf(input, document);
}

function exitCode(reports: readonly Report[], failOn: FailOn): number {
  const errors = reports.some(({ summary }) => summary.problems.error > 0);
  const warnings = reports.some(({ summary }) => summary.problems.warning > 0);
  if (failOn === "never") return Exit.clean;
  return errors || (failOn === "warning" && warnings) ? Exit.findings : Exit.clean;
}
