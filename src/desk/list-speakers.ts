import * as z from "zod";
import type { SpeakerPage } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { count, pagingShape } from "./paging.ts";

/** What `listSpeakers` is asked, as JSON says it. */
export const speakersInput = z
  .strictObject({
    beginning: z.string().min(1).optional().describe("Only names with a word that begins so and goes on so."),
    ...pagingShape,
  })
  .describe("Which speakers are listed.");

export type SpeakersInput = z.output<typeof speakersInput>;

/** A name, and in how many documents somebody of that name speaks. */
export const speakerCountSchema = z.strictObject({
  name: z.string().describe("As most of the documents print it."),
  documents: count,
});

/** What `listSpeakers` answers. */
export const speakersOutput = z
  .strictObject({ total: count.describe("Names in all."), speakers: z.array(speakerCountSchema) })
  .describe("Who speaks in latest versions, by name.");

/** Who speaks in latest versions. Throws an `ArchiveError` where the archive fails. */
export function listSpeakers(
  { limit, offset, beginning }: SpeakersInput,
  { archive }: Pick<Context, "archive">,
): SpeakerPage {
  return archive.speakers(limit, offset, beginning);
}
