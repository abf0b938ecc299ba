import { Hono } from "hono";
import type { House } from "../house.ts";
import { checkRoutes } from "./check-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";

/** What people read. */
export function pageRoutes(house: House): Hono {
  const pages = new Hono();
  pages.route("/", signInRoutes(house));
  pages.use(house.access.reading);
  pages.route("/", checkRoutes(house));
  pages.route("/", readingRoutes(house));
  return pages;
}
