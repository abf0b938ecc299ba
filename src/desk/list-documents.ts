import * as z from "zod";
import type { Archive, Filter } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { count, pagingShape } from "./paging.ts";
import { filterShape, summarySchema } from "./search-passages.ts";

/** What `listDocuments` is asked, as JSON says it. */
export const documentsInput = z
  .strictObject({ ...z.object(filterShape).partial().shape, ...pagingShape })
  .describe("Which documents are listed.");

export type DocumentsInput = z.output<typeof documentsInput>;

/** What `listDocuments` answers, as `saidso list --format json` prints it. */
export const documentsOutput = z
  .strictObject({ total: count.describe("Documents in all that pass."), documents: z.array(summarySchema) })
  .describe("Documents that pass, by date, then id; those without a date last.");

/** The documents that pass, by date. Throws an `ArchiveError` where the archive fails. */
export function listDocuments(
  { limit, offset, ...filter }: DocumentsInput,
  { archive }: Pick<Context, "archive">,
): ReturnType<Archive["list"]> {
  return archive.list(filterOf(filter), limit, offset);
}

/** A filter of what is given: a field that is undefined is none. */
export function filterOf(fields: { readonly [K in keyof Filter]?: Filter[K] | undefined }): Filter {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
