import type { Context } from "hono";

/** The address that this server is asked by, ending in `/`. */
export function baseOf(c: Context): string {
  return `${new URL(c.req.url).origin}/`;
}
