import { ArchiveError } from "../../archive/index.ts";

/** Something in an archive that is not as it was written. */
export interface Damage {
  /** The document's id; null where it cannot be told or concerns no one document. */
  readonly id: string | null;
  readonly version: number | null;
  /** What is wrong, in plain words. */
  readonly what: string;
}

/** What a table keeps, in plain words. */
const KEPT: Readonly<Record<string, string>> = {
  state: "the record of what is held",
  document: "a document's header",
  edition: "a version's record",
  extent: "a version's place in the index",
  body: "its text",
  original: "its original",
  name: "the list of names",
  segment: "a part of the index",
  page: "a page of the index",
  fresh_page: "a page of the index",
  dropped: "the list of what was removed",
  passage: "the full text",
};

/** What is wrong, where `error` says that something is; other errors are thrown again. */
export function damageOf(error: unknown, of: Pick<Damage, "id" | "version">): Damage {
  if (!(error instanceof ArchiveError) || (error.code !== "damaged" && error.code !== "not-an-archive"))
    throw error;
  const { what, system } = error.data;
  return { ...of, what: typeof what === "string" ? `${KEPT[what] ?? what} cannot be read` : String(system) };
}
