import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Report } from "../../check/index.ts";
import { REPORT_FORM_NAMES } from "../../publish/index.ts";
import { formOf, textField } from "../api/body.ts";
import { checkOn } from "../check-desk.ts";
import type { House } from "../house.ts";
import { ProblemError } from "../problem.ts";
import { reportOn, threadsFor } from "../report-desk.ts";
import { damagedResult } from "../results.ts";
import { wantsPage } from "./answer-error.ts";
import { askedCheck, MissingError } from "./check-form.ts";
import { deletedPage, receiptPage } from "./result-page.ts";
import { showPage } from "./shown-page.ts";
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
  pages.get("/", async (c) =>
    showPage(c, await house.reads.ask("checkPage", { samples: house.samples.names })),
  );
  pages.get("/check", (c) => c.redirect("/", 302));
  pages.post("/check", async (c) => {
    try {
      return await answerCheck(c, house);
    } catch (error) {
      if (!(error instanceof MissingError) || !wantsPage(c)) throw error;
      const again = { typed: error.typed, field: error.field, told: error.message };
      const query = { samples: house.samples.names, again };
      return showPage(c, await house.reads.ask("checkPage", query), 400);
    }
  });
  pages.post("/results", (c) => storeResult(c, house));
  pages.get("/results/:id/receipt", (c) => showReceipt(c, house));
  pages.get("/results/:id", (c) => showResult(c, house));
  pages.post("/results/:id/delete", async (c) => {
    const form = await formOf(c, ["key"]);
    const isKnown = house.access.hasToken && house.access.isKnown(c);
    await house.results.remove(c.req.param("id"), isKnown ? null : (textField(form, "key") ?? ""));
    return showPage(c, deletedPage());
  });
  return pages;
}

async function answerCheck(c: Context, house: House): Promise<Response> {
  const { request, format } = await askedCheck(c, house.samples);
  const report = await checkOn(house.checks, request, { signal: c.req.raw.signal });
  if (format === "json") return answerTakeaway(c, report, request.name, format);
  if (format === "page") {
    const query = { request, report, mayStore: mayStore(c, house) };
    return showPage(c, await threadsFor(request, house).ask("checkResultPage", query));
  }
  return answerTakeaway(c, await reportOn(house, request, report, format), request.name, format);
}

/** Where there is no token the server is reached from its own machine alone, and whoever uses it may store. */
function mayStore(c: Context, { access }: House): boolean {
  return !access.hasToken || access.isKnown(c);
}

async function storeResult(c: Context, house: House): Promise<Response> {
  const { request, keep, token } = await askedCheck(c, house.samples);
  if (!mayStore(c, house)) await signIn(c, house, token);
  if (keep === null) throw new ProblemError("bad-request", "keep: say what is stored, `outline` or `whole`.");
  const json = await checkOn(house.checks, request, { signal: c.req.raw.signal });
  const report = JSON.parse(json) as Report;
  const receipt = await house.results.store(
    keep,
    keep === "outline" ? outlineBody(report) : wholeBody(request, report),
  );
  const { origin } = new URL(c.req.url);
  if (!wantsPage(c)) return c.html(receiptPage(receipt, keep, origin), 201);
  const path = `/results/${receipt.id}/receipt`;
  setCookie(c, RECEIPT, receipt.key, { httpOnly: true, sameSite: "Strict", path, maxAge: TOLD });
  return c.redirect(path, 303);
}

/** The key travels in a cookie that is sent to its receipt's address alone: a receipt loaded anew stores nothing. */
const RECEIPT = "receipt";
/** Seconds that a receipt can be looked at again. */
const TOLD = 60 * 60;

async function showReceipt(c: Context, { results }: House): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const key = getCookie(c, RECEIPT);
  const { kind } = await results.read(id);
  if (key === undefined) return c.redirect(`/results/${id}`, 302);
  return showPage(c, receiptPage({ id, key }, kind, new URL(c.req.url).origin));
}

const NEEDED = "Storing a result needs the server's token.";

/** Signs in whoever gives the token beside what is to be stored, so that the result is not lost on the way. */
async function signIn(c: Context, { access }: House, token: string): Promise<void> {
  if (token === "") throw new ProblemError("token-needed", NEEDED);
  if (!(await access.isTyped(token)))
    throw new ProblemError("token-wrong", "That is not the server's token; go back and give it again.");
  access.signIn(c);
}

async function showResult(c: Context, { results, reads, version }: House): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const stored = await results.read(id);
  const { format: wanted } = c.req.query();
  if (wanted === undefined) {
    const page = await reads.ask("storedResultPage", { id, stored });
    if (page === null) throw damagedResult(id);
    return showPage(c, page);
  }
  const format = REPORT_FORM_NAMES.find((one) => one === wanted);
  if (format === undefined)
    throw new ProblemError("bad-request", `format: ${wanted} is none of ${REPORT_FORM_NAMES.join(", ")}.`);
  if (stored.kind === "outline" && format !== "json")
    throw new ProblemError("bad-request", "format: an outline is answered as json alone.");
  const report = await reads.ask("storedTakeaway", { id, stored, format, version });
  if (report === null) throw damagedResult(id);
  return answerTakeaway(c, report, id, format);
}
