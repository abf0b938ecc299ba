import * as z from "zod";
import type { ReferenceLinks } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { heldId } from "./held-edition.ts";
import { count } from "./paging.ts";
import { referenceShape } from "./show-document.ts";

const headSchema = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  date: z.string().nullable().describe("ISO date."),
});

/** What `listReferences` answers. */
export const referencesOutput = z
  .strictObject({
    id: z.string(),
    to: z
      .array(
        z.strictObject({
          reference: z.strictObject({ ...referenceShape, start: count, end: count }),
          text: z.string().describe("The words that refer, as printed."),
          target: headSchema.nullable().describe("The held document of that series and number."),
        }),
      )
      .describe("What it refers to, in the order of its text."),
    from: z
      .array(z.strictObject({ source: headSchema, text: z.string().describe("The words that refer.") }))
      .describe("What refers to it."),
  })
  .describe("References of a document, both ways, among latest versions.");

/** What a document refers to, and what refers to it. Throws a `DeskError` where it is not held. */
export function listReferences(
  { document }: { readonly document: string },
  { archive }: Pick<Context, "archive">,
): ReferenceLinks & { id: string } {
  const id = heldId(archive, document);
  return { id, ...archive.references(id) };
}
