import { Hono } from "hono";
import { html } from "hono/html";
import type { House } from "../house.ts";
import { layout } from "./layout.ts";

/** What people read. */
export function pageRoutes({ access }: House): Hono {
  const pages = new Hono();
  pages.use(access.reading);
  pages.get("/", (c) => c.html(layout({ title: "Check", place: "check" }, html`<h1>Check</h1>`)));
  return pages;
}
