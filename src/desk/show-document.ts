import * as z from "zod";
import { voiceSchema } from "../check/report.ts";
import { documentValue, documentView } from "../publish/index.ts";
import type { Context } from "./context.ts";
import { heldEdition } from "./held-edition.ts";
import { versionSchema } from "./list-versions.ts";
import { count } from "./paging.ts";
import { captureSchema, headerShape, passageSchema } from "./search-passages.ts";

/** A document by the names that people have for it. */
export const documentName = z
  .string()
  .min(1)
  .describe("Its id, or series and number: `Special Dispatch No. 118`.");
export const versionNumber = z.int().min(1).optional().describe("An older version; without one, the latest.");

/** What `showDocument` is asked, as JSON says it. */
export const documentInput = z
  .strictObject({
    document: documentName,
    version: versionNumber,
    voice: voiceSchema.shape.kind.optional().describe("One voice alone."),
  })
  .describe("Which document is shown.");

export type DocumentInput = z.output<typeof documentInput>;

/** A passage with its words. */
export const shownPassageSchema = z
  .strictObject({
    id: passageSchema.shape.id,
    kind: passageSchema.shape.kind,
    turn: passageSchema.shape.turn,
    voice: voiceSchema,
    start: count,
    end: count,
    text: z.string().describe("As printed."),
  })
  .describe("A passage, or a third party's words that stand in one.");

export const noteSchema = z.strictObject({
  number: z.string(),
  passage: z.string().nullable().describe("Id of the note's passage; null where a marker has no note."),
  markers: z.array(z.strictObject({ start: count, end: count })).describe("Where its markers stand."),
});

/** Another dispatch that a document refers to, as it names it. */
export const referenceShape = {
  desk: z.string().nullable(),
  series: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable().describe("ISO date."),
};

/** What `showDocument` answers, as `saidso show --format json` prints it. */
export const documentOutput = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    latest: z.boolean().describe("Whether no later version is held."),
    ...headerShape,
    capture: captureSchema,
    versions: z.array(versionSchema),
    passages: z.array(shownPassageSchema),
    notes: z.array(noteSchema),
    refersTo: z.array(
      z.strictObject({
        ...referenceShape,
        target: z.string().nullable().describe("Id of the held document of that series and number."),
      }),
    ),
    referredFrom: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string().nullable(),
        text: z.string().describe("The words that refer."),
      }),
    ),
  })
  .describe("A held document. Offsets are UTF-16 code units of the version's plain text, end-exclusive.");

/** A held document with all that is known of it. Throws a `DeskError` where it is not held. */
export function showDocument(
  { document, version, voice }: DocumentInput,
  { archive }: Pick<Context, "archive">,
): ReturnType<typeof documentValue> {
  return documentValue(documentView(archive, heldEdition(archive, document, version), voice ?? null));
}
