import type { Access } from "./access.ts";
import type { Results } from "./results.ts";
import type { Samples } from "./samples.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What the server's requests are answered with. */
export interface House {
  /** Checks texts. */
  readonly checks: WorkerPool;
  /** Reads the archive for pages and the API, so that neither waits for a check. */
  readonly reads: WorkerPool;
  /** The one thread that writes the archive. */
  readonly writes: WorkerPool;
  readonly access: Access;
  /** What people stored of checks. */
  readonly results: Results;
  /** Texts that the check page offers to be tried. */
  readonly samples: Samples;
  /** Whom harvesters may write to; null where nobody is named. */
  readonly email: string | null;
  readonly version: string;
}
