import type { Access } from "./access.ts";
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
  readonly version: string;
}
