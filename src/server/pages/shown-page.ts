import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Access } from "../access.ts";
import { SIGN_IN, SIGN_OUT } from "./layout.ts";

const SIGNED_IN = "signedIn";

/** Notes of a request whether somebody is signed in. */
export function noteSignedIn(access: Access): MiddlewareHandler {
  return async (c, next) => {
    c.set(SIGNED_IN, isSignedIn(c, access));
    await next();
  };
}

function isSignedIn(c: Context, access: Access): boolean {
  // A program sends its token with each request; whether it is right is judged where it is needed.
  return access.hasToken && c.req.header("Authorization") === undefined && access.isKnown(c);
}

/** What a page's foot offers to whoever asks: changes with it. */
export function footOf(c: Context): "in" | "out" {
  return c.get(SIGNED_IN) === true ? "in" : "out";
}

/**
 * Answers a page. Threads make it as it is for everybody; who is signed in is offered to sign out instead. The foot is
 * the last thing on a page, so that the search from the end reads no text.
 */
export function showPage(c: Context, page: string, status: ContentfulStatusCode = 200): Response {
  const at = footOf(c) === "in" ? page.lastIndexOf(SIGN_IN) : -1;
  return c.html(
    at < 0 ? page : `${page.slice(0, at)}${SIGN_OUT}${page.slice(at + SIGN_IN.length)}`,
    status,
  ) as Response;
}
