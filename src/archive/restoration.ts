import type { NameRegister } from "./admission.ts";
import type { Addition } from "./entry.ts";
import { isRevision } from "./sketch.ts";

/** A version of another archive on its way into this one. */
export interface Restored<Content> {
  readonly content: Content;
  /** The id that the other archive gave the document. */
  readonly id: string;
  /** The version's number there. */
  readonly version: number;
  /** SHA-256 of the version before it there; null for the first one. */
  readonly previous: string | null;
  /** Whether another document there is known by its series and number. */
  readonly unnumbered: boolean;
}

/**
 * Why a version is not taken in. `gap`: it is not the first, and no version of its document is held. `other-document`:
 * the archive has another document of that id. `number-taken`: another document has its series and number.
 */
export type RestorationFault = "gap" | "other-document" | "number-taken";

/** What became of a version; see {@link Addition}. `version` is the number that it has here. */
export interface Restoration extends Addition {
  readonly fault: RestorationFault | null;
}

/**
 * Why a version may not become the next one of its id, or null where it may. It may where nothing has the id and it is
 * the first; where the version before it is the last that is held; and where the archive's own rules hold it for the same
 * document: it came from the same place, or its words are mostly the same. It never gets another id.
 */
export function restorationFault(
  { id, version, previous, unnumbered }: Omit<Restored<unknown>, "content">,
  {
    origin,
    sketch,
    numberKey,
  }: { readonly origin: string; readonly sketch: Uint32Array; readonly numberKey: string | null },
  register: NameRegister,
): RestorationFault | null {
  const held = register.byId(id);
  if (held === null && version > 1) return "gap";
  const isSame =
    held === null || held.sha256 === previous || held.origin === origin || isRevision(held.sketch, sketch);
  if (!isSame) return "other-document";
  const other = numberKey === null || unnumbered ? null : register.byNumber(numberKey);
  return other === null || other.id === id ? null : "number-taken";
}
