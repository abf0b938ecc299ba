import type { Context } from "hono";
import * as z from "zod";
import { type CheckRequest, checkInput, checkRequest, MOST_SOURCES } from "../../desk/index.ts";
import { REPORT_FORM_NAMES, REPORT_FORMS } from "../../publish/index.ts";
import { ProblemError } from "../problem.ts";
import { fileFields, formOf, jsonOf, mediaType, textField, textFields, wrongType } from "./body.ts";
import { queryOf } from "./query.ts";

/** Names that a bare text of a media type has where none is given: their endings tell the format. */
const RAW: Readonly<Record<string, string>> = {
  "text/plain": "-",
  "text/markdown": "text.md",
  "text/html": "text.html",
  "text/vtt": "text.vtt",
  "application/x-subrip": "text.srt",
  "application/pdf": "text.pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "text.docx",
  "application/tei+xml": "text.tei",
};
const FIELDS = ["file", "text", "name", "source", "document"] as const;
export const CHECKED_TYPES: readonly string[] = [
  "application/json",
  "multipart/form-data",
  ...Object.keys(RAW),
];

const { name, documents } = checkInput.shape;

const FORMS = Object.entries(REPORT_FORMS).map(
  ([name, { type, purpose }]) => `\`${name}\` (\`${type.split(";")[0]}\`): ${purpose}`,
);

/** What may stand in the query string. */
export const checkQuery = z.strictObject({
  format: z
    .enum(REPORT_FORM_NAMES)
    .default("json")
    .describe(
      `In which form the report is answered: what \`saidso check --format\` prints. ${FORMS.join("; ")}.`,
    ),
  name: name.unwrap().optional().describe("What the report calls the text, where the body is the bare text."),
  document: documents
    .unwrap()
    .optional()
    .describe(
      "Id, or series and number, of a held document, where the body is the bare text; may be given again.",
    ),
});

/** {@link CheckRequest} as a form says it. */
export const checkForm = z
  .strictObject({
    file: z.string().meta({ format: "binary" }).optional().describe("The text, as a file."),
    text: checkInput.shape.text.optional().describe("The text, where it is no file."),
    name: name.unwrap().optional().describe("What the report calls it; without it, the file's name."),
    source: z
      .array(z.string().meta({ format: "binary" }))
      .max(MOST_SOURCES)
      .optional()
      .describe(
        "Sources sent along, as files: then they alone, with `document`, are what it is held against.",
      ),
    document: documents
      .unwrap()
      .optional()
      .describe("Ids, or series and number, of held documents: then they alone are its sources."),
  })
  .describe("A text to be checked: `file` or `text`.");

/** What is to be checked, in whichever of {@link CHECKED_TYPES} it was sent. */
export async function checkBody(c: Context): Promise<CheckRequest> {
  const query = queryOf(c, checkQuery);
  const type = mediaType(c);
  const usual = RAW[type];
  if (usual !== undefined) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return { name: query.name ?? usual, bytes, documents: query.document ?? [], sources: [] };
  }
  for (const field of ["name", "document"] as const)
    if (query[field] !== undefined)
      throw new ProblemError(
        "bad-request",
        `${field}: stands in the query of a bare text alone; put it into the body.`,
      );
  if (type === "application/json") return checkRequest(checkInput.parse(await jsonOf(c)));
  if (type === "multipart/form-data") return formRequest(c);
  throw wrongType(c, CHECKED_TYPES);
}

async function formRequest(c: Context): Promise<CheckRequest> {
  const form = await formOf(c, FIELDS);
  const files = await fileFields(form, "file");
  const text = textField(form, "text");
  if (files.length + (text === undefined ? 0 : 1) !== 1)
    throw new ProblemError("bad-request", "file: send the text once, as `file` or as `text`.");
  const given = { name: textField(form, "name"), document: textFields(form, "document") };
  const { name: called, document = [] } = checkForm.pick({ name: true, document: true }).parse(given);
  const [file] = files;
  return {
    name: called ?? file?.name ?? "-",
    // Line ends of a form's text are the form's own (CRLF, whatever was typed): only a file's are the text's.
    bytes: file?.bytes ?? new TextEncoder().encode(text!.replace(/\r\n/gu, "\n")),
    documents: document,
    sources: await fileFields(form, "source"),
  };
}
