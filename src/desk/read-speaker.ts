import * as z from "zod";
import type { HeldSpeaker } from "../archive/index.ts";
import type { Context } from "./context.ts";
import { DeskError } from "./desk-error.ts";
import { speakerCountSchema } from "./list-speakers.ts";
import { count } from "./paging.ts";
import { summarySchema } from "./search-passages.ts";

/** Names told where nobody of the name is held. */
const ALIKE = 3;

/** What `readSpeaker` answers. */
export const speakerOutput = speakerCountSchema
  .extend({
    held: z
      .array(
        z.strictObject({
          document: summarySchema,
          offices: z.array(z.string()).describe("As this document gives them."),
          passages: count.describe("Passages in his or her voice."),
        }),
      )
      .describe("By date, those without one last."),
    alike: z.array(speakerCountSchema).describe("Other names that share words with this one."),
  })
  .describe("What is held of somebody of this name: only what documents print, nothing inferred.");

/** What is held of a name. Throws a `DeskError` where nobody of that name speaks. */
export function readSpeaker(
  { name }: { readonly name: string },
  { archive }: Pick<Context, "archive">,
): HeldSpeaker {
  const speaker = archive.speaker(name);
  if (speaker.documents > 0) return speaker;
  const alike = speaker.alike.slice(0, ALIKE).map((one) => one.name);
  const reason = "nobody of that name speaks in what is held.";
  const instead = alike.length === 0 ? "" : ` Alike: ${alike.join(", ")}.`;
  throw new DeskError("unknown-speaker", name, reason + instead);
}
