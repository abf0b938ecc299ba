import * as z from "zod";
import { documentValue, documentView } from "../publish/index.ts";
import type { Context } from "./context.ts";
import { heldEdition } from "./held-edition.ts";
import { count, pagingShape } from "./paging.ts";
import { documentInput, shownPassageSchema } from "./show-document.ts";

/** What `listPassages` is asked, as JSON says it. */
export const passagesInput = documentInput
  .extend(pagingShape)
  .describe("Which passages of a document are listed.");

export type PassagesInput = z.output<typeof passagesInput>;

/** What `listPassages` answers. */
export const passagesOutput = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    total: count.describe("Passages in all, of the voice asked for."),
    passages: z.array(shownPassageSchema),
  })
  .describe("Passages of a document, in the order of its text.");

/** Passages of a document, page by page. Throws a `DeskError` where it is not held. */
export function listPassages(
  { document, version, voice, limit, offset }: PassagesInput,
  { archive }: Pick<Context, "archive">,
) {
  const view = documentView(archive, heldEdition(archive, document, version), voice ?? null);
  const { id, version: number, passages } = documentValue(view);
  return { id, version: number, total: passages.length, passages: passages.slice(offset, offset + limit) };
}
