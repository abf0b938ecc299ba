import type { Document } from "../documents/index.ts";
import { numberKey } from "./identity.ts";
import { isRevision } from "./sketch.ts";

/** What must be known of a held document to tell whether a new text is a version of it: its latest version's origin and sketch. */
export interface HeldName {
  readonly id: string;
  readonly origin: string;
  readonly sketch: Uint32Array;
}

/** Held documents by what names them. */
export interface NameRegister {
  /** The document of this series and number ({@link numberKey}). */
  byNumber(key: string): HeldName | null;
  /** Unnumbered documents whose files' names give this id, in the order they came. */
  byBase(base: string): readonly HeldName[];
  /** The document of that id of the archive's, and what its latest version is. */
  byId(id: string): (HeldName & { readonly sha256: string }) | null;
  isTaken(id: string): boolean;
}

/** Whether a text becomes a new document, a new version of a held one, or is refused. */
export type Admission =
  | { readonly kind: "new"; readonly id: string }
  | { readonly kind: "version"; readonly id: string }
  | { readonly kind: "refused"; readonly id: string };

/**
 * Decides what a text is to the archive. A numbered dispatch is known by series and number: it is a new version where it
 * comes from the same place or its words are mostly the held one's, else another document has its number. A text without
 * a number is known by its file's name, and two files of one name that share few words are two documents.
 */
export function admission(
  { id, series, number }: Pick<Document, "id" | "series" | "number">,
  { origin, sketch }: Pick<HeldName, "origin" | "sketch">,
  register: NameRegister,
  replace = false,
): Admission {
  const isVersionOf = (held: HeldName): boolean => held.origin === origin || isRevision(held.sketch, sketch);
  const key = numberKey(series, number);
  if (key === null) {
    const namesakes = register.byBase(id);
    const own = namesakes.find((held) => held.origin === origin) ?? namesakes.find(isVersionOf);
    return own === undefined ? { kind: "new", id: freeId(id, register) } : { kind: "version", id: own.id };
  }
  const held = register.byNumber(key);
  if (held === null) return { kind: "new", id: freeId(id, register) };
  return { kind: replace || isVersionOf(held) ? "version" : "refused", id: held.id };
}

/** The id, or where another document has it, with the first number from 2 on that is free. */
function freeId(id: string, register: NameRegister): string {
  if (!register.isTaken(id)) return id;
  for (let n = 2; ; n++) if (!register.isTaken(`${id}-${n}`)) return `${id}-${n}`;
}
