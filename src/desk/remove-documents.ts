import * as z from "zod";
import type { Context } from "./context.ts";
import { heldId } from "./held-edition.ts";

/** What `removeDocuments` answers, as `saidso remove --format json` prints it. */
export const removedOutput = z
  .strictObject({
    removed: z.array(
      z.strictObject({ id: z.string(), versions: z.int().min(1).describe("Versions that went with it.") }),
    ),
  })
  .describe("What was taken out.");

/** Takes documents out with all their versions; where one is not held, throws a `DeskError` and none is taken out. */
export function removeDocuments(
  { documents }: { readonly documents: readonly string[] },
  { archive }: Pick<Context, "archive">,
): z.input<typeof removedOutput> {
  const ids = [...new Set(documents.map((name) => heldId(archive, name)))];
  const removed = ids.map((id) => {
    const versions = archive.versions(id).length;
    archive.remove(id);
    return { id, versions };
  });
  return { removed };
}
