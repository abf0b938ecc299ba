import * as z from "zod";
import type { VersionRecord } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { heldId } from "./held-edition.ts";
import { count } from "./paging.ts";

/** One version of a document: when it came, from where, and what its bytes are. */
export const versionSchema = z.strictObject({
  version: z.int().min(1),
  added: z.string().describe("ISO instant."),
  origin: z.string().describe("Where it came from: a path, or the name that was sent with it."),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  size: count.describe("Bytes of the original."),
});

/** What `listVersions` answers. */
export const versionsOutput = z
  .strictObject({ id: z.string(), versions: z.array(versionSchema) })
  .describe("All versions of a document, the oldest first.");

/** All versions of a document. Throws a `DeskError` where it is not held. */
export function listVersions(
  { document }: { readonly document: string },
  { archive }: Pick<Context, "archive">,
): { id: string; versions: readonly VersionRecord[] } {
  const id = heldId(archive, document);
  return { id, versions: archive.versions(id) };
}
