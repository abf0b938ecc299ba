import { Hono } from "hono";
import type { House } from "../house.ts";
import { checkRoutes } from "./check-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import { noteSignedIn } from "./shown-page.ts";
import { signInRoutes } from "./sign-in-routes.ts";

/** What people read. */
export function pageRoutes(house: House): Hono {
  const pages = new Hono();
  pages.use(noteSignedIn(house.access));
  pages.route("/", signInRoutes(house));
  pages.use(house.access.reading);
  pages.route("/", checkRoutes(house));
  pages.route("/", readingRoutes(house));
  return pages;
}
