import * as z from "zod";

/** What `findWords` is asked, as JSON says it. */
export const findInput = z
  .strictObject({
    words: z.string().describe("The words that somebody heard or read, without quotation marks around them."),
    by: z
      .string()
      .nullish()
      .describe("Who is said to have said them, as a text would name him; left out where nobody is named."),
  })
  .describe("Words, and who is credited with them.");

export type FindInput = z.output<typeof findInput>;
