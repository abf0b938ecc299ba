import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Texts that the check page offers to be tried. */
export interface Samples {
  readonly names: readonly string[];
  /** The bytes of one; null where there is none of that name. */
  read(name: string): Uint8Array | null;
}

/** The texts of a folder, by name; none where `folder` is null. */
export function samplesOf(folder: string | null): Samples {
  const names = folder === null ? [] : readdirSync(folder).sort();
  return {
    names,
    read: (name) =>
      folder !== null && names.includes(name) ? new Uint8Array(readFileSync(join(folder, name))) : null,
  };
}
