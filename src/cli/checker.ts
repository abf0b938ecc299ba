import { resolve } from "node:path";
import {
  archiveHoldings,
  check,
  checkSelf,
  type House,
  isSelfContained,
  type Report,
  type Shelf,
  shelve,
} from "../check/index.ts";
import { checkHeld } from "../desk/check-text.ts";
import { readDocument } from "../documents/index.ts";
import { archivePath, isUsed } from "./archive-path.ts";
import type { CheckSettings } from "./check-settings.ts";
import { Failure } from "./failure.ts";
import type { Input } from "./input.ts";
import { readLibrary } from "./library.ts";
import { progressLine } from "./progress.ts";
import { tell } from "./stderr-line.ts";

/** A file to be checked, and its house's rules. */
export interface CheckedInput extends Input {
  readonly house: House;
}

/** Checks one text. */
export type Checker = (input: CheckedInput) => Report;

/**
 * Gives `use` what checks a text: against the sources named, else the archive, if there is one; else each text is its own
 * source. `files` are checked, and so are no sources.
 */
export async function withChecker<T>(
  files: readonly string[],
  settings: Pick<CheckSettings, "against" | "archive" | "maxSize">,
  use: (check: Checker) => Promise<T>,
): Promise<T> {
  if (settings.against.length > 0) {
    const shelf = readShelf(files, settings);
    return use((input) => check(input, shelf));
  }
  const archive = archivePath(settings.archive);
  if (!isUsed(archive)) return use(selfReport);
  // Loaded here, so that a check without an archive never waits for the store.
  const { withArchive } = await import("./store.ts");
  return withArchive(archive.path, { readOnly: true }, (held) => {
    const holdings = archiveHoldings(held);
    return use((input) => checkHeld({ ...input, origin: resolve(input.name) }, holdings));
  });
}

function readShelf(
  files: readonly string[],
  { against, maxSize }: Pick<CheckSettings, "against" | "maxSize">,
): Shelf {
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

function selfReport(input: CheckedInput): Report {
  const document = readDocument(input.text, input.name);
  if (!isSelfContained(document))
    throw new Failure(
      "no-sources",
      input.name,
      "is no dispatch with a speaker's words, so it cannot be checked against itself; `saidso add` its sources, or name them with --against.",
    );
  return checkSelf(input, document);
}
