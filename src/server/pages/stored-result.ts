import * as z from "zod";
import { type Report, reportSchema } from "../../check/report.ts";
import type { CheckRequest } from "../../desk/index.ts";
import { reportOutline } from "../../publish/report-outline.ts";
import { hashOf } from "../hash.ts";

const { summary, findings, form } = reportSchema.shape;
const finding = findings.element.shape;
const problem = form.element.shape;
const count = z.int().min(0);

const outlineSchema = z.strictObject({
  text: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/u), words: count }),
  summary,
  findings: z.array(
    z.strictObject({
      line: problem.line,
      status: finding.status,
      reason: finding.reason,
      rules: z.array(z.strictObject({ rule: problem.rule, severity: problem.severity })),
      place: z
        .strictObject({ document: z.string(), version: z.int().min(1), passage: z.string().nullable() })
        .nullable(),
    }),
  ),
  form: z.array(z.strictObject({ line: problem.line, rule: problem.rule, severity: problem.severity })),
});

const wholeSchema = z.strictObject({
  name: z.string().min(1).max(255),
  /** The bytes that were checked, in base64. */
  bytes: z.base64(),
  /** Whether sources were sent along, and which held documents were named: its links depend on them. */
  sent: z.boolean(),
  documents: z.array(z.string()),
  report: reportSchema,
});

export type StoredOutline = z.infer<typeof outlineSchema>;

/** A stored result with its text. */
export interface StoredWhole {
  readonly request: CheckRequest;
  readonly sent: boolean;
  readonly report: Report;
}

/** What is stored of a result without its text. */
export function outlineBody(report: Report): string {
  return JSON.stringify(reportOutline(report));
}

/** What is stored of a result with its text; sources that were sent along are not. */
export function wholeBody({ name, bytes, documents, sources }: CheckRequest, report: Report): string {
  const text = Buffer.from(bytes).toString("base64");
  return JSON.stringify({ name, bytes: text, sent: sources.length > 0, documents, report });
}

/** {@link outlineBody} undone; null where it is damaged. */
export function readOutline(body: string): StoredOutline | null {
  return outlineSchema.safeParse(json(body)).data ?? null;
}

/** {@link wholeBody} undone; null where it is damaged. */
export function readWhole(body: string): StoredWhole | null {
  const { data } = wholeSchema.safeParse(json(body));
  if (data === undefined) return null;
  const bytes = new Uint8Array(Buffer.from(data.bytes, "base64"));
  if (hashOf(bytes) !== data.report.text.sha256) return null;
  return {
    request: { name: data.name, bytes, documents: data.documents, sources: [] },
    sent: data.sent,
    report: data.report,
  };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
