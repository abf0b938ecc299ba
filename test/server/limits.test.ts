import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Report, reportSchema } from "../../src/check/report.ts";
import { checkOn } from "../../src/server/check-desk.ts";
import { WorkerPool } from "../../src/server/worker-pool.ts";
import { formOf, problemIn, Serving, type ServingOptions, sampleArchive, samples, TOKEN } from "./serving.ts";

const held = sampleArchive();
const running: Serving[] = [];
let usual: Serving;
beforeAll(async () => {
  usual = await Serving.start({ archive: held.path });
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(async () => {
  await usual.stop();
  held.remove();
});

async function serving(options: Omit<ServingOptions, "archive">): Promise<Serving> {
  const server = await Serving.start({ archive: held.path, ...options });
  running.push(server);
  return server;
}

const story = samples("stories")
  .find(({ name }) => name === "dark-towers.md")!
  .bytes.toString("utf8");
const long = Array.from({ length: 4 }, () => story).join("\n\n");
const check = (text: string, more: RequestInit = {}): RequestInit => ({
  method: "POST",
  body: text,
  ...more,
  headers: { "Content-Type": "text/markdown", ...more.headers },
});
const trap = (name: string): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ text: "“The pier is dry,” she said.", documents: [name] }),
});

/** The findings of a report that was ended: each is as the whole report has it, or undecided for want of time. */
function expectPartOf(report: Report, whole: Report): number {
  reportSchema.parse(report);
  expect(report.findings).toHaveLength(whole.findings.length);
  let left = 0;
  for (const [i, finding] of report.findings.entries())
    if (finding.reason === "out-of-time") {
      left++;
      expect(finding).toMatchObject({
        status: "undecided",
        match: null,
        quotation: whole.findings[i]!.quotation,
      });
    } else expect(finding).toEqual(whole.findings[i]);
  expect(report.summary.undecided).toBe(
    report.findings.filter(({ status }) => status === "undecided").length,
  );
  return left;
}

describe("a request may have 16 MB", () => {
  const MOST = 16 * 2 ** 20;

  test("and not one byte more, whether its length is told or not", async () => {
    const server = usual;
    const whole = check(" ".repeat(MOST), { headers: { "Content-Type": "application/zip" } });
    expect(await server.problem("/api/check", whole)).toMatchObject({ code: "wrong-type" });
    const large = "a".repeat(MOST + 1);
    expect(await server.problem("/api/check", check(large))).toMatchObject({
      status: 413,
      code: "too-large",
    });
    const body = new ReadableStream({
      start: (controller) => {
        for (let i = 0; i <= 16; i++) controller.enqueue(new Uint8Array(2 ** 20).fill(97));
        controller.close();
      },
    });
    const streamed = { body, duplex: "half" } as RequestInit;
    expect(await server.problem("/api/check", check("", streamed))).toMatchObject({ code: "too-large" });
    const upload = {
      method: "POST",
      headers: { Authorization: `Bearer ${TOKEN}` },
      body: formOf([["file", { name: "a.txt", bytes: large }]]),
    };
    expect(await server.problem("/api/documents", upload)).toMatchObject({ code: "too-large" });
    expect((await server.json("/api/documents")).value.total).toBe(samples("sources").length);
  });
});

describe("a form may have 1,000 fields", () => {
  const URLENCODED = "application/x-www-form-urlencoded";
  const PART = '--b\r\nContent-Disposition: form-data; name="document"\r\n\r\nnix\r\n';

  test.each([
    ["/sign-in", URLENCODED, (count: number) => "token=a&".repeat(count), /token: is given 1000 times/u],
    [
      "/api/check",
      'multipart/form-data; x="boundary=a"; boundary=b',
      (count: number) => `${PART.repeat(count)}--b--\r\n`,
      /file: send the text once/u,
    ],
  ] as const)("and not many more, at %s as %s", async (path, type, fields, taken) => {
    const post = (count: number): RequestInit => ({
      method: "POST",
      headers: { "Content-Type": type, Accept: "application/json" },
      body: fields(count),
    });
    expect((await usual.problem(path, post(1000))).detail).toMatch(taken);
    expect(await usual.problem(path, post(200_000))).toMatchObject({
      status: 400,
      code: "bad-request",
      detail: "The form has more than 1000 fields; send fewer, in several requests.",
    });
  });

  test("a text may have as many lines and signs as it likes", async () => {
    const body = formOf([["text", "a & b -- c\n\n".repeat(2000)]]);
    expect((await usual.json("/api/check", { method: "POST", body })).status).toBe(200);
  });
});

describe("so many checks run at once, and so many wait", () => {
  test("past them 503 is answered with Retry-After, every other report is right, and none is lost", async () => {
    const server = await serving({ checks: 1, queue: 2 });
    const whole = (await server.json("/api/check", check(long))).text;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => server.ask("/api/check", check(long))),
    );
    const reports = answers.filter(({ status }) => status === 200);
    const others = answers.filter(({ status }) => status !== 200);
    for (const { text } of reports) expect(text).toBe(whole);
    for (const answer of others) expect(problemIn(answer)).toMatchObject({ status: 503, code: "busy" });
    expect(reports.length).toBeGreaterThanOrEqual(3);
    expect(others.length).toBeGreaterThan(0);
    const streamed = check(long, { headers: { Accept: "text/event-stream" } });
    const [first] = await Promise.all([server.ask("/api/check", streamed), server.json("/api/documents")]);
    expect(first!.text).toContain("event: report");
  });
});

