import type { ArchiveError, ArchiveErrorCode } from "../archive/index.ts";
import { Failure } from "./failure.ts";

type Told = (path: string, detail: string) => string;

/** What is said of each way an archive can fail: the reason and the way out. The compiler shows one that is missing. */
const REASONS: Readonly<Record<ArchiveErrorCode, Told>> = {
  stamp: (path) =>
    `was made by a version of saidso that reads words otherwise; run \`saidso reindex --archive ${path}\`.`,
  "not-an-archive": () => "is no archive of saidso's; name another file with --archive.",
  missing: (path) => `no such archive; \`saidso add PATH… --archive ${path}\` makes one.`,
  damaged: (path, detail) =>
    `is damaged${detail}; run \`saidso verify-archive --archive ${path}\`, and restore it from a copy.`,
  busy: () => "is used by another saidso; wait until that is done, and try again.",
  full: () => "the disk is full, and nothing of this step was kept; free space and run the command again.",
  "read-only": () => "may not be written; check that its folder is there, and the permissions of both.",
  closed: () => "was closed while it was used; please report this as a fault of saidso.",
  unknown: (_, detail) => `does not hold what was asked for${detail}; \`saidso list\` prints what it holds.`,
};

/** An archive's error as one line for people. */
export function archiveFailure({ code, data }: ArchiveError, path: string): Failure {
  const detail = detailOf(data);
  return new Failure("archive", path, REASONS[code](path, detail === "" ? "" : ` (${detail})`));
}

/** What an error is about, as far as it says something to people: "harbour, version 2, edition". */
function detailOf({ id, version, what, system }: ArchiveError["data"]): string {
  return [id, typeof version === "number" ? `version ${version}` : null, what, system]
    .filter((part) => typeof part === "string")
    .join(", ");
}
