import { Hono } from "hono";
import { feedEndpoint } from "../feed/feed-endpoint.ts";
import type { House } from "../house.ts";
import { oaiEndpoints } from "../oai/oai-endpoints.ts";
import { apiPage } from "../pages/api-page.ts";
import { askingEndpoints } from "./asking-endpoints.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import { documentEndpoints } from "./document-endpoints.ts";
import { addEndpoints, answerJson, type Endpoint } from "./endpoint.ts";
import { openApi } from "./openapi.ts";
import { writingEndpoints } from "./writing-endpoints.ts";

/** What programs ask at addresses outside of `/api`. */
export function rootEndpoints(house: House): Endpoint[] {
  return [feedEndpoint(house), ...oaiEndpoints(house)];
}

/** What programs ask: JSON in, JSON out; and how to ask it, for programs and for people. */
export function apiRoutes(house: House): Hono {
  const api = new Hono();
  const endpoints = [
    checkEndpoint(house),
    ...askingEndpoints(house),
    ...documentEndpoints(house),
    ...writingEndpoints(house),
  ];
  const described = openApi([...endpoints, ...rootEndpoints(house)], house.version);
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
