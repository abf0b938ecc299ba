import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { pino } from "pino";

/**
 * What the server says of its work. No text of a story, no words looked for: they stand in bodies and query strings, and
 * names in paths, so that of a path the route alone is told.
 */
export interface RequestLog {
  request(method: string, route: string, status: number, milliseconds: number): void;
  fault(error: unknown, method: string, route: string): void;
  /** That the server starts or stops. */
  tell(message: string): void;
}

/** A log on standard error, a line of JSON an event. `level` is one of pino's. */
export function requestLog(level: string): RequestLog {
  const log = pino({ level, base: null }, pino.destination({ fd: 2, sync: false }));
  return {
    request: (method, route, status, milliseconds) =>
      log.info({ method, route, status, ms: Math.round(milliseconds * 10) / 10 }, "request"),
    // A message may hold words of a text: what is written is the error's kind and where it arose.
    fault: (error, method, route) => log.error({ method, route, fault: placeOf(error) }, "fault"),
    tell: (message) => log.info(message),
  };
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  const told = error.name === "TaskError" ? error.message : "";
  return [`${error.name} ${told}`.trim(), ...places.slice(0, 4).map((place) => place.trim())].join("; ");
}

/** The route that answers a request, such as `/api/documents/:id`; "-" where none does. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "-";
}

/** Logs each request when it has been answered: method, route, status and time. */
export function logged(log: RequestLog): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    log.request(c.req.method, routeOf(c), c.res.status, performance.now() - start);
  };
}
