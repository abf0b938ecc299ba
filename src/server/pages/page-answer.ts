import type { Context } from "hono";
import { hashOf } from "../hash.ts";
import type { Html } from "./layout.ts";
import { footOf, showPage } from "./shown-page.ts";

/** A page as a thread answers it. */
export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly body: string;
  /** Changes when the page does. */
  readonly tag: string;
  /** Where it is instead; null where it is here. */
  readonly location: string | null;
}

/** A page that was rendered whole. */
export function pageAnswer(page: Html | string, status: PageAnswer["status"] = 200): PageAnswer {
  const body = String(page);
  return { status, body, tag: `"${hashOf(new TextEncoder().encode(body)).slice(0, 20)}"`, location: null };
}

/** That the page is at another address. */
export function movedTo(location: string): PageAnswer {
  return { status: 200, body: "", tag: "", location };
}

/** Answers a page; one that a browser has already is not sent again. */
export function answerPage(c: Context, { status, body, tag, location }: PageAnswer): Response {
  if (location !== null) return c.redirect(location, 302);
  c.header("Cache-Control", "private, no-cache");
  const own = footOf(c) === "in" ? tag.replace(/"$/u, '-in"') : tag;
  c.header("ETag", own);
  if (status === 200 && c.req.header("If-None-Match") === own) return c.body(null, 304);
  return showPage(c, body, status);
}
