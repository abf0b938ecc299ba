import { isIP, isIPv4 } from "node:net";
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { ProblemError } from "./problem.ts";

/** Names that a browser on this machine calls it by. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Methods that change nothing. */
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/**
 * Answers only to names that are this server's own. A page of another site can make its own name point at this machine
 * (DNS rebinding), and would read what is held; the name it asks by gives it away. An address in figures is no name.
 */
export function ownNames(names: ReadonlySet<string>): MiddlewareHandler {
  const own = new Set(Array.from(names, (name) => name.toLowerCase()));
  return async (c, next) => {
    const host = hostName(c.req.header("Host") ?? "");
    if (host === null)
      throw new ProblemError("bad-request", "Host: is no name and no address; ask by the server's own.");
    if (!isLoopback(host) && isIP(host) === 0 && !own.has(host))
      throw new ProblemError(
        "wrong-host",
        `${host}: not a name of this server; start it with --allow-host ${host}.`,
      );
    await next();
  };
}

/** No page of another site may post here: browsers say where a request comes from, programs need not. */
export const ownOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header("Origin");
  const site = c.req.header("Sec-Fetch-Site");
  const isOwn = site === undefined || site === "same-origin" || site === "none";
  const host = c.req.header("Host");
  if (!READING.has(c.req.method) && (!isOwn || (origin !== undefined && hostOf(origin) !== host)))
    throw new ProblemError("wrong-origin", `${origin ?? site}: only this server's own pages may send this.`);
  await next();
};

/** A host without its port, or the brackets of an IPv6 address; null where it is none. */
function hostName(host: string): string | null {
  const url = /[/?#@\\\s]/u.test(host) ? null : URL.parse(`http://${host}`);
  return url === null || url.hostname === "" ? null : url.hostname.replace(/^\[|\]$/gu, "");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Nothing runs, and nothing is fetched, but what this server serves; nothing inline; in no frame. */
export const safeHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // Not `no-referrer`: then a browser says of a form of this very server that it comes from nowhere (Origin: null).
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
  crossOriginResourcePolicy: "same-origin",
  // Served over plain HTTP on this machine: whoever puts a proxy before it says so there.
  strictTransportSecurity: false,
});
