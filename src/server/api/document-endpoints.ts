import type { Context } from "hono";
import * as z from "zod";
import {
  documentInput,
  documentOutput,
  notesInput,
  notesOutput,
  passageInput,
  passageOutput,
  passagesInput,
  passagesOutput,
  referencesOutput,
  versionsOutput,
} from "../../desk/index.ts";
import { DOCUMENT_FORMATS } from "../../publish/document-format.ts";
import { DOCUMENT_FORMAT_NAMES } from "../../publish/index.ts";
import { baseOf } from "../base.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import { jsonAnswer } from "./asking-endpoints.ts";
import { type Answer, answerJson, type Endpoint } from "./endpoint.ts";
import { queryOf } from "./query.ts";

const { document: id, ...documentQuery } = documentInput.shape;
const { document: _of, ...passagesQuery } = passagesInput.shape;
const { document: _in, passage, ...passageQuery } = passageInput.shape;
export const documentParams = z.strictObject({ id });
const passageParams = z.strictObject({
  id,
  passage: passage.unwrap().describe("Its id, as findings and search hits name it."),
});
const QUERIES = {
  none: z.strictObject({}),
  document: z.strictObject({
    ...documentQuery,
    format: z
      .enum(DOCUMENT_FORMAT_NAMES)
      .optional()
      .describe("As a file in this format, as `saidso show --format` prints it; without one, JSON."),
  }),
  passages: z.strictObject(passagesQuery),
  passage: z.strictObject(passageQuery),
  version: z.strictObject({ version: notesInput.shape.version }),
};

/** What `format` asks for, by media type. */
const FILES: Answer["content"] = Object.fromEntries(
  Object.values(DOCUMENT_FORMATS).map(({ mediaType }) => [mediaType.replace(/;.*$/u, ""), "text" as const]),
);

/** Read one document. Wherever an id stands, series and number do too. */
export function documentEndpoints({ reads }: House): Endpoint[] {
  const signal = (c: Context) => ({ signal: c.req.raw.signal });
  const document = (c: Context): string => c.req.param("id")!;
  return [
    {
      method: "get",
      path: "/documents/{id}",
      id: "showDocument",
      summary: "Read a document",
      description:
        "Whose words are whose, notes, versions, what it refers to and what to it: byte for byte what `saidso show --format json` prints.",
      params: documentParams,
      query: QUERIES.document,
      answers: [
        {
          status: 200,
          description: "The document.",
          content: { "application/json": documentOutput, ...FILES },
        },
      ],
      problems: ["unknown-document", "unknown-version"],
      example: "/documents/special-dispatch-118",
      handler: async (c) => {
        const { format, ...query } = queryOf(c, QUERIES.document);
        if (format === undefined)
          return answerJson(c, await reads.ask("document", { ...query, document: document(c) }, signal(c)));
        if (query.voice !== undefined)
          throw new ProblemError("bad-request", "voice: does not go with format; leave one of them out.");
        const asked = { document: document(c), version: query.version, format, base: baseOf(c) };
        const { body, name, mediaType } = await reads.ask("publishedDocument", asked, signal(c));
        return c.body(body, 200, {
          "Content-Type": mediaType,
          "Content-Disposition": `attachment; filename*=UTF-8''${headerName(name)}`,
        });
      },
    },
    {
      method: "get",
      path: "/documents/{id}/versions",
      id: "listVersions",
      summary: "List a document's versions",
      params: documentParams,
      query: QUERIES.none,
      answers: [jsonAnswer("All versions, the oldest first.", versionsOutput)],
      problems: ["unknown-document"],
      example: "/documents/special-dispatch-118/versions",
      handler: async (c) => {
        queryOf(c, QUERIES.none);
        return answerJson(c, await reads.ask("versions", { document: document(c) }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/documents/{id}/passages",
      id: "listPassages",
      summary: "List a document's passages",
      params: documentParams,
      query: QUERIES.passages,
      answers: [jsonAnswer("Passages, in the order of the text.", passagesOutput)],
      problems: ["unknown-document", "unknown-version"],
      example: "/documents/special-dispatch-118/passages -G -d voice=speaker",
      handler: async (c) => {
        const query = queryOf(c, QUERIES.passages);
        return answerJson(c, await reads.ask("passages", { ...query, document: document(c) }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/documents/{id}/passages/{passage}",
      id: "readPassage",
      summary: "Read a passage, with its citation",
      description: "With those around it, where `before` and `after` ask for them.",
      params: passageParams,
      query: QUERIES.passage,
      answers: [jsonAnswer("The passage, its citation, its selectors.", passageOutput)],
      problems: ["unknown-document", "unknown-version", "unknown-passage"],
      example: "/documents/special-dispatch-118/passages/a1.1",
      handler: async (c) => {
        const wanted = { document: document(c), passage: c.req.param("passage")! };
        return answerJson(
          c,
          await reads.ask("passage", { ...queryOf(c, QUERIES.passage), ...wanted }, signal(c)),
        );
      },
    },
    {
      method: "get",
      path: "/documents/{id}/notes",
      id: "listNotes",
      summary: "List a document's notes",
      params: documentParams,
      query: QUERIES.version,
      answers: [jsonAnswer("Notes with their words.", notesOutput)],
      problems: ["unknown-document", "unknown-version"],
      example: "/documents/special-dispatch-118/notes",
      handler: async (c) => {
        const query = queryOf(c, QUERIES.version);
        return answerJson(c, await reads.ask("notes", { ...query, document: document(c) }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/documents/{id}/references",
      id: "listReferences",
      summary: "List what a document refers to, and what refers to it",
      params: documentParams,
      query: QUERIES.none,
      answers: [jsonAnswer("References, both ways.", referencesOutput)],
      problems: ["unknown-document"],
      example: "/documents/special-dispatch-118/references",
      handler: async (c) => {
        queryOf(c, QUERIES.none);
        return answerJson(c, await reads.ask("references", { document: document(c) }, signal(c)));
      },
    },
    {
      method: "get",
      path: "/documents/{id}/original",
      id: "readOriginal",
      summary: "Fetch the bytes as they were added",
      params: documentParams,
      query: QUERIES.version,
      answers: [{ status: 200, description: "The bytes.", content: { "application/octet-stream": "bytes" } }],
      problems: ["unknown-document", "unknown-version"],
      example: "/documents/special-dispatch-118/original -OJ",
      handler: async (c) => {
        const query = queryOf(c, QUERIES.version);
        const { name, bytes } = await reads.ask("original", { ...query, document: document(c) }, signal(c));
        return c.body(new Uint8Array(bytes), 200, {
          "Content-Type": "application/octet-stream",
          "Content-Disposition": `attachment; filename*=UTF-8''${headerName(name)}`,
        });
      },
    },
  ];
}

/** A file's name as RFC 8187 has it in a header. */
function headerName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
