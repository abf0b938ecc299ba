import { ArchiveError } from "../../archive/index.ts";

/** Something in an archive that is not as it was written. */
export interface Damage {
  /** The document's id; null where it cannot be told or concerns no one document. */
  readonly id: string | null;
  readonly version: number | null;
  /** What is wrong, in plain words. */
  readonly what: string;
}

/** What is wrong, where `error` says that something is; other errors are thrown again. */
export function damageOf(error: unknown, of: Pick<Damage, "id" | "version">): Damage {
  if (!(error instanceof ArchiveError) || (error.code !== "damaged" && error.code !== "not-an-archive"))
    throw error;
  const { what, system } = error.data;
  return { ...of, what: `${what ?? system ?? error.code} cannot be read` };
}
