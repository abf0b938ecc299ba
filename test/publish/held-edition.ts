import type { Edition } from "../../src/archive/index.ts";
import type { Document } from "../../src/documents/index.ts";
import { readDocument, toSource } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";

/** A text as an archive holds it: its first version. */
export function editionOf(name: string, text: string | Uint8Array, changed: Partial<Document> = {}): Edition {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const document = { ...readDocument(readText(bytes, name), name), ...changed };
  return {
    key: 1,
    id: document.id,
    version: 1,
    latest: true,
    origin: `/desk/${name}`,
    sha256: "0".repeat(64),
    added: "2026-03-01T08:00:00Z",
    document,
    source: toSource(document),
    starts: new Uint32Array(),
  };
}
