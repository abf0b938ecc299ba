import { Hono } from "hono";
import { html } from "hono/html";
import type { House } from "../house.ts";
import { layout } from "./layout.ts";
import { readingRoutes } from "./reading-routes.ts";

/** What people read. */
export function pageRoutes(house: House): Hono {
  const { access } = house;
  const pages = new Hono();
  pages.use(access.reading);
  pages.get("/", (c) => c.html(layout({ title: "Check", place: "check" }, html`<h1>Check</h1>`)));
  pages.route("/", readingRoutes(house));
  return pages;
}
