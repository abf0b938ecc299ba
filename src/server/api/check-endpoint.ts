import type { Context } from "hono";
import { reportSchema } from "../../check/report.ts";
import { REPORT_FORMS } from "../../publish/index.ts";
import { checkOn } from "../check-desk.ts";
import type { House } from "../house.ts";
import { answerTakeaway } from "../pages/takeaway.ts";
import { ProblemError } from "../problem.ts";
import { reportOn } from "../report-desk.ts";
import { CHECKED_BODIES, checkBody, checkQuery } from "./check-body.ts";
import { streamCheck } from "./check-stream.ts";
import { answerJson, type Endpoint } from "./endpoint.ts";
import { queryOf } from "./query.ts";

/** Checks a text. */
export function checkEndpoint(house: House): Endpoint {
  const { checks } = house;
  return {
    method: "post",
    path: "/check",
    id: "checkText",
    summary: "Check a text",
    description:
      "Says of every quotation whether these are the words of what is held, and whose. The report is byte for byte what `saidso check --format json` prints. Over its time a check answers what it has: quotations it did not come to are undecided, `out-of-time`. With `Accept: text/event-stream` it answers server-sent events: `begun` with the number of `quotations`, each `finding` with its `index`, as it comes, and at last the whole `report`, or a `problem`. Whoever leaves ends the check.",
    query: checkQuery,
    body: CHECKED_BODIES,
    answers: [
      {
        status: 200,
        description: "The report.",
        content: {
          "application/json": reportSchema,
          ...Object.fromEntries(otherTypes().map((type) => [type, "text" as const])),
          "text/event-stream": "text",
        },
      },
    ],
    problems: ["unknown-document", "too-large", "wrong-type", "unreadable-text"],
    example: "/check -F file=@story.md",
    handler: async (c) => {
      checks.requireRoom();
      const { format } = queryOf(c, checkQuery);
      if (wantsEvents(c) && format !== "json")
        throw new ProblemError(
          "bad-request",
          `format: events tell the report as JSON alone; leave ${format}, or the Accept of text/event-stream, out.`,
        );
      const request = await checkBody(c);
      if (wantsEvents(c)) return streamCheck(c, checks, request);
      const report = await checkOn(checks, request, { signal: c.req.raw.signal });
      if (format === "json") return answerJson(c, report);
      return answerTakeaway(c, await reportOn(house, request, report, format), request.name, format);
    },
  };
}

/** The media types of the forms that are no JSON report, without their parameters; each once. */
function otherTypes(): string[] {
  const types = Object.values(REPORT_FORMS).map(({ type }) => type.split(";")[0]!);
  return [...new Set(types)].filter((type) => type !== REPORT_FORMS.json.type);
}

function wantsEvents(c: Context): boolean {
  return /\btext\/event-stream\b/iu.test(c.req.header("Accept") ?? "");
}
