import type { House } from "./house.ts";
import { archiveQuery } from "./pages/archive-query.ts";

/** Stories that each checking thread is given: two or three seconds of work; after it a check takes its usual time. */
const ROUNDS = 40;

/** Lets threads that nobody asks rehearse, until they are warm or the server stops. */
export async function warmUp({ checks, reads }: House): Promise<void> {
  try {
    await reads.ask("archivePage", archiveQuery({}));
    for (let round = 0; round < ROUNDS; round++)
      await Promise.all(
        Array.from({ length: checks.idle }, () => checks.ask("rehearse", null, { yields: true })),
      );
  } catch {
    // The server stops, or the archive fails: whoever asks next is told.
  }
}
