import { findWords } from "../desk/find-words.ts";
import { archivePath } from "./archive-path.ts";
import { outputColors } from "./colors.ts";
import { Exit, Failure } from "./failure.ts";
import { prettyFinding } from "./found-places.ts";
import { hashOf } from "./input.ts";
import { type PrintFormat, print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface FindCommandOptions {
  readonly archive?: string;
  readonly format: PrintFormat;
  /** Who is said to have said the words. */
  readonly by?: string;
}

/** `saidso find WORDS…`: prints where the words stand and whose they are; answers 1 where they stand nowhere as they are. */
export function findCommand(words: readonly string[], options: FindCommandOptions): Promise<number> {
  const wanted = words.join(" ").trim();
  if (wanted === "") throw new Failure("usage", "find", "no words are given; give those to look for.");
  return withArchive(archivePath(options.archive).path, { readOnly: true }, (archive) => {
    const report = findWords({ words: wanted, by: options.by?.trim() || null }, { archive, hash: hashOf });
    print(options.format, report, () => prettyFinding(report.findings[0]!, archive, outputColors()));
    const { verbatim, marked, problems } = report.summary;
    return verbatim + marked > 0 && problems.error === 0 ? Exit.clean : Exit.findings;
  });
}
