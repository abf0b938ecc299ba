import { existsSync } from "node:fs";

/** The archive's file where nothing else is said, in the current folder. */
const USUAL = "saidso.db";

/** Where the archive is. */
export interface ArchivePath {
  readonly path: string;
  /** Whether somebody named it, by the option or the environment; else it is the usual one. */
  readonly named: boolean;
}

/** The archive that `--archive` names, else SAIDSO_ARCHIVE, else `saidso.db` in the current folder. */
export function archivePath(option: string | undefined): ArchivePath {
  const path = option ?? (process.env.SAIDSO_ARCHIVE || undefined);
  return path === undefined ? { path: USUAL, named: false } : { path, named: true };
}

/** Whether a command that can do without an archive uses this one: one that is named must be there, the usual one may be. */
export function isUsed({ path, named }: ArchivePath): boolean {
  return named || existsSync(path);
}
