import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";

/** Where the bundled style and script lie: beside the bundled command, or in dist/ while developing. */
const FOLDERS = ["./assets/", "../../dist/bin/assets/"].map((path) => new URL(path, import.meta.url));

const TYPES = { "page.css": "text/css", "page.js": "text/javascript" } as const;

/** A pair of quotation marks. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4f9e"/><path fill="#fff" d="M7 9h7v8c0 4-2 6-6 7v-3c2-1 3-2 3-4H7zm11 0h7v8c0 4-2 6-6 7v-3c2-1 3-2 3-4h-4z"/></svg>';

export type AssetName = keyof typeof TYPES;

/** The style or the script of the pages, as it is served. Throws where it was not bundled (`npm run prepare`). */
export function asset(name: AssetName): string {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(name, folder), "utf8");
    } catch {}
  }
  throw new Error(`${name} is not bundled; run \`npm run prepare\`.`);
}

/** The address of the style or script: it changes when they do, so that a browser may keep them for ever. */
export function assetPath(name: AssetName): string {
  return `/assets/${stamp(name)}/${name}`;
}

const stamps = new Map<AssetName, string>();

function stamp(name: AssetName): string {
  const held = stamps.get(name) ?? createHash("sha256").update(asset(name)).digest("hex").slice(0, 12);
  stamps.set(name, held);
  return held;
}

export function assetRoutes(): Hono {
  const routes = new Hono();
  const packed = new Map(
    Object.keys(TYPES).map((name) => [name, gzipSync(asset(name as AssetName), { level: 9 })]),
  );
  routes.get("/favicon.svg", (c) => {
    c.header("Cache-Control", "public, max-age=86400");
    return c.body(ICON, 200, { "Content-Type": "image/svg+xml" });
  });
  routes.get("/assets/:stamp/:name", (c) => {
    const name = c.req.param("name") as AssetName;
    const bytes = packed.get(name);
    if (bytes === undefined) return c.notFound();
    const isThis = c.req.param("stamp") === stamp(name);
    c.header("Content-Type", `${TYPES[name]}; charset=utf-8`);
    // A page made by another bundle, while a server is replaced: it has its style, and asks again the next time.
    c.header("Cache-Control", isThis ? "public, max-age=31536000, immutable" : "no-cache");
    c.header("Vary", "Accept-Encoding");
    if (!/\bgzip\b/u.test(c.req.header("Accept-Encoding") ?? "")) return c.body(asset(name));
    c.header("Content-Encoding", "gzip");
    return c.body(new Uint8Array(bytes));
  });
  return routes;
}
