import type { Context } from "hono";
import * as z from "zod";
import { type CheckRequest, checkInput, checkRequest, MOST_SOURCES } from "../../desk/index.ts";
import { formatOfName } from "../../formats/index.ts";
import { REPORT_FORM_NAMES, REPORT_FORMS } from "../../publish/index.ts";
import { ProblemError } from "../problem.ts";
import { fileFields, formOf, jsonOf, mediaType, textField, textFields, wrongType } from "./body.ts";
import type { Endpoint } from "./endpoint.ts";
import { queryOf } from "./query.ts";

/** A text that is sent bare, by its media type. */
interface BareType {
  readonly sent: "text" | "bytes";
  /** Of names that tell its format; null where the type tells none, and the name or the bytes do. */
  readonly ending: string | null;
}

const text = (ending: string | null): BareType => ({ sent: "text", ending });
const bytes = (ending: string | null): BareType => ({ sent: "bytes", ending });
const BARE: Readonly<Record<string, BareType>> = {
  "text/plain": text(null),
  "text/markdown": text("md"),
  "text/html": text("html"),
  "application/xhtml+xml": text("html"),
  "text/vtt": text("vtt"),
  "application/x-subrip": text("srt"),
  "application/pdf": bytes("pdf"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": bytes("docx"),
  "application/tei+xml": text("tei"),
  "application/xml": text("xml"),
  "text/xml": text("xml"),
  "application/warc": bytes("warc"),
  "application/jsonl": text("jsonl"),
  "application/x-ndjson": text("jsonl"),
  "application/octet-stream": bytes(null),
};
const FIELDS = ["file", "text", "name", "source", "document"] as const;
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
  name: name
    .unwrap()
    .optional()
    .describe(
      "What the report calls the text, where the body is the bare text. Its ending tells the format where the media type does not; where it does, and the name has another ending, the type's is put after it.",
    ),
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

/** The bodies that a check can be sent in, by media type. */
export const CHECKED_BODIES: NonNullable<Endpoint["body"]> = {
  "application/json": checkInput,
  "multipart/form-data": checkForm,
  ...Object.fromEntries(Object.entries(BARE).map(([type, { sent }]) => [type, sent])),
};

/** What is to be checked, in whichever of {@link CHECKED_BODIES} it was sent. */
export async function checkBody(c: Context): Promise<CheckRequest> {
  const query = queryOf(c, checkQuery);
  const type = mediaType(c);
  const bare = BARE[type];
  if (bare !== undefined) {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return { name: bareName(query.name, bare), bytes, documents: query.document ?? [], sources: [] };
  }
  for (const field of ["name", "document"] as const)
    if (query[field] !== undefined)
      throw new ProblemError(
        "bad-request",
        `${field}: stands in the query of a bare text alone; put it into the body.`,
      );
  if (type === "application/json") return checkRequest(checkInput.parse(await jsonOf(c)));
  if (type === "multipart/form-data") return formRequest(c);
  throw wrongType(c, Object.keys(CHECKED_BODIES));
}

/** A name whose ending tells the format that the media type says. */
function bareName(name: string | undefined, { ending }: BareType): string {
  if (ending === null) return name ?? "-";
  const usual = `text.${ending}`;
  if (name === undefined) return usual;
  return formatOfName(name) === formatOfName(usual) ? name : `${name}.${ending}`;
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
