import type { Context } from "hono";
import type { CheckRequest, SentFile } from "../../desk/index.ts";
import { REPORT_FORM_NAMES } from "../../publish/index.ts";
import { type Form, fileFields, formOf, textField, textFields } from "../api/body.ts";
import { ProblemError } from "../problem.ts";
import type { Samples } from "../samples.ts";
import { AGAIN, unpackRequest } from "./check-parcel.ts";

const FIELDS = [
  "text",
  "as",
  "file",
  "sample",
  "against",
  "document",
  "documents",
  "source",
  "format",
  "keep",
  "token",
];
const FORMATS = ["page", ...REPORT_FORM_NAMES] as const;
/** Names of pasted texts: their endings tell the format. */
const PASTED: Readonly<Record<string, string>> = {
  plain: "pasted.txt",
  markdown: "pasted.md",
  html: "pasted.html",
};

/** What the form of the check page asks for. */
export interface AskedCheck {
  readonly request: CheckRequest;
  readonly format: (typeof FORMATS)[number];
  /** What is to be stored, where something is. */
  readonly keep: "outline" | "whole" | null;
  /** The server's token, where somebody gives it to store a result. */
  readonly token: string;
}

/** What somebody typed and chose; files a browser does not give back. */
export interface TypedCheck {
  readonly text: string;
  readonly as: string;
  readonly sample: string;
  readonly against: string;
  readonly document: readonly string[];
  readonly documents: string;
}

/** The fields beside which it is said what is missing. */
export type MissingField = "text" | "documents" | "source";

/** That the form lacks something: a page shows the form again, a program is told a `bad-request`. */
export class MissingError extends ProblemError {
  readonly field: MissingField;
  readonly typed: TypedCheck;

  constructor(field: MissingField, detail: string, form: Form) {
    super("bad-request", detail);
    this.field = field;
    this.typed = {
      text: (textField(form, "text") ?? "").replace(/\r\n/gu, "\n"),
      as: textField(form, "as") ?? "",
      sample: textField(form, "sample") ?? "",
      against: textField(form, "against") ?? "archive",
      document: textFields(form, "document"),
      documents: textField(form, "documents") ?? "",
    };
  }
}

/** Reads the check page's form, or what a result's page sends back. Throws `bad-request` where there is nothing to check. */
export async function askedCheck(c: Context, samples: Samples): Promise<AskedCheck> {
  const form = await formOf(c, [...FIELDS, AGAIN]);
  const again = textField(form, AGAIN);
  const wanted = textField(form, "format") ?? "page";
  const format = FORMATS.find((one) => one === wanted);
  if (format === undefined)
    throw new ProblemError("bad-request", `format: ${wanted} is none of ${FORMATS.join(", ")}.`);
  const keep = textField(form, "keep") ?? null;
  if (keep !== null && keep !== "outline" && keep !== "whole")
    throw new ProblemError("bad-request", "keep: what can be stored is `outline` or `whole`.");
  const request = again === undefined ? await formRequest(form, samples) : unpackRequest(again);
  return { request, format, keep, token: textField(form, "token") ?? "" };
}

async function formRequest(form: Form, samples: Samples): Promise<CheckRequest> {
  const text = await checkedText(form, samples);
  const against = textField(form, "against") ?? "archive";
  const documents = against === "documents" ? documentsOf(form) : [];
  const sources = against === "sources" ? await chosen(form, "source") : [];
  if (against === "documents" && documents.length === 0)
    throw new MissingError(
      "documents",
      "Documents: none is chosen; choose some, or check against the archive.",
      form,
    );
  if (against === "sources" && sources.length === 0)
    throw new MissingError(
      "source",
      "Source files: none is chosen; choose some, or check against the archive.",
      form,
    );
  return { ...text, documents, sources };
}

async function checkedText(form: Form, samples: Samples): Promise<SentFile> {
  const [file] = await chosen(form, "file");
  if (file !== undefined) return file;
  const sample = textField(form, "sample") ?? "";
  const text = textField(form, "text") ?? "";
  if (text.trim() !== "") {
    // A form sends each line's end as CR LF; the text that was pasted had none.
    const written = text.replace(/\r\n/gu, "\n");
    const chosenFormat = textField(form, "as") ?? "plain";
    const as = chosenFormat === "guess" ? guessedFormat(written) : chosenFormat;
    return { name: PASTED[as] ?? "pasted.txt", bytes: new TextEncoder().encode(written) };
  }
  if (sample !== "") {
    const found = samples.read(sample);
    if (found === null) throw new ProblemError("bad-request", "sample: there is none of that name.");
    return { name: sample, bytes: found };
  }
  throw new MissingError("text", "There is nothing to check: paste a text, or choose a file.", form);
}

/** A heading, a block quotation, a link: what plain text hardly has. Links are bounded, so that brackets cost nothing. */
const MARKDOWN = /^ {0,3}(?:#{1,6}[ \t]|>)|\[[^[\]\n]{1,200}\]\([^()\s]{1,500}\)/mu;

function guessedFormat(text: string): "markdown" | "plain" {
  return MARKDOWN.test(text) ? "markdown" : "plain";
}

function documentsOf(form: Form): string[] {
  const typed = textField(form, "documents") ?? "";
  return [...textFields(form, "document"), ...typed.split(/\r?\n/u)]
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The files of a field; a browser sends one without name and bytes where none was chosen. */
function chosen(form: Form, field: string): Promise<SentFile[]> {
  const files = (form.get(field) ?? []).filter(
    (one) => !(one instanceof File) || one.name !== "" || one.size > 0,
  );
  return fileFields(new Map([[field, files]]), field);
}
