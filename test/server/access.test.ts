import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemIn, Serving, sampleArchive, TOKEN } from "./serving.ts";

const held = sampleArchive();
let open: Serving;
let closed: Serving;
let shut: Serving;

beforeAll(async () => {
  [open, closed, shut] = await Promise.all([
    Serving.start({ archive: held.path, token: null, names: ["reading.example"] }),
    Serving.start({ archive: held.path, private: true }),
    Serving.start({ archive: held.path }),
  ]);
});
afterAll(async () => {
  await Promise.all([open.stop(), closed.stop(), shut.stop()]);
  held.remove();
});

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
const add = (headers: Record<string, string>): RequestInit => ({
  method: "POST",
  headers: { ...headers, "Content-Type": "application/json" },
  body: JSON.stringify({ name: "no-title.txt", text: "The pier is dry." }),
});
const WRONG = [
  "x",
  `${TOKEN}x`,
  TOKEN.slice(0, -1),
  `x${TOKEN.slice(1)}`,
  TOKEN.toUpperCase(),
  "é".repeat(40),
];

describe("writing needs the token", () => {
  test("none is sent, and nothing is written", async () => {
    const answer = await shut.ask("/api/documents", add({}));
    expect(problemIn(answer)).toMatchObject({ status: 401, code: "token-needed" });
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/u);
    expect(await shut.problem("/api/documents/bees-panel", { method: "DELETE" })).toMatchObject({
      status: 401,
    });
    expect((await shut.ask("/api/documents/bees-panel")).status).toBe(200);
  });

  test.each(WRONG.map((token) => encodeURIComponent(token)))("a wrong one is refused: %s", async (token) => {
    expect(await shut.problem("/api/documents", add(bearer(token)))).toMatchObject({
      status: 403,
      code: "token-wrong",
    });
  });

  test("another scheme is none", async () => {
    const basic = { Authorization: `Basic ${btoa(`a:${TOKEN}`)}` };
    expect(await shut.problem("/api/documents", add(basic))).toMatchObject({ code: "token-needed" });
  });

  test("a server without one takes nothing in, whatever is sent", async () => {
    for (const headers of [{}, bearer(TOKEN), bearer("null")])
      expect((await open.problem("/api/documents", add(headers))).code).toBe("writing-off");
  });
});

describe("a private server", () => {
  const PATHS = [
    "/api",
    "/api/openapi.json",
    "/api/documents",
    "/api/documents/bees-panel/original",
    "/api/search?q=bees",
  ];

  test.each(PATHS)("answers %s to whoever has the token, and to nobody else", async (path) => {
    expect(await closed.problem(path)).toMatchObject({ status: 401, code: "token-needed" });
    expect(await closed.problem(path, { headers: bearer("wrong") })).toMatchObject({ code: "token-wrong" });
    expect((await closed.ask(path, { headers: bearer(TOKEN) })).status).toBe(200);
  });

  test("checks nothing for others, and tells them nothing of what is held", async () => {
    const body = JSON.stringify({ text: "“The pier is dry.”", documents: ["nix"] });
    const init = { method: "POST", headers: { "Content-Type": "application/json" }, body };
    expect(await closed.problem("/api/check", init)).toMatchObject({ code: "token-needed" });
  });

  test("says that it is well to anybody", async () => {
    expect(JSON.parse((await closed.ask("/health")).text)).toMatchObject({ status: "ok" });
  });
});

describe("only this server's own names and pages", () => {
  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example"])(
    "a request to the name %s is refused",
    async (host) => {
      expect(problemIn(await open.raw("/api/documents", { Host: host }))).toMatchObject({
        status: 421,
        code: "wrong-host",
      });
    },
  );

  test.each(["127.999.1.1", "127.0.0.1.1.1", "1.2.3.4.5", "a b", "[::g]", "evil.example/x", "me@127.0.0.1"])(
    "a request to %s, which is no host, is refused",
    async (host) => {
      expect(problemIn(await open.raw("/api/documents", { Host: host })).status).toBe(400);
    },
  );

  test.each(["192.0.2.7", "192.0.2.7:8417", "[2001:db8::1]:80"])(
    "a page of another site has a name: the address %s is answered",
    async (host) => {
      expect((await open.raw("/api/documents", { Host: host })).status).toBe(200);
    },
  );

  test.each(["localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]", "reading.example", "Reading.Example:80"])(
    "a request to the name %s is answered",
    async (host) => {
      expect((await open.raw("/api/documents", { Host: host })).status).toBe(200);
    },
  );

  test.each([
    { Origin: "http://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "http://127.0.0.1:1" },
  ])("a page of another site may not post: %o", async (headers: Record<string, string>) => {
    const answer = await shut.raw("/api/documents", { ...headers, ...bearer(TOKEN) }, "POST");
    expect(problemIn(answer)).toMatchObject({ status: 403, code: "wrong-origin" });
    const removal = await shut.raw("/api/documents/bees-panel", { ...headers, ...bearer(TOKEN) }, "DELETE");
    expect(problemIn(removal).code).toBe("wrong-origin");
  });

  test("a page of this server may", async () => {
    const headers = { Origin: new URL(shut.url).origin, "Sec-Fetch-Site": "same-origin" };
    expect(
      problemIn(await shut.raw("/api/documents", { ...headers, ...bearer(TOKEN) }, "POST")),
    ).toMatchObject({
      code: "wrong-type",
    });
  });
});

describe("what is answered", () => {
  test.each(["/api", "/api/documents", "/api/nothing", "/api/documents/bees-panel/original"])(
    "%s runs no script of others, stands in no frame and is kept by nobody",
    async (path) => {
      const { headers } = await open.ask(path);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/u);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*/u);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.has("access-control-allow-origin")).toBe(false);
    },
  );

  test("a fault says nothing of what was asked", async () => {
    expect(open.log).not.toMatch(/bees|Bearer|pier/u);
  });
});
