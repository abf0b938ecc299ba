import * as z from "zod";
import type { Context } from "./context.ts";
import { heldEdition } from "./held-edition.ts";
import { documentInput, noteSchema } from "./show-document.ts";

/** What `listNotes` is asked, as JSON says it. */
export const notesInput = documentInput.pick({ document: true, version: true }).strict();

export type NotesInput = z.output<typeof notesInput>;

/** What `listNotes` answers. */
export const notesOutput = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    notes: z.array(
      noteSchema.extend({
        text: z.string().nullable().describe("The note as printed; null where a marker has no note."),
      }),
    ),
  })
  .describe("The notes of a document, by the order they stand in.");

/** The notes of a document with their words. Throws a `DeskError` where it is not held. */
export function listNotes(
  { document, version }: NotesInput,
  { archive }: Pick<Context, "archive">,
): z.input<typeof notesOutput> {
  const edition = heldEdition(archive, document, version);
  const { text, passages, notes } = edition.document;
  return {
    id: edition.id,
    version: edition.version,
    notes: notes.map(({ number, passage: id, markers }) => {
      const passage = passages.find((one) => one.id === id);
      const words = passage === undefined ? null : text.slice(passage.start, passage.end);
      return { number, passage: id, markers: markers.map(({ start, end }) => ({ start, end })), text: words };
    }),
  };
}
