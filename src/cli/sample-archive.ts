import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf, readFile } from "./input.ts";
import { readingOf } from "./reading.ts";
import { raise, sourceFiles } from "./source-files.ts";
import { withArchive } from "./store.ts";

/** An archive that lives as long as somebody looks at it. */
export interface SampleArchive {
  readonly path: string;
  remove(): void;
}

/** The package's own samples. */
const SOURCES = fileURLToPath(new URL("../../samples/sources", import.meta.url));

/** Makes an archive of the samples in the system's temporary folder. */
export async function sampleArchive(): Promise<SampleArchive> {
  const folder = mkdtempSync(join(tmpdir(), "saidso-samples-"));
  const path = join(folder, "samples.db");
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await withArchive(path, { create: true }, (archive) => {
      const added = new Date().toISOString();
      const readings = sourceFiles(SOURCES, { skipped: () => {}, closed: raise }).map(({ path: origin }) => {
        const original = readFile(origin, Number.POSITIVE_INFINITY);
        return readingOf({ path: origin, origin, sha256: hashOf(original), original, added });
      });
      archive.add(readings.flatMap((one) => (one.kind === "parcel" ? [one.parcel] : [])));
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { path, remove };
}
