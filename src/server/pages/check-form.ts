import type { Context } from "hono";
import type { CheckRequest, SentFile } from "../../desk/index.ts";
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
];
const FORMATS = ["page", "json", "html", "markdown"] as const;
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
  return { request, format, keep };
}

async function formRequest(form: Form, samples: Samples): Promise<CheckRequest> {
  const text = await checkedText(form, samples);
  const against = textField(form, "against") ?? "archive";
  const documents = against === "documents" ? documentsOf(form) : [];
  const sources = against === "sources" ? await chosen(form, "source") : [];
  if (against === "documents" && documents.length === 0)
    throw new ProblemError(
      "bad-request",
      "Documents: none is chosen; choose some, or check against the archive.",
    );
  if (against === "sources" && sources.length === 0)
    throw new ProblemError(
      "bad-request",
      "Source files: none is chosen; choose some, or check against the archive.",
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
    const bytes = new TextEncoder().encode(text.replace(/\r\n/gu, "\n"));
    return { name: PASTED[textField(form, "as") ?? "plain"] ?? "pasted.txt", bytes };
  }
  if (sample !== "") {
    const found = samples.read(sample);
    if (found === null) throw new ProblemError("bad-request", "sample: there is none of that name.");
    return { name: sample, bytes: found };
  }
  throw new ProblemError("bad-request", "There is nothing to check: paste a text, or choose a file.");
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
