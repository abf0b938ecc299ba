import type { Context } from "hono";
import { REPORT_FORMS, type ReportFormName } from "../../publish/index.ts";

/** Answers a report as a file to be kept; it opens in no page of this server. */
export function answerTakeaway(c: Context, report: string, name: string, format: ReportFormName): Response {
  const { type, ending } = REPORT_FORMS[format];
  const file = `${name.replace(/\.[^.]*$/u, "") || "report"}.report.${ending}`;
  const plain = file.replace(/[^\w.-]+/gu, "-");
  c.header(
    "Content-Disposition",
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.toWellFormed()).replace(/['()*]/gu, "-")}`,
  );
  c.header("Content-Type", type);
  return c.body(report);
}
