import type { Context } from "hono";
import type { Endpoint } from "../api/endpoint.ts";
import { queryOf } from "../api/query.ts";
import { baseOf } from "../base.ts";
import type { House } from "../house.ts";
import { feedQuery } from "./feed-page.ts";

const TYPE = "application/atom+xml; charset=utf-8";

/** The feed of what comes into the archive. */
export function feedEndpoint({ reads, version }: House): Endpoint {
  return {
    method: "get",
    path: "/feed.atom",
    isRoot: true,
    id: "readFeed",
    summary: "Follow what comes into the archive",
    description:
      "An Atom feed (RFC 4287), the newest first, paged as RFC 5005 has it; a document comes again with each new version.",
    query: feedQuery,
    answers: [
      { status: 200, description: "A page of the feed.", content: { "application/atom+xml": "text" } },
    ],
    problems: [],
    example: "/feed.atom -G -d series=dispatch",
    handler: async (c: Context) => {
      const asked = { ...queryOf(c, feedQuery), base: baseOf(c), serverVersion: version };
      const { body, tag } = await reads.ask("feedPage", asked, { signal: c.req.raw.signal });
      c.header("Cache-Control", "private, no-cache");
      c.header("ETag", tag);
      if (c.req.header("If-None-Match") === tag) return c.body(null, 304);
      return c.body(body, 200, { "Content-Type": TYPE });
    },
  };
}
