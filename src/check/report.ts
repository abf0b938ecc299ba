import * as z from "zod";

/**
 * The report, schema version 1: what `--format json` prints and every other door returns.
 * Defined here once; types are inferred from it and `schema/report.v1.json` is emitted from it.
 * Offsets are UTF-16 code units into the plain text, end-exclusive.
 */

const offset = z.int().min(0);
const span = { start: offset, end: offset };

export const severitySchema = z.enum(["error", "warning", "info"]);
const statusSchema = z.enum(["verbatim", "marked", "altered", "spliced", "absent", "undecided"]);
const excerptSchema = z.strictObject({ ...span, text: z.string() });

const attributionSchema = z
  .strictObject({ name: z.string(), cue: z.string(), ...span })
  .describe("The one the text credits with the words, and the word that says so.");

export const voiceSchema = z
  .strictObject({
    kind: z.enum(["speaker", "interviewer", "editor", "quoted", "unknown"]),
    name: z.string().nullable(),
  })
  .describe("Whose words these are in the source.");

const placed = {
  label: z.string().describe("The place in words: `page 3`, `paragraph 12`, `00:14:07`, `#q4`."),
};

const placeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("page"),
      page: z.int().min(1),
      box: z
        .tuple([z.number(), z.number(), z.number(), z.number()])
        .describe(
          "Of the line: left, top, right, bottom, in points from the page's upper left corner as it is shown.",
        ),
      ...placed,
    }),
    z.strictObject({
      kind: z.literal("paragraph"),
      part: z.enum(["body", "footnotes", "endnotes"]),
      number: z.int().min(1),
      ...placed,
    }),
    z.strictObject({
      kind: z.literal("cue"),
      number: z.int().min(1),
      from: z.int().min(0).describe("Milliseconds."),
      to: z.int().min(0).describe("Milliseconds."),
      ...placed,
    }),
    z.strictObject({ kind: z.literal("element"), id: z.string(), ...placed }),
  ])
  .nullable()
  .describe(
    "Where in the original the first word stands; null where its format says no more than its lines.",
  );

const ignoredSchema = z
  .strictObject({
    by: z.enum(["remark", "baseline"]),
    reason: z.string().nullable().describe("What the remark gives as its reason; null of a baseline."),
  })
  .optional()
  .describe(
    "There where somebody has said that it may stand: a remark in the text, or a baseline. It is not counted and fails nothing.",
  );

const problemSchema = z.strictObject({
  rule: z.string().describe("Stable id; `saidso explain RULE` prints the rule."),
  severity: severitySchema,
  message: z.string(),
  touches: z.array(z.enum(["negation", "number", "name"])),
  quotation: excerptSchema
    .nullable()
    .describe("Words of the quotation, offsets into the text; null where it has none there."),
  source: excerptSchema
    .nullable()
    .describe("Words of the source, offsets into the document; null where it has none there."),
  ignored: ignoredSchema,
});

export const selectorSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("TextQuoteSelector"),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.strictObject({ type: z.literal("TextPositionSelector"), ...span }),
]);

const matchSchema = z.strictObject({
  document: z.strictObject({ id: z.string(), title: z.string().nullable(), version: z.int().min(1) }),
  passage: z
    .string()
    .nullable()
    .describe("Id of the passage that the words start in; stable within a version."),
  place: placeSchema,
  voice: voiceSchema,
  ...span,
  text: z.string(),
  parts: z
    .array(excerptSchema)
    .describe("The stretches of the source that the words were taken from, in the quotation's order."),
  before: z.string(),
  after: z.string(),
  selectors: z
    .array(selectorSchema)
    .describe("W3C Web Annotation selectors; as the standard has it, positions count Unicode code points."),
});

const findingSchema = z.strictObject({
  quotation: z.strictObject({
    text: z.string(),
    ...span,
    parts: z
      .array(z.strictObject(span))
      .describe("The stretches that are the quotation's words; several where something interrupts it."),
    line: z.int().min(1),
    column: z.int().min(1),
    place: placeSchema,
    attribution: attributionSchema.nullable(),
  }),
  status: statusSchema,
  reason: z
    .enum(["too-short", "many-places", "other-language", "no-source", "out-of-time"])
    .nullable()
    .describe("Why it is undecided; `out-of-time`: the check was ended before it came to this quotation."),
  problems: z.array(problemSchema),
  match: matchSchema.nullable(),
  alternatives: z
    .array(matchSchema)
    .describe("Further places; when absent, the nearest passages, which are not the source."),
});

const formProblemSchema = z.strictObject({
  rule: z.string(),
  severity: severitySchema,
  message: z.string(),
  text: z.string(),
  ...span,
  line: z.int().min(1),
  column: z.int().min(1),
  place: placeSchema,
  ignored: ignoredSchema,
});

const count = z.int().min(0);

export const reportSchema = z
  .strictObject({
    version: z.literal(1),
    text: z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), words: count }),
    summary: z.strictObject({
      quotations: count,
      verbatim: count,
      marked: count,
      altered: count,
      spliced: count,
      absent: count,
      undecided: count,
      problems: z.strictObject({
        error: count,
        warning: count,
        info: count,
        ignored: count
          .optional()
          .describe(
            "Those that a remark or a baseline lets stand, which are counted here alone; there where there are any.",
          ),
      }),
    }),
    findings: z.array(findingSchema),
    form: z
      .array(formProblemSchema)
      .describe("Problems of the text's own form, when it is a dispatch, and of its remarks to saidso."),
  })
  .describe("What saidso says of one text, quotation by quotation.");

export type Report = z.infer<typeof reportSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type ReportMatch = z.infer<typeof matchSchema>;
export type ReportProblem = z.infer<typeof problemSchema>;
export type FormFinding = z.infer<typeof formProblemSchema>;
export type ReportPlace = z.infer<typeof placeSchema>;

/** The report's JSON Schema (draft 2020-12), as it stands in `schema/report.v1.json`. */
export function reportJsonSchema(): Record<string, unknown> {
  return { title: "saidso report, version 1", ...z.toJSONSchema(reportSchema) };
}
