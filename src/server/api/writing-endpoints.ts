import type { Context } from "hono";
import * as z from "zod";
import { type Added, addInput, addOutput, removedOutput, type SentFile } from "../../desk/index.ts";
import { printableJson } from "../../publish/index.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import { jsonAnswer } from "./asking-endpoints.ts";
import { fileFields, formOf, jsonOf, mediaType, wrongType } from "./body.ts";
import { documentParams } from "./document-endpoints.ts";
import { answerJson, type Endpoint } from "./endpoint.ts";
import { queryOf } from "./query.ts";

const addQuery = z.strictObject({
  replace: z
    .boolean()
    .default(false)
    .describe("A document of a series and number that another one has becomes that one's new version."),
});
const addForm = z
  .strictObject({ file: z.array(z.string().meta({ format: "binary" })).min(1) })
  .describe("Files, one or more.");
const NONE = z.strictObject({});

/** Put documents in, and take them out. */
export function writingEndpoints({ writes }: House): Endpoint[] {
  return [
    {
      method: "post",
      path: "/documents",
      id: "addDocuments",
      summary: "Put documents in",
      description:
        "All of those that can be read, or none, in one step. The same name sent again is a new version of its document; the same bytes are held once. Nothing taken in is a problem, which has the members of the answer too.",
      query: addQuery,
      body: { "multipart/form-data": addForm, "application/json": addInput },
      answers: [
        {
          status: 201,
          description: "What became of each; some came in.",
          content: { "application/json": addOutput },
        },
        {
          status: 200,
          description: "All that could be read was held already.",
          content: { "application/json": addOutput },
        },
      ],
      problems: ["number-taken", "too-large", "wrong-type", "unreadable-text"],
      example: '/documents -H "Authorization: Bearer $SAIDSO_TOKEN" -F file=@dispatch.txt',
      writes: true,
      handler: async (c) => {
        const { replace } = queryOf(c, addQuery);
        const files = await sentFiles(c);
        const added = new Date().toISOString();
        return answerAdded(c, await writes.ask("add", { files, replace, added }));
      },
    },
    {
      method: "delete",
      path: "/documents/{id}",
      id: "removeDocument",
      summary: "Take a document out, with all its versions",
      params: documentParams,
      query: NONE,
      answers: [jsonAnswer("What was taken out.", removedOutput)],
      problems: ["unknown-document"],
      example: '/documents/special-dispatch-118 -X DELETE -H "Authorization: Bearer $SAIDSO_TOKEN"',
      writes: true,
      handler: async (c) => {
        queryOf(c, NONE);
        const removed = await writes.ask("remove", { documents: [c.req.param("id")!] });
        return answerJson(c, `${printableJson(removed)}\n`);
      },
    },
  ];
}

async function sentFiles(c: Context): Promise<SentFile[]> {
  const type = mediaType(c);
  if (type === "application/json") {
    const { name, text } = addInput.parse(await jsonOf(c));
    return [{ name, bytes: new TextEncoder().encode(text) }];
  }
  if (type !== "multipart/form-data") throw wrongType(c, ["multipart/form-data", "application/json"]);
  const files = await fileFields(await formOf(c, ["file"]), "file");
  if (files.length === 0) throw new ProblemError("bad-request", "file: none is sent; send one or more.");
  return files;
}

/** Nothing that came in, and nothing that was held: the first reason is the problem. */
function answerAdded(c: Context, answer: Added): Response {
  const { documents, unread, summary } = answer;
  const refused = documents.find(({ outcome }) => outcome === "refused");
  if (summary.added + summary.versions + summary.held === 0) {
    if (refused !== undefined)
      throw new ProblemError(
        "number-taken",
        `${refused.path}: another document, ${refused.id}, has this number; send it with replace=true to make it a version of that.`,
        answer,
      );
    throw new ProblemError("unreadable-text", `${unread[0]!.path}: ${unread[0]!.reason}`, answer);
  }
  return answerJson(c, `${printableJson(answer)}\n`, summary.added + summary.versions > 0 ? 201 : 200);
}
