import * as z from "zod";
import {
  BASE64,
  DATE,
  FREE_KEY,
  KEPT_KEYS,
  KINDS,
  LANGUAGE,
  PASSAGE_KINDS,
  ROLES,
  SHA256,
} from "./record-pattern.ts";
import { strayQuotation } from "./record-shape.ts";

/**
 * A document as another program writes it, one a line of a `.jsonl` file, and as `saidso export` writes it: schema
 * version 1. Defined here once; types are inferred from it and `schema/document.v1.json` is emitted from it.
 *
 * Reading such a line must not bring zod with it: `record-shape.ts` says the same by hand, and a test holds the two
 * together.
 */

const MADE_FREE = "keys `extra` and `x-…` may hold anything";

/** An object of these keys, and of others that say they are free. */
function open<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = new Set(Object.keys(shape));
  return z
    .looseObject(shape)
    .check((context) => {
      for (const key of Object.keys(context.value))
        if (!known.has(key) && !FREE_KEY.test(key))
          context.issues.push({ code: "unrecognized_keys", keys: [key], input: context.value });
    })
    .meta({ free: MADE_FREE });
}

const words = z.string().nullable().optional();
const date = z.string().regex(DATE).nullable().optional();
const role = z
  .enum(ROLES)
  .optional()
  .describe(
    "Whose words they are. Without it: the interviewer's where `speaker` is the record's `interviewer`, else the speaker's where one is named, else unknown.",
  );

const turnSchema = open({
  speaker: words,
  role,
  paragraphs: z.array(z.string()).optional(),
  text: z.string().optional().describe("Instead of `paragraphs`: an empty line parts them."),
});

const passageSchema = open({
  id: z.string().optional().describe("As the archive has it; not read."),
  kind: z.enum(PASSAGE_KINDS).optional().describe("`paragraph` where it is not said."),
  text: z
    .string()
    .describe(
      "Words as a source prints them: [supplied words], …, [1] for a note, third parties in quotation marks.",
    ),
  speaker: words,
  role,
  turn: z
    .int()
    .min(0)
    .nullable()
    .optional()
    .describe(
      "Paragraphs of one number are one turn, and numbers rise. Where no passage has one, paragraphs of one voice that follow each other are a turn.",
    ),
  note: words.describe("Of a note: the number that its markers have."),
  quoted: z
    .array(open({ text: z.string(), name: words }))
    .optional()
    .describe("Words of `text` that are a third party's, in their order."),
});

export const documentRecordSchema = open({
  id: words.describe(
    "The document's id, which the archive writes in lower case, words joined by hyphens. Without it, series and number or the line give one.",
  ),
  kind: z.enum(KINDS).nullable().optional(),
  title: words,
  date: date.describe("ISO date."),
  outlet: words,
  series: words,
  number: z
    .union([z.string(), z.int().min(0)])
    .nullable()
    .optional(),
  subject: words.describe("Region or subject line."),
  sourceDate: date.describe("ISO date of the interview or article that a dispatch excerpts."),
  language: z
    .string()
    .regex(LANGUAGE)
    .nullable()
    .optional()
    .describe("BCP 47 tag of the language that it was translated from, or is in."),
  speakers: z.array(z.union([z.string(), open({ name: z.string(), office: words })])).optional(),
  interviewer: words,
  address: words.describe("The address that a page was captured from."),
  captured: words.describe("When it was captured, an ISO instant or date."),
  text: z.string().optional().describe("Plain text, whose form is recognised as a file's is."),
  turns: z.array(turnSchema).optional(),
  passages: z.array(passageSchema).optional(),
  version: z.int().min(1).optional().describe("Of an export: the version's number, from 1."),
  origin: z.string().optional().describe("Of an export: where it came from."),
  sha256: z.string().regex(SHA256).optional().describe("Of an export: SHA-256 of the original's bytes."),
  added: z.string().optional().describe("Of an export: when it was added, an ISO instant."),
  unnumbered: z
    .boolean()
    .optional()
    .describe("Of an export: another document of the archive is known by its series and number."),
  original: z
    .union([
      z.strictObject({ text: z.string() }),
      z.strictObject({
        base64: z
          .string()
          .regex(BASE64)
          .refine((value) => value.length % 4 === 0),
      }),
    ])
    .optional()
    .describe("Of an export: the file as it came, as UTF-8 text or as bytes."),
})
  .check(({ value, issues }) => {
    const bodies = [value.text, value.turns, value.passages].filter((body) => body !== undefined);
    if (bodies.length !== 1)
      issues.push({ code: "custom", message: "one of text, turns, passages", input: value });
    if (value.original !== undefined && KEPT_KEYS.some((key) => (value[key] ?? null) === null))
      issues.push({ code: "custom", message: "an original without its version", input: value });
    for (const { paragraphs, text } of value.turns ?? [])
      if ((paragraphs === undefined) === (text === undefined))
        issues.push({ code: "custom", message: "one of paragraphs, text", input: value });
    for (const passage of value.passages ?? [])
      if (strayQuotation(passage) !== null)
        issues.push({ code: "custom", message: "quoted words that the text lacks", input: value });
  })
  .describe(
    "A document: its header, and one of `text`, `turns` and `passages`. What it does not say is left out or null.",
  );

export type DocumentRecord = z.infer<typeof documentRecordSchema>;
export type TurnRecord = z.infer<typeof turnSchema>;
export type PassageRecord = z.infer<typeof passageSchema>;

interface JsonSchema {
  free?: string;
  [key: string]: unknown;
}

/** The record's JSON Schema (draft 2020-12), as it stands in `schema/document.v1.json`. */
export function documentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(documentRecordSchema, {
    io: "input",
    override: ({ jsonSchema }) => {
      const object = jsonSchema as JsonSchema;
      if (object.free === undefined) return;
      delete object.free;
      object.patternProperties = { [FREE_KEY.source]: {} };
      object.additionalProperties = false;
      if (Object.hasOwn(object.properties as object, "paragraphs"))
        object.oneOf = [{ required: ["paragraphs"] }, { required: ["text"] }];
    },
  });
  return {
    title: "saidso document, version 1",
    ...schema,
    oneOf: [{ required: ["text"] }, { required: ["turns"] }, { required: ["passages"] }],
    dependentRequired: { original: KEPT_KEYS },
  };
}
