import type { Context } from "./context.ts";
import { heldEdition } from "./held-edition.ts";
import type { NotesInput } from "./list-notes.ts";

/** A version's bytes as they were added, and the name they came with. */
export interface Original {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of a version as they were added. Throws a `DeskError` where it is not held. */
export function readOriginal(
  { document, version }: NotesInput,
  { archive }: Pick<Context, "archive">,
): Original {
  const edition = heldEdition(archive, document, version);
  const name = /[^/\\:]+$/u.exec(edition.origin)?.[0] ?? edition.id;
  return { name, bytes: archive.original(edition.id, edition.version)! };
}
