import * as z from "zod";
import { RULE_BOOK, type RuleEntry } from "../check/index.ts";
import { severitySchema } from "../check/report.ts";

/** What `listRules` answers. */
export const rulesOutput = z
  .strictObject({
    rules: z.array(
      z.strictObject({
        id: z.string(),
        severity: severitySchema,
        status: z
          .string()
          .nullable()
          .describe("The status that a breach brings about; null where it stands beside it."),
        what: z.string(),
        why: z.string(),
        source: z.string().nullable().describe("What the source says, where the example needs it."),
        breach: z.string(),
        clean: z.string(),
      }),
    ),
  })
  .describe("Every rule with its breach and its clean form.");

/** Every rule that a report can name. */
export function listRules(): { rules: readonly RuleEntry[] } {
  return { rules: RULE_BOOK };
}
