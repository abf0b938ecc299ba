import { MIMEType } from "node:util";
import type { Context } from "hono";
import type { SentFile } from "../../desk/index.ts";
import { ProblemError } from "../problem.ts";

/** A form's fields, each as often as it was sent. */
export type Form = ReadonlyMap<string, readonly (string | File)[]>;

/** The body's media type without its parameters; empty where none is said. */
export function mediaType(c: Context): string {
  return (c.req.header("Content-Type") ?? "").replace(/;.*$/su, "").trim().toLowerCase();
}

/** That the body is of none of the types that are taken. */
export function wrongType(c: Context, taken: readonly string[]): ProblemError {
  const given = mediaType(c);
  return new ProblemError(
    "wrong-type",
    `Content-Type: ${given === "" ? "none is given" : `${given} is not taken here`}; send ${taken.join(", ")}.`,
  );
}

/** The body as JSON. */
export async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch (error) {
    // What V8 says of it would repeat the text.
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProblemError("bad-request", 'The body is no JSON; send an object such as {"text": "…"}.');
  }
}

/**
 * Fields of a form at the most: ten times what a person would choose by hand. Each costs the thread that answers
 * everybody a hundred times what a byte does, so that 16 MB of nothing but fields would hold it for seconds.
 */
const MOST_FIELDS = 1000;

/** The body as a form of these fields. */
export async function formOf(c: Context, fields: readonly string[]): Promise<Form> {
  const form = new Map<string, (string | File)[]>();
  for (const [name, value] of await formEntries(c)) {
    if (!fields.includes(name))
      throw new ProblemError("bad-request", `${name}: not known here; the form has ${fields.join(", ")}.`);
    const values = form.get(name);
    if (values === undefined) form.set(name, [value]);
    else values.push(value);
  }
  return form;
}

async function formEntries(c: Context): Promise<[string, string | File][]> {
  const type = c.req.header("Content-Type") ?? "";
  const body = Buffer.from(await c.req.arrayBuffer());
  try {
    // The boundary stands before each field, and once at the end.
    if (hasMore(body, separatorOf(type), MOST_FIELDS + 1))
      throw new ProblemError(
        "bad-request",
        `The form has more than ${MOST_FIELDS} fields; send fewer, in several requests.`,
      );
    const form = await new Response(body, { headers: { "Content-Type": type } }).formData();
    return [...form.entries()] as [string, string | File][];
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ProblemError(
      "bad-request",
      "The body is no form as multipart/form-data has it; let your program build it.",
    );
  }
}

/** What stands between two fields of a form of this type. */
function separatorOf(type: string): string {
  const boundary = new MIMEType(type).params.get("boundary");
  return boundary === null ? "&" : `--${boundary}`;
}

/** Whether a word stands in the bytes more than so many times; looks no further than that. */
function hasMore(bytes: Buffer, word: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length))
    if (++count > most) return true;
  return false;
}

/** The one value of a field that is text; undefined where it is not sent. */
export function textField(form: Form, name: string): string | undefined {
  const values = form.get(name) ?? [];
  if (values.length > 1)
    throw new ProblemError("bad-request", `${name}: is given ${values.length} times; give it once.`);
  const [value] = values;
  if (value instanceof File) throw new ProblemError("bad-request", `${name}: is a file; send it as text.`);
  return value;
}

/** The texts of a field that may be sent again. */
export function textFields(form: Form, name: string): string[] {
  return (form.get(name) ?? []).map((value) => {
    if (value instanceof File) throw new ProblemError("bad-request", `${name}: is a file; send it as text.`);
    return value;
  });
}

/** The files of a field, with their names. */
export function fileFields(form: Form, name: string): Promise<SentFile[]> {
  return Promise.all(
    (form.get(name) ?? []).map(async (value) => {
      if (!(value instanceof File))
        throw new ProblemError("bad-request", `${name}: is no file; send it with a file's name.`);
      return { name: fileName(value, name), bytes: new Uint8Array(await value.arrayBuffer()) };
    }),
  );
}

/** Code units of a file's name at the most: as many as file systems take. */
const LONGEST_NAME = 255;

function fileName({ name }: File, field: string): string {
  if (name === "")
    throw new ProblemError("bad-request", `${field}: has no name; its ending tells the format.`);
  if (name.length > LONGEST_NAME)
    throw new ProblemError(
      "bad-request",
      `${field}: its name is longer than ${LONGEST_NAME} characters; shorten it.`,
    );
  return name;
}
