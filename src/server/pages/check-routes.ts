import { type Context, Hono } from "hono";
import type { Report } from "../../check/index.ts";
import { formOf, textField } from "../api/body.ts";
import { checkOn } from "../check-desk.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import { reportOn, threadsFor } from "../report-desk.ts";
import { damagedResult } from "../results.ts";
import { askedCheck } from "./check-form.ts";
import { deletedPage, receiptPage } from "./result-page.ts";
import { outlineBody, wholeBody } from "./stored-result.ts";
import { answerTakeaway } from "./takeaway.ts";

/** Checking a text, and what is done with the result. */
export function checkRoutes(house: House): Hono {
  const pages = new Hono();
  // What is checked is the asker's own, and so is what comes out.
  pages.use(async (c, next) => {
    await next();
    if (/^\/(?:check|results)(?:\/|$)/u.test(c.req.path)) c.header("Cache-Control", "no-store");
  });
  pages.get("/", async (c) => c.html(await house.reads.ask("checkPage", { samples: house.samples.names })));
  pages.get("/check", (c) => c.redirect("/", 302));
  pages.post("/check", (c) => answerCheck(c, house));
  pages.post("/results", (c) => storeResult(c, house));
  pages.get("/results/:id", (c) => showResult(c, house));
  pages.post("/results/:id/delete", async (c) => {
    const form = await formOf(c, ["key"]);
    const isKnown = house.access.hasToken && house.access.isKnown(c);
    await house.results.remove(c.req.param("id"), isKnown ? null : (textField(form, "key") ?? ""));
    return c.html(deletedPage());
  });
  return pages;
}

async function answerCheck(c: Context, house: House): Promise<Response> {
  const { request, format } = await askedCheck(c, house.samples);
  const report = await checkOn(house.checks, request, { signal: c.req.raw.signal });
  if (format === "json") return answerTakeaway(c, report, request.name, format);
  if (format === "page") {
    const query = { request, report, mayStore: mayStore(c, house) };
    return c.html(await threadsFor(request, house).ask("checkResultPage", query));
  }
  return answerTakeaway(c, await reportOn(house, request, report, format), request.name, format);
}

/** Where there is no token the server is reached from its own machine alone, and whoever uses it may store. */
function mayStore(c: Context, { access }: House): boolean {
  return !access.hasToken || access.isKnown(c);
}

async function storeResult(c: Context, house: House): Promise<Response> {
  if (!mayStore(c, house))
    throw new ProblemError("token-needed", "Storing a result needs the server's token.");
  const { request, keep } = await askedCheck(c, house.samples);
  if (keep === null) throw new ProblemError("bad-request", "keep: say what is stored, `outline` or `whole`.");
  const json = await checkOn(house.checks, request, { signal: c.req.raw.signal });
  const report = JSON.parse(json) as Report;
  const receipt = await house.results.store(
    keep,
    keep === "outline" ? outlineBody(report) : wholeBody(request, report),
  );
  return c.html(receiptPage(receipt, keep, new URL(c.req.url).origin), 201);
}

async function showResult(c: Context, { results, reads }: House): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const stored = await results.read(id);
  const { format } = c.req.query();
  if (format === undefined) {
    const page = await reads.ask("storedResultPage", { id, stored });
    if (page === null) throw damagedResult(id);
    return c.html(page);
  }
  if (format !== "json" && format !== "html" && format !== "markdown")
    throw new ProblemError("bad-request", `format: ${format} is none of json, html, markdown.`);
  if (stored.kind === "outline" && format !== "json")
    throw new ProblemError("bad-request", "format: an outline is answered as json alone.");
  const report = await reads.ask("storedTakeaway", { id, stored, format });
  if (report === null) throw damagedResult(id);
  return answerTakeaway(c, report, id, format);
}
