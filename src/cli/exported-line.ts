import type { Archive, KeptVersion } from "../archive/index.ts";
import { type ExportedOriginal, exportedRecord } from "../publish/index.ts";
import { Failure } from "./failure.ts";

/** A version as one line of JSON, without its end. Throws a {@link Failure} where it was taken out of the archive meanwhile. */
export function exportedLine(archive: Archive, { id, version }: KeptVersion, path: string): string {
  return archive.reading(() => {
    const edition = archive.document(id, version);
    const original = archive.original(id, version);
    if (edition === null || original === null)
      throw new Failure("archive", path, `${id} was taken out while it was exported; run the command again.`);
    const { series, number } = edition.document;
    const known = series === null || number === null ? null : archive.numbered(series, number);
    const record = exportedRecord(edition, exportedOriginal(original), known !== null && known !== id);
    return JSON.stringify(record);
  });
}

function exportedOriginal(bytes: Uint8Array): ExportedOriginal {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64") };
  }
}

/** The bytes that {@link exportedLine} wrote. */
export function importedOriginal(original: ExportedOriginal): Uint8Array {
  return "text" in original
    ? new TextEncoder().encode(original.text)
    : new Uint8Array(Buffer.from(original.base64, "base64"));
}
