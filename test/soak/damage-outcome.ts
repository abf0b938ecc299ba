import type { Part } from "./battery.ts";

/** A question that was not answered as the sound archive answers it. */
export interface PartOutcome {
  readonly kind: Part["kind"];
  /** What the archive complained of; null where it answered, wrongly. */
  readonly said: string | null;
  readonly wrong: string | null;
}

/**
 * What came of a damage. Complaints are one line, null where there are none; one that begins with "!" is none that a
 * damaged archive may make.
 */
export interface DamageOutcome {
  /** What opening complained of; nothing else was tried then. */
  readonly opening: string | null;
  /** Questions that were not answered, or answered wrongly. */
  readonly parts: readonly PartOutcome[];
  /** What verifying named first. */
  readonly verify: string | null;
  /** What adding a document complained of. */
  readonly writing: string | null;
  /** What writing the archive anew complained of. */
  readonly reindexing: string | null;
}
