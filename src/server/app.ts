import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { apiRoutes } from "./api/routes.ts";
import { assetRoutes } from "./assets.ts";
import { ownNames, ownOrigin, safeHeaders } from "./guard.ts";
import type { House } from "./house.ts";
import type { RequestLog } from "./log.ts";
import { logged, routeOf } from "./log.ts";
import { mcpRoute } from "./mcp-route.ts";
import { answerError } from "./pages/answer-error.ts";
import { pageRoutes } from "./pages/routes.ts";
import { ProblemError, problemFrom, problemOf } from "./problem.ts";
import { rootRoutes } from "./root-routes.ts";

/** Bytes of a request at the most. */
export const REQUEST_LIMIT = 16 * 2 ** 20;

/** All that the server answers. `names` are the hosts it answers to beside loopback and addresses in figures. */
export function appOf(house: House, names: ReadonlySet<string>, log: RequestLog): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    const problem = problemFrom(error);
    if (problem.status >= 500 && problem.status !== 503) log.fault(error, c.req.method, routeOf(c));
    return answerError(c, problem);
  });
  app.notFound((c) =>
    answerError(c, problemOf("not-found", `${c.req.path}: nothing is here; /api lists what is.`)),
  );
  app.use(logged(log), safeHeaders, ownNames(names), ownOrigin, unpacked, limited);
  app.get("/health", (c) => c.json({ status: "ok", version: house.version }));
  app.route("/", assetRoutes());
  app.route("/api", apiRoutes(house));
  app.route("/", rootRoutes(house));
  app.route("/", mcpRoute(house, log, REQUEST_LIMIT));
  app.route("/", pageRoutes(house));
  return app;
}

/** What is packed is not unpacked here: a few bytes could become gigabytes. */
const unpacked: MiddlewareHandler = async (c, next) => {
  const encoding = c.req.header("Content-Encoding")?.trim() || "identity";
  if (encoding.toLowerCase() !== "identity")
    throw new ProblemError(
      "wrong-type",
      `Content-Encoding: ${encoding} is not taken here; send the bytes as they are.`,
    );
  await next();
};

/** A request that says how long it is need not be opened to be measured: who is turned away costs little. */
const limited: MiddlewareHandler = (c, next) => {
  const length = Number(c.req.header("Content-Length"));
  const isTold = c.req.header("Transfer-Encoding") === undefined && length <= REQUEST_LIMIT;
  return isTold ? next() : measured(c, next);
};

const measured = bodyLimit({
  maxSize: REQUEST_LIMIT,
  onError: async (c) => {
    await discarded(c.req.raw.body);
    throw new ProblemError(
      "too-large",
      `The request has more than ${REQUEST_LIMIT / 2 ** 20} MB; send less at once, or use the command line.`,
    );
  },
});

/** Bytes that are read and thrown away: whoever is still sending would not hear why nothing is taken. */
const DISCARDED = 4 * REQUEST_LIMIT;

async function discarded(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > DISCARDED) return;
  }
}
