import { ArchiveError } from "../../src/archive/index.ts";

/** What an archive complains of; null where it does not. Other errors are thrown again. */
export function archiveErrorOf(task: () => unknown): ArchiveError | null {
  try {
    task();
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}
