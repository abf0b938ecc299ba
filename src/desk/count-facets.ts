import * as z from "zod";
import { FACET_VALUES, type Facets } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { filterOf } from "./list-documents.ts";
import { count } from "./paging.ts";
import { filterShape, searchInput } from "./search-passages.ts";

/** Values of a facet at the most. */
const MOST = 1000;

/** What `countFacets` is asked, as JSON says it. */
export const facetsInput = z
  .strictObject({
    words: searchInput.shape.words.optional(),
    ...z.object(filterShape).partial().shape,
    voice: searchInput.shape.voice,
    limit: z.int().min(1).max(MOST).default(FACET_VALUES).describe("Values of each facet at the most."),
  })
  .describe("Which documents are counted: those that pass and, with words, have a passage with all of them.");

export type FacetsInput = z.output<typeof facetsInput>;

const valueSchema = z.strictObject({
  value: z.string().describe("As documents print it."),
  documents: count.describe("Documents that are left when it is chosen."),
});
const facetSchema = z.strictObject({
  total: count.describe("Values in all."),
  values: z.array(valueSchema).describe("Those that most documents have, then by name."),
});

/** What `countFacets` answers. */
export const facetsOutput = z
  .strictObject({
    total: count.describe("Documents in all."),
    speaker: facetSchema,
    outlet: facetSchema,
    subject: facetSchema,
    series: facetSchema,
    language: facetSchema,
    years: z.array(valueSchema).describe("All years, ascending."),
  })
  .describe("How many documents there are, by what can be chosen next.");

/** How many documents there are, by what can be chosen next. Throws an `ArchiveError` where the archive fails. */
export function countFacets(
  { words, limit, ...filter }: FacetsInput,
  { archive }: Pick<Context, "archive">,
): Facets {
  return archive.facets({ ...filterOf(filter), ...(words === undefined ? {} : { words }) }, limit);
}
