import { openArchive } from "../../src/stores/sqlite/index.ts";
import { answer } from "../archive/child.ts";
import type { PlacedQuotation } from "../archive/quotations.ts";
import type { Saying } from "./story.ts";

export interface SayingsInput {
  readonly archive: string;
  readonly placed: readonly PlacedQuotation[];
}

/** Who says the words that were drawn: read from the archive that holds them. */
answer(({ archive: path, placed }: SayingsInput): Saying[] => {
  const archive = openArchive(path, { readOnly: true });
  const sayings = placed.map(({ document, start, original, text }) => {
    const segments = archive.document(document)?.source.segments ?? [];
    const said = segments.find((segment) => segment.start <= start && start < segment.end);
    return { document, speaker: said?.voice.name ?? null, original, changed: text };
  });
  archive.close();
  return sayings;
});
