import { archiveHoldings, checkQuotation, type Report } from "../check/index.ts";
import { readText } from "../formats/index.ts";
import type { SqliteArchive } from "../stores/sqlite/index.ts";
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
    const report = foundIn(archive, wanted, options.by?.trim() || null);
    print(options.format, report, () => prettyFinding(report.findings[0]!, archive, outputColors()));
    const { verbatim, marked, problems } = report.summary;
    return verbatim + marked > 0 && problems.error === 0 ? Exit.clean : Exit.findings;
  });
}

/** The report on a text that is these words alone, and in a second line whoever is credited with them. */
function foundIn(archive: SqliteArchive, words: string, by: string | null): Report {
  const bytes = new TextEncoder().encode(by === null ? words : `${words}\n${by}`);
  const text = readText(bytes, "words.txt");
  const end = text.text.length - (by === null ? 0 : by.length + 1);
  const attribution = by === null ? null : { name: by, cue: "by", start: end + 1, end: text.text.length };
  const quotation = { kind: "marks", start: 0, end, text: text.text.slice(0, end), attribution } as const;
  return checkQuotation(
    { name: "-", text, sha256: hashOf(bytes) },
    { ...quotation, parts: [{ start: 0, end }] },
    archiveHoldings(archive),
  );
}
