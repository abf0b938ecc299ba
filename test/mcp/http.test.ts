import { truncateSync } from "node:fs";
import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer, ServeOptions } from "../../src/server/index.ts";
import { dispatch, folderWith, runIn } from "../cli/command.ts";
import { ask, overHttp, serving } from "./house.ts";

const WORDS = "They ask me when the lamp is lit";
const TOKEN = "lamp-and-bell";
const ASKED = {
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name: "find_quotation", arguments: { words: WORDS } },
};

let folder = "";
/** Of the usual options, for all tests; and one of a test's own. */
let usual: RunningServer;
let server: RunningServer | null = null;

const opened = async (options: Partial<ServeOptions> = {}): Promise<string> => {
  server = await serving(folder, options);
  return server.url;
};

/** Quotations of which each takes some hundredths of a second: a text of many takes longer than a test may. */
const slow = (quotations: number): string =>
  `“${"lamp is lit and the bell ".repeat(30)}” she said. `.repeat(quotations);

beforeAll(async () => {
  folder = folderWith({
    "night-ferry.txt": dispatch(7, `${WORDS}.`),
    "litany.txt": dispatch(8, "the lamp is lit and ".repeat(3000)),
  });
  runIn(folder, ["add", "."]);
  usual = await serving(folder, { checks: 2 });
});

afterAll(() => usual.close());

afterEach(async () => {
  await server?.close();
  server = null;
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A request with these headers, whatever they are: `fetch` would set its own. */
function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const all = {
    "Content-Type": "application/json",
    Accept: "application/json, text/event-stream",
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request(new URL("mcp", url), { method: "POST", headers: all }, (response) => {
      let text = "";
      response.on("data", (part) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode!, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("/mcp", () => {
  test("answers many clients of both generations at once, each with its own", async () => {
    const clients = await Promise.all(
      [...Array(8).keys()].map((i) => overHttp(usual.url, { old: i % 2 === 0 })),
    );
    const texts = clients.map((_, i) => `“${WORDS},” she said. `.repeat(i + 1));
    const answers = await Promise.all(
      clients.map((client, i) => ask(client, "check_text", { text: texts[i] })),
    );
    expect(answers.map(({ value }) => value.summary.verbatim)).toEqual(clients.map((_, i) => i + 1));
    await Promise.all(clients.map((client) => client.close()));
  });

  test.each(["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])(
    "shakes hands with a client of %s in its version",
    async (protocolVersion) => {
      const params = { protocolVersion, capabilities: {}, clientInfo: { name: "test", version: "1" } };
      const { status, body } = await post(
        usual.url,
        JSON.stringify({ ...ASKED, method: "initialize", params }),
      );
      expect(status).toBe(200);
      expect(body).toContain(`"protocolVersion":"${protocolVersion}"`);
      expect((await post(usual.url, JSON.stringify(ASKED))).body).toContain('"verbatim":1');
    },
  );

  test("a private server asks for the token", async () => {
    const url = await opened({ token: TOKEN, private: true });
    const client = await overHttp(url, { token: TOKEN });
    expect((await ask(client, "find_quotation", { words: WORDS })).value.summary.verbatim).toBe(1);
    await client.close();
    await expect(overHttp(url)).rejects.toThrow();
    await expect(overHttp(url, { token: "another", old: true })).rejects.toThrow();
    const asked = JSON.stringify(ASKED);
    expect(await post(url, asked)).toMatchObject({
      status: 401,
      body: expect.stringContaining("token-needed"),
    });
    const wrong = await post(url, asked, { Authorization: "Bearer another" });
    expect(wrong).toMatchObject({ status: 403, body: expect.stringContaining("token-wrong") });
  });

  test.each([
    ["a name that is not the server's", { Host: "archive.example" }, 421, "wrong-host"],
    ["another site's page", { Origin: "https://archive.example" }, 403, "wrong-origin"],
    ["another site's page, as browsers say it", { "Sec-Fetch-Site": "cross-site" }, 403, "wrong-origin"],
  ])("%s is turned away", async (_, headers, status, code) => {
    const answer = await post(usual.url, JSON.stringify(ASKED), headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).code).toBe(code);
  });

  test("a request that is too large, of another type, or no JSON is refused", async () => {
    const { url } = usual;
    const large = JSON.stringify({ ...ASKED, params: { name: "x".repeat(16 * 2 ** 20) } });
    expect((await post(url, large)).status).toBe(413);
    expect((await post(url, JSON.stringify(ASKED), { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await post(url, "{")).status).toBe(400);
    expect((await fetch(new URL("mcp", url))).status).toBe(405);
  });

  test("a text of some megabytes is taken", async () => {
    const client = await overHttp(usual.url);
    const text = `${"\n".repeat(3_000_000)}“${WORDS},” she said.`;
    const { value } = await ask(client, "check_text", { text });
    expect(value.summary).toMatchObject({ quotations: 1, verbatim: 1 });
    await client.close();
  });

  test("past the queue a model is told to call again; who goes away makes room", async () => {
    const client = await overHttp(await opened({ queue: 1, limit: 120_000 }));
    const leaving = new AbortController();
    const check = () => ask(client, "check_text", { text: slow(2000) }, leaving.signal);
    const left = [check(), check(), check()];
    // One runs, one waits, and one is too many.
    const busy = await Promise.any(left);
    expect(busy.isError).toBe(true);
    expect(busy.text).toMatch(/as much to do as it takes; ask again in \d+ seconds\.$/u);
    expect((await ask(client, "search_archive", { words: WORDS })).value.total).toBe(1);
    leaving.abort();
    const ends = (await Promise.allSettled(left)).map(({ status }) => status);
    expect(ends.sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    const find = () => ask(client, "find_quotation", { words: WORDS });
    let after = await find();
    while (after.isError) after = await find();
    expect(after.value.summary.verbatim).toBe(1);
    await client.close();
  });

  test("a check that is over its time answers what it has", async () => {
    const client = await overHttp(await opened({ limit: 1000 }));
    // The thread has started then: its start is no part of the time.
    while ((await ask(client, "find_quotation", { words: WORDS })).isError);
    const { value, text } = await ask(client, "check_text", { text: slow(500) });
    expect(value.summary.quotations).toBe(500);
    expect(value.findings.at(-1)).toMatchObject({ status: "undecided", reason: "out-of-time" });
    expect(text).toContain("the check was ended before it came to this quotation");
    expect(text).toContain("more, in the report.");
    await client.close();
  });

  test("an archive that is damaged under it is a fault, of which the model hears no more", async () => {
    const at = folderWith({ "night-ferry.txt": dispatch(7, `${WORDS}.`) });
    runIn(at, ["add", "night-ferry.txt"]);
    const url = await opened({ archive: `${at}/saidso.db` });
    const client = await overHttp(url);
    truncateSync(`${at}/saidso.db`, 5000);
    const { isError, text } = await ask(client, "read_passage", { document: "special-dispatch-7" });
    expect({ isError, text }).toEqual({
      isError: true,
      text: "This is a fault of saidso; its log says where, please report it.",
    });
    await client.close();
  });
});
