import * as z from "zod";
import { reportSchema } from "../../check/report.ts";
import { documentOutput } from "../../desk/index.ts";
import { PROBLEM_CODES, PROBLEMS, type ProblemCode, problemSchema } from "../problem.ts";
import type { Endpoint } from "./endpoint.ts";
import { innermost } from "./query.ts";

/** Problems that each question can have. */
const COMMON = PROBLEM_CODES.filter(
  (code) =>
    ["bad-request", "token-needed", "token-wrong", "wrong-host", "not-found", "wrong-method"].includes(
      code,
    ) ||
    ["busy", "timed-out", "cancelled", "fault"].includes(code) ||
    (code.startsWith("archive-") && code !== "archive-full" && code !== "archive-read-only"),
);
/** Problems that each question that writes can have. */
const WRITING: readonly ProblemCode[] = ["writing-off", "wrong-origin", "archive-full", "archive-read-only"];
/** Definitions that programs may like to have a type of. */
const NAMED: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [reportSchema, "Report"],
  [documentOutput, "Document"],
  [problemSchema, "Problem"],
]);

export type Json = Readonly<Record<string, unknown>>;

/** An operation as OpenAPI has it. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Json[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  /** What to type, as documentation tools show it. */
  readonly "x-codeSamples": readonly { readonly lang: string; readonly source: string }[];
}
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}
export type Content = Readonly<Record<string, { readonly schema: Json }>>;
export interface Response {
  readonly description: string;
  readonly content: Content;
}

/** The API, as OpenAPI 3.1 describes it. */
export interface OpenApi {
  readonly openapi: "3.1.0";
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly securitySchemes: Json };
}

/** Describes endpoints by the definitions that they are asked and answered by. */
export function openApi(endpoints: readonly Endpoint[], version: string): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) {
    const path = addressOf(endpoint, endpoint.path);
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  const schemas = Array.from(NAMED, ([schema, name]) => [name, plain(schema)]);
  return {
    openapi: "3.1.0",
    info: {
      title: "saidso",
      version,
      description: "Says of every quotation whether these are the words of the source, and whose.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "SAIDSO_TOKEN of the server. Writing needs it; a private server asks for it always.",
        },
      },
    },
  };
}

function addressOf({ isRoot }: Endpoint, path: string): string {
  return isRoot === true ? path : `/api${path}`;
}

function operation(endpoint: Endpoint): Operation {
  const { id, summary, description, params, query, body, answers, writes, example } = endpoint;
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    security: writes ? [{ token: [] }] : [{}, { token: [] }],
    parameters: [...parameters("path", params), ...parameters("query", query)],
    ...(body === undefined ? {} : { requestBody: { required: true as const, content: content(body) } }),
    responses: {
      ...Object.fromEntries(
        answers.map((answer) => [
          answer.status,
          { description: answer.description, content: content(answer.content) },
        ]),
      ),
      ...problemResponses(endpoint),
    },
    "x-codeSamples": [{ lang: "Shell", source: `curl http://127.0.0.1:8417${addressOf(endpoint, example)}` }],
  };
}

function parameters(place: "path" | "query", schema: z.ZodObject | undefined): Parameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const { description, ...rest } = plain(field as z.ZodType);
    const required = place === "path" || innermost(field as z.ZodType) === field;
    return {
      name,
      in: place,
      required,
      ...(description === undefined ? {} : { description: String(description) }),
      schema: rest,
    };
  });
}

function content(types: Readonly<Record<string, z.ZodType | "text" | "bytes">>): Content {
  return Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type, { schema: schemaOf(schema) }]),
  );
}

function schemaOf(schema: z.ZodType | "text" | "bytes"): Json {
  if (schema === "text") return { type: "string" };
  // Bytes have no JSON: an empty schema with their media type, as OpenAPI 3.1 says it.
  if (schema === "bytes") return {};
  const name = NAMED.get(schema);
  return name === undefined ? plain(schema) : { $ref: `#/components/schemas/${name}` };
}

/** A definition as JSON Schema 2020-12, which is what OpenAPI 3.1 has. Of a field with a default, as it is asked. */
function plain(schema: z.ZodType): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function problemResponses({ problems, writes }: Endpoint): Record<string, Response> {
  const codes = new Set<ProblemCode>([...COMMON, ...problems, ...(writes ? WRITING : [])]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of PROBLEM_CODES) {
    if (!codes.has(code)) continue;
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answer = { "application/problem+json": { schema: schemaOf(problemSchema) } };
  return Object.fromEntries(
    Array.from(byStatus, ([status, some]) => [
      status,
      { description: some.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(" "), content: answer },
    ]),
  );
}
