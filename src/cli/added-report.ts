import { resolve } from "node:path";
import { printableJson } from "../publish/index.ts";
import { type AddedTally, tallied, tallyLine } from "./added-tally.ts";
import { unreadFile } from "./adding.ts";
import { Exit, type Failure } from "./failure.ts";
import { tell } from "./stderr-line.ts";

/** What came into an archive, and how the command ended. */
export interface AddedOutcome {
  readonly tally: AddedTally;
  /** Inputs that are not there or broke off. */
  readonly missing: readonly Failure[];
  /** The archive's path. */
  readonly path: string;
  readonly format: "pretty" | "json";
  /** The exit code of an interruption; null where there was none. */
  readonly interrupted: number | null;
  /** What the same command again does with the rest. */
  readonly verb: "adds" | "imports";
}

/** Says how it went; answers the exit code. */
export function tellAdded({ tally, missing, path, format, interrupted, verb }: AddedOutcome): number {
  const { documents, unread } = tally;
  if (format === "json")
    process.stdout.write(
      `${printableJson({
        archive: resolve(path),
        documents,
        unread,
        missing: missing.map(({ input, message }) => unreadFile(input, message)),
        interrupted: interrupted !== null,
        summary: tallied(tally),
      })}\n`,
    );
  else if (documents.length > 0) process.stdout.write(`${tallyLine(tally)}\n`);
  for (const { path: place, reason } of unread) tell(`${place}: ${reason}`);
  for (const { message } of missing) tell(message);
  if (interrupted !== null) {
    tell(`${path}: interrupted; what is told above is in, and the same command again ${verb} the rest.`);
    return interrupted;
  }
  if (missing.length > 0) return Exit.failed;
  return unread.length > 0 || documents.some(({ outcome }) => outcome === "refused")
    ? Exit.findings
    : Exit.clean;
}
