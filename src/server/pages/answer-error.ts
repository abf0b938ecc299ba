import type { Context } from "hono";
import { answerProblem, type Problem, tellRetryAfter } from "../problem.ts";
import { errorPage } from "./error-page.ts";
import { showPage } from "./shown-page.ts";
import { signInPage } from "./sign-in-page.ts";

/** Answers a problem: to a browser as a page, to a program as problem details; the status is the same. */
export function answerError(c: Context, problem: Problem): Response {
  if (!wantsPage(c)) return answerProblem(c, problem);
  c.header("Cache-Control", "no-store");
  tellRetryAfter(c, problem);
  if (problem.status !== 401) return showPage(c, errorPage(problem), problem.status);
  c.header("WWW-Authenticate", 'Bearer realm="saidso"');
  const to = c.req.method === "GET" ? new URL(c.req.url).pathname + new URL(c.req.url).search : "/";
  return c.html(signInPage({ to, told: "This needs the server’s token.", isWrong: false }), 401);
}

/** Whether the answer is for a person: browsers ask for pages, programs do not. */
export function wantsPage(c: Context): boolean {
  return /(?:^|,)\s*text\/html\b/iu.test(c.req.header("Accept") ?? "");
}
