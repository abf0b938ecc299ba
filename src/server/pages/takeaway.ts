import type { Context } from "hono";

export type TakeawayFormat = "json" | "html" | "markdown";

const KINDS: Readonly<Record<TakeawayFormat, readonly [type: string, ending: string]>> = {
  json: ["application/json", "json"],
  html: ["text/html; charset=utf-8", "html"],
  markdown: ["text/markdown; charset=utf-8", "md"],
};

/** Answers a report as a file to be kept; it opens in no page of this server. */
export function answerTakeaway(c: Context, report: string, name: string, format: TakeawayFormat): Response {
  const [type, ending] = KINDS[format];
  const file = `${name.replace(/\.[^.]*$/u, "") || "report"}.report.${ending}`;
  const plain = file.replace(/[^\w.-]+/gu, "-");
  c.header(
    "Content-Disposition",
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.toWellFormed()).replace(/['()*]/gu, "-")}`,
  );
  c.header("Content-Type", type);
  return c.body(report);
}
