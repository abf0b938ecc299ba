import type { Edition } from "../archive/index.ts";
import { endingOf, readPartName } from "../formats/index.ts";
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
  const bytes = archive.original(edition.id, edition.version)!;
  return { name: nameOf(edition), bytes };
}

/** A file's own name; one document of a file that holds several is called by its id, and ends as that file does. */
function nameOf({ id, origin }: Pick<Edition, "id" | "origin">): string {
  if (readPartName(origin).part === null) return /[^/\\:]+$/u.exec(origin)?.[0] ?? id;
  // A record of a packed file is kept unpacked.
  return `${id}.${endingOf(origin).replace(/\.gz$/u, "")}`;
}
