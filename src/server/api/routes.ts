import { OpenAPIHono } from "@hono/zod-openapi";
import { checkInput } from "../../desk/index.ts";
import { checkOn } from "../check-desk.ts";
import type { House } from "../house.ts";

/** What programs ask: JSON in, JSON out. */
export function apiRoutes({ checks, access }: House): OpenAPIHono {
  const api = new OpenAPIHono();
  api.use(access.reading);
  api.post("/check", async (c) => {
    const { text, sources, ...rest } = checkInput.parse(await c.req.json());
    const encoder = new TextEncoder();
    const request = {
      ...rest,
      bytes: encoder.encode(text),
      sources: sources.map((one) => ({ name: one.name, bytes: encoder.encode(one.text) })),
    };
    const report = await checkOn(checks, request, { signal: c.req.raw.signal });
    return c.body(report, 200, { "Content-Type": "application/json" });
  });
  return api;
}
