import * as z from "zod";
import { nearestNames } from "../check/index.ts";
import { RULES, type RuleId, STYLES, type StyleName } from "../core/index.ts";
import { PolicyError } from "./policy-error.ts";

const path = z.string().min(1);

/** What a rule may be set to: not told, or told as this severe. */
const levelSchema = z.enum(["off", "error", "warning", "info"]);

const ruleIds = Object.keys(RULES) as RuleId[];
const levels = Object.fromEntries(ruleIds.map((id) => [id, levelSchema.optional()]));

const typographySchema = z.strictObject({
  quotes: z
    .enum(["auto", "curly", "straight", "keep"])
    .optional()
    .describe(
      "Quotation marks and apostrophes: `curly` as the text's language has them, `straight`, or `auto` (the default): whichever of the two most of the text's quotations have.",
    ),
  ellipsis: z
    .enum(["character", "keep"])
    .optional()
    .describe("Three full stops, with or without spaces between: `character` (the default) makes them …."),
  dashes: z
    .enum(["dash", "keep"])
    .optional()
    .describe(
      "Hyphens that stand for a dash: `dash` (the default) makes -- and --- an em dash and a hyphen between spaces an en dash.",
    ),
  spaces: z
    .enum(["single", "keep"])
    .optional()
    .describe(
      "`single` (the default): several spaces are one, and a no-break space is a plain one where the language does not ask for it.",
    ),
});

/**
 * What `saidso.config.json` may say. `formats` are the names that `format` takes, which the command line knows.
 * Defined here once: types are inferred, and `schema/config.v1.json` is emitted.
 */
export function configSchema<const Formats extends readonly [string, ...string[]]>(formats: Formats) {
  return z
    .strictObject({
      $schema: z.string().optional().describe("This schema, for editors."),
      sources: z
        .array(path)
        .min(1)
        .optional()
        .describe(
          "Files and folders that texts are checked against where --against and --archive are not given; relative to this file.",
        ),
      archive: path
        .optional()
        .describe(
          "The archive that texts are checked against where none is named; relative to this file. Not beside `sources`.",
        ),
      rules: (z.strictObject(levels) as unknown as z.ZodType<RuleLevels>)
        .optional()
        .describe(
          "Rules switched off, or of another severity. A finding's status stays what it is; exit code and counts follow.",
        ),
      style: z
        .enum(Object.keys(STYLES) as [StyleName, ...StyleName[]])
        .optional()
        .describe(
          "`chicago` (the default), `bluebook`: a changed first letter stands in brackets, `ap`: words in ( ) are supplied as in [ ].",
        ),
      names: z
        .array(z.array(z.string().min(1)).min(2))
        .optional()
        .describe('Names that are one person: [["Samia Dudin", "Umm Karim"]].'),
      ignore: z
        .array(path)
        .optional()
        .describe(
          "Files that are not checked though they are named, as globs (*, **, ?, {a,b}) relative to this file.",
        ),
      failOn: z
        .enum(["error", "warning", "never"])
        .optional()
        .describe("From which severity on the exit code is 1."),
      format: z.enum(formats).optional().describe("How reports are printed."),
      baseline: path.optional().describe("The file of findings that are known; relative to this file."),
      maxSize: z.number().gt(0).optional().describe("Megabytes; larger files are refused."),
      typography: typographySchema.optional().describe("What --fix changes inside faithful quotations."),
    })
    .describe("Configuration of `saidso check`, found in the current folder or the nearest above it.");
}

export type Level = z.infer<typeof levelSchema>;
export type RuleLevels = Readonly<Partial<Record<RuleId, Level>>>;
export type Typography = z.infer<typeof typographySchema>;
export type Config<Formats extends readonly [string, ...string[]] = readonly [string, ...string[]]> = z.infer<
  ReturnType<typeof configSchema<Formats>>
>;

/** The configuration's JSON Schema (draft 2020-12), as it stands in `schema/config.v1.json`. */
export function configJsonSchema(formats: readonly [string, ...string[]]): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema(formats));
  return { title: "saidso configuration, version 1", ...schema };
}

/** Reads a configuration's text. Throws a {@link PolicyError} that says where it goes wrong, why, and what would do. */
export function readConfig<const Formats extends readonly [string, ...string[]]>(
  text: string,
  formats: Formats,
): Config<Formats> {
  const config = parsed(configSchema(formats), text);
  if (config.sources !== undefined && config.archive !== undefined)
    throw new PolicyError("archive", "does not go with sources; name the archive or the sources.");
  return config as Config<Formats>;
}

/** What a JSON text holds, as the schema has it. Throws a {@link PolicyError}. */
export function parsed<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (error) {
    throw new PolicyError("", `is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  throw new PolicyError(pathOf(issue), reasonOf(issue, schema));
}

type Issue = z.core.$ZodIssue;

function pathOf(issue: Issue): string {
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./u, "");
}

function reasonOf(issue: Issue, schema: z.ZodType): string {
  switch (issue.code) {
    case "unrecognized_keys": {
      const isRule = issue.path[0] === "rules";
      const known = isRule ? ruleIds : keysAt(schema, issue.path);
      const [near] = nearestNames(issue.keys[0]!, known);
      const what = isRule ? "is no rule" : "is not known";
      const all = isRule ? "`saidso explain` lists them all" : `known are ${known.join(", ")}`;
      return `${what}; ${near === undefined ? all : `${near} is`}.`;
    }
    case "invalid_value":
      return `is none of ${issue.values.map((value) => JSON.stringify(value)).join(", ")}.`;
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return issue.origin === "number"
        ? `must be above ${issue.minimum}.`
        : issue.origin === "array"
          ? `must have at least ${issue.minimum}.`
          : "must not be empty.";
    default:
      return `${issue.message}.`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "an object",
  record: "an object",
  number: "a number",
  int: "a whole number",
};

/** The keys of the object at a path of a schema. */
function keysAt(schema: z.ZodType, at: readonly PropertyKey[]): string[] {
  let json: JsonSchema = z.toJSONSchema(schema) as JsonSchema;
  for (const key of at)
    json =
      (typeof key === "number"
        ? json.items
        : (json.properties?.[String(key)] ?? json.additionalProperties)) ?? {};
  return Object.keys(json.properties ?? {}).filter((key) => !key.startsWith("$"));
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema;
}
