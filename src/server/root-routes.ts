import { Hono } from "hono";
import { addEndpoints } from "./api/endpoint.ts";
import { rootEndpoints } from "./api/routes.ts";
import type { House } from "./house.ts";

/** What programs ask outside of `/api`: at the addresses that feed readers and harvesters know. */
export function rootRoutes(house: House): Hono {
  const root = new Hono();
  const endpoints = rootEndpoints(house);
  for (const { path } of endpoints) root.use(path, house.access.reading);
  addEndpoints(root, endpoints, house.access.writing);
  return root;
}
