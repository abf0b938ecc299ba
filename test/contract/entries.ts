import { createHash } from "node:crypto";
import type { Entry } from "../../src/archive/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A file as it is added. */
export function entry(name: string, text: string | Uint8Array, origin = `/desk/${name}`): Entry {
  const original = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return {
    origin,
    sha256: sha256(original),
    original,
    added: "2026-03-01T08:00:00.000Z",
    document: readDocument(readText(original, name), name),
  };
}

/** A dispatch of this project's own wording. */
export function dispatch(
  number: number,
  {
    series = "Special Dispatch",
    title = `The Harbour Of ${number} Is Dredged`,
    speaker = "Ilse Marrow",
    outlet = "Harbour Radio",
    words = `We dredge the harbour of ${number} in spring, and the ferries wait for us.`,
    notes = [] as readonly string[],
  } = {},
): string {
  const marks = notes.map((_, i) => `[${i + 1}]`).join("");
  return [
    `Special Dispatch | No. ${number} | March ${(number % 28) + 1}, 2019`.replace("Special Dispatch", series),
    `Harbours | ${series} No. ${number}`,
    title,
    `In an interview that ${outlet} aired on March 2, 2019, harbour master ${speaker} spoke about dredging.`,
    `Following are excerpts from ${speaker}'s interview:`,
    `"${words}"${marks}`,
    ...notes.map((note, i) => `[${i + 1}] ${note}`),
  ].join("\n\n");
}
