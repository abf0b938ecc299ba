import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Archive, MemoryArchive } from "../../src/archive/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";

/** An archive in memory with these texts, named by their files. */
export function held(texts: Readonly<Record<string, string | Uint8Array>>): Archive {
  const archive = new MemoryArchive();
  for (const [name, text] of Object.entries(texts)) {
    const original = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const sha256 = createHash("sha256").update(original).digest("hex");
    const document = readDocument(readText(original, name), name);
    archive.add([{ origin: `/desk/${name}`, sha256, original, added: "2026-01-02T10:00:00Z", document }]);
  }
  return archive;
}

const samples = fileURLToPath(new URL("../../samples/sources/", import.meta.url));

/** An archive in memory with the sample sources. */
export function samplesHeld(): Archive {
  return held(
    Object.fromEntries(readdirSync(samples).map((name) => [name, readFileSync(`${samples}${name}`)])),
  );
}