describe("what waits holds 64 MB at the most", () => {
  test("past that a task is turned away, while a light one waits, and a heavy one waits alone", async () => {
    const worker = new URL("hostile-worker.ts", import.meta.url);
    const pool = new WorkerPool({
      worker,
      data: { archive: held.path },
      threads: 1,
      queue: 9,
      limit: 30_000,
    });
    const ask = (megabytes: number) =>
      pool.ask("documents", { limit: 1, offset: 0 }, { weight: megabytes * 2 ** 20 });
    try {
      const taken = [ask(99), ask(99)];
      await expect(ask(1)).rejects.toMatchObject({ code: "busy" });
      await Promise.all(taken);
      const light = [ask(99), ask(32), ask(32), ask(0)];
      await expect(ask(1)).rejects.toMatchObject({ code: "busy" });
      expect(await Promise.all(light)).toHaveLength(4);
    } finally {
      await pool.close();
    }
  });
});

describe("a check that takes too long", () => {
  test("answers a whole report of what it has", async () => {
    const whole = JSON.parse((await usual.json("/api/check", check(long))).text) as Report;
    const server = await serving({ limit: 1 });
    const left = expectPartOf((await server.json("/api/check", check(long))).value, whole);
    expect(left).toBeGreaterThan(0);
  });

  test("and does not stop by itself is ended: what it had told before is answered", async () => {
    const worker = new URL("hostile-worker.ts", import.meta.url);
    const options = { worker, threads: 1, queue: 1, limit: 300, grace: 200 };
    const request = { name: "-", bytes: new TextEncoder().encode(story), documents: [], sources: [] };
    const free = new WorkerPool({ ...options, data: { archive: held.path }, limit: 30_000 });
    const stuck = new WorkerPool({ ...options, data: { archive: held.path, slow: -1 }, limit: 300 });
    try {
      const whole = JSON.parse(await checkOn(free, request)) as Report;
      const report = JSON.parse(await checkOn(stuck, request)) as Report;
      expect(expectPartOf(report, whole)).toBeGreaterThan(0);
      await expect(stuck.ask("documents", { limit: 1, offset: 0 })).resolves.toContain('"total": 11');
    } finally {
      await Promise.all([free.close(), stuck.close()]);
    }
  });
});

describe("a client that leaves", () => {
  test.each([
    ["waits for the whole report", {}],
    ["reads findings as they come", { Accept: "text/event-stream" }],
  ])("ends the check, when it %s", async (_, headers: Record<string, string>) => {
    const server = await serving({ checks: 1, queue: 0, worker: "slow-worker.ts" });
    const left = new AbortController();
    const sent = fetch(new URL("/api/check", server.url), check(long, { headers, signal: left.signal }));
    if (headers.Accept !== undefined) {
      const reader = (await sent).body!.getReader();
      await reader.read();
      left.abort();
    } else {
      while ((await server.ask("/api/check", check("a"))).status !== 503);
      left.abort();
      await expect(sent).rejects.toThrow();
    }
    // Its check alone would take longer than this test may.
    while ((await server.ask("/api/check", check("a"))).status === 503);
  });

  test("whose task still waits is not waited for", async () => {
    const worker = new URL("hostile-worker.ts", import.meta.url);
    const pool = new WorkerPool({
      worker,
      data: { archive: held.path },
      threads: 1,
      queue: 5,
      limit: 30_000,
    });
    const left = new AbortController();
    const first = pool.ask("documents", { limit: 1, offset: 0 });
    const second = pool.ask("documents", { limit: 1, offset: 0 }, { signal: left.signal });
    left.abort();
    await expect(second).rejects.toMatchObject({ code: "cancelled" });
    const third = pool.ask("documents", { limit: 1, offset: 0 }, { signal: left.signal });
    await expect(third).rejects.toMatchObject({ code: "cancelled" });
    await first;
    expect(pool.load).toBe(0);
    await pool.close();
    await expect(pool.ask("documents", { limit: 1, offset: 0 })).rejects.toMatchObject({ code: "busy" });
  });
});

describe("a thread that dies", () => {
  let server: Serving;
  beforeAll(async () => {
    server = await Serving.start({ archive: held.path, worker: "hostile-worker.ts", checks: 1 });
  });
  afterAll(() => server.stop());

  test.each(["eats memory", "ends the thread", "throws a text"])(
    "%s: its own check is a fault, and the next is answered",
    async (name) => {
      expect(await server.problem("/api/check", trap(name))).toMatchObject({ status: 500, code: "fault" });
      expect((await server.json("/api/check?name=a.md", check(story))).value.findings).not.toHaveLength(0);
    },
  );

  test("a stream tells of it as a problem", async () => {
    const init = trap("ends the thread");
    const headers = { ...init.headers, Accept: "text/event-stream" } as Record<string, string>;
    expect(await server.problem("/api/check", { ...init, headers })).toMatchObject({ code: "fault" });
  });
});
