import { Hono } from "hono";
import type { House } from "../house.ts";
import { apiPage } from "../pages/api-page.ts";
import { askingEndpoints } from "./asking-endpoints.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import { documentEndpoints } from "./document-endpoints.ts";
import { addEndpoints, answerJson } from "./endpoint.ts";
import { openApi } from "./openapi.ts";
import { writingEndpoints } from "./writing-endpoints.ts";

/** What programs ask: JSON in, JSON out; and how to ask it, for programs and for people. */
export function apiRoutes(house: House): Hono {
  const api = new Hono();
  const endpoints = [
    checkEndpoint(house),
    ...askingEndpoints(house),
    ...documentEndpoints(house),
    ...writingEndpoints(house),
  ];
  const described = openApi(endpoints, house.version);
  const json = `${JSON.stringify(described, null, 2)}\n`;
  // What is held changes, and who may read it does too.
  api.use(house.access.reading, async (c, next) => {
    c.header("Cache-Control", "no-store");
    await next();
  });
  api.get("/", (c) => c.html(apiPage(described)));
  api.get("/openapi.json", (c) => answerJson(c, json));
  addEndpoints(api, endpoints, house.access.writing);
  return api;
}
