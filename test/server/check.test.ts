import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/check/report.ts";
import { CommandProcess } from "../cli/command.ts";
import { eventsOf, formOf, SAMPLES, Serving, sampleArchive, samples } from "./serving.ts";

const held = sampleArchive();
const commands = new CommandProcess();
let server: Serving;

beforeAll(async () => {
  server = await Serving.start({ archive: held.path });
});
afterAll(async () => {
  commands.close();
  await server.stop();
  held.remove();
});

const ALL = (["stories", "sources"] as const).flatMap((folder) =>
  samples(folder).map((file) => ({ ...file, folder })),
);
const TYPES: Readonly<Record<string, string>> = { md: "text/markdown", html: "text/html", txt: "text/plain" };

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SRT = "1\n00:00:01,000 --> 00:00:04,000\nNora said: “The pier is dry and warm.”\n";
const TEI = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Pier</title></titleStmt></fileDesc></teiHeader><text><body><p>Nora said: “The pier is dry and warm.”</p></body></text></TEI>`;

async function printed(folder: string, args: readonly string[]): Promise<string> {
  const { out, err } = await commands.run(join(SAMPLES, folder), ["check", ...args, "--format", "json"]);
  expect(out, err).not.toBe("");
  return out;
}
const inArchive = (folder: string, name: string): Promise<string> =>
  printed(folder, [name, "--archive", held.path]);

describe("the report is what `saidso check --format json` prints, byte for byte", () => {
  test.each(ALL)(
    "of $name against the archive, in each way that it can be sent",
    async ({ name, bytes, folder }) => {
      const expected = await inArchive(folder, name);
      const type = TYPES[name.split(".").at(-1)!]!;
      const bare = { method: "POST", headers: { "Content-Type": type }, body: bytes };
      expect((await server.json(`/api/check?name=${name}`, bare)).text).toBe(expected);
      const file = { method: "POST", body: formOf([["file", { name, bytes }]]) };
      expect((await server.json("/api/check", file)).text).toBe(expected);
      const text = formOf([
        ["text", bytes.toString("utf8")],
        ["name", name],
      ]);
      expect((await server.json("/api/check", { method: "POST", body: text })).text).toBe(expected);
      const json = {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text: bytes.toString("utf8"), name }),
      };
      const { text: report, value } = await server.json("/api/check", json);
      expect(report).toBe(expected);
      reportSchema.parse(value);
    },
  );

  test.each([
    ["a PDF", "application/pdf", "printed/chromium/dark-towers.pdf", "", "text.pdf"],
    ["a PDF, called as nothing", "application/pdf", "printed/chromium/dark-towers.pdf", "x", "x.pdf"],
    ["a DOCX", DOCX, "printed/libreoffice/dark-towers.docx", "story.docx", "story.docx"],
    ["bytes with a name", "application/octet-stream", "printed/chromium/dark-towers.pdf", "x.pdf", "x.pdf"],
    ["bytes without", "application/octet-stream", "printed/libreoffice/dark-towers.docx", "", "-"],
    ["Markdown, called as text", "text/markdown", "../samples/stories/dark-towers.md", "x.txt", "x.txt.md"],
  ])("of %s that is sent bare, whatever its name", async (_, type, path, name, called) => {
    const bytes = readFileSync(join(SAMPLES, "../test", path));
    const expected = await printed(join("../test", path, ".."), [
      path.split("/").at(-1)!,
      "--archive",
      held.path,
    ]);
    const body = { method: "POST", headers: { "Content-Type": type }, body: bytes };
    const { value } = await server.json(`/api/check?name=${name}`, body);
    const { text, ...report } = JSON.parse(expected);
    expect(value).toEqual({ ...report, text: { ...text, name: called } });
  });

  test.each([
    ["SRT", "application/x-subrip", SRT],
    ["SRT as plain text, for its ending", "text/plain", SRT],
    ["WebVTT", "text/vtt", `WEBVTT\n\n${SRT.replaceAll(",0", ".0")}`],
    ["TEI", "application/tei+xml", TEI],
    ["TEI as XML", "text/xml", TEI],
    ["JSON Lines", "application/jsonl", `{"id":"a","text":"“The pier is dry and warm,” she said."}\n`],
  ])("%s that is sent bare is read as what its media type says", async (kind, type, body) => {
    const name = kind.includes("ending") ? "talk.srt" : "talk";
    const { value } = await server.json(`/api/check?name=${name}`, {
      method: "POST",
      headers: { "Content-Type": type },
      body,
    });
    expect(value.summary.quotations).toBe(1);
    expect(value.text.words).toBe(8);
  });

  test.each(ALL)("of $name against sources that are sent along", async ({ name, bytes, folder }) => {
    const expected = await printed(folder, [name, "--against", join(SAMPLES, "sources")]);
    const sources = samples("sources").filter((one) => folder === "stories" || one.name !== name);
    const form = formOf([["file", { name, bytes }], ...sources.map((source) => ["source", source] as const)]);
    expect((await server.json("/api/check", { method: "POST", body: form })).text).toBe(expected);
    const json = {
      text: bytes.toString("utf8"),
      name,
      sources: sources.map((one) => ({ name: one.name, text: one.bytes.toString("utf8") })),
    };
    const sent = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(json),
    };
    expect((await server.json("/api/check", sent)).text).toBe(expected);
  });

  test("of a story against one held document, by its id or its number, as against its file alone", async () => {
    const { name, bytes } = samples("stories").find((one) => one.name === "slow-trades.md")!;
    const source = join(SAMPLES, "sources", "special-dispatch-118.txt");
    const expected = await printed("stories", [name, "--against", source]);
    for (const document of ["special-dispatch-118", "Special Dispatch No. 118"]) {
      const query = new URLSearchParams({ name, document });
      const bare = { method: "POST", headers: { "Content-Type": "text/markdown" }, body: bytes };
      expect((await server.json(`/api/check?${query}`, bare)).text).toBe(expected);
      const form = formOf([
        ["file", { name, bytes }],
        ["document", document],
      ]);
      expect((await server.json("/api/check", { method: "POST", body: form })).text).toBe(expected);
    }
  });

  test("of words that somebody looks for", async () => {
    for (const [words, by] of [
      ["the stairs are the best teacher", null],
      ["the stairs are the worst teacher", "Orla Finch"],
      ["nobody ever said any of this here", null],
    ] as const) {
      const options = by === null ? [] : ["--by", by];
      const run = await commands.run("/", [
        "find",
        words,
        ...options,
        "--archive",
        held.path,
        "--format",
        "json",
      ]);
      const query = new URLSearchParams(by === null ? { words } : { words, by });
      expect((await server.json(`/api/find?${query}`)).text).toBe(run.out);
    }
  });
});

describe("a check that streams", () => {
  test.each(samples("stories"))(
    "tells each finding of $name once, and then the whole report",
    async ({ name, bytes }) => {
      const headers = { Accept: "text/event-stream" };
      const {
        status,
        headers: told,
        text,
      } = await server.ask("/api/check", {
        method: "POST",
        headers,
        body: formOf([["file", { name, bytes }]]),
      });
      expect([status, told.get("content-type")]).toEqual([200, "text/event-stream"]);
      const events = eventsOf(text);
      const report = events.at(-1)!;
      expect(report).toEqual({ event: "report", data: await inArchive("stories", name) });
      const { findings } = JSON.parse(report.data);
      expect(JSON.parse(events[0]!.data)).toEqual({ quotations: findings.length });
      expect(events.map(({ event }) => event)).toEqual(["begun", ...findings.map(() => "finding"), "report"]);
      const single = events.slice(1, -1).map(({ data }) => JSON.parse(data));
      expect(single).toEqual(findings.map((finding: unknown, index: number) => ({ index, finding })));
    },
  );

  test("a problem that comes before the first finding has its own status", async () => {
    const headers = { Accept: "text/event-stream", "Content-Type": "application/json" };
    const body = JSON.stringify({ text: "“The pier is dry,” she said.", documents: ["no-such-thing"] });
    expect(await server.problem("/api/check", { method: "POST", headers, body })).toMatchObject({
      status: 404,
      code: "unknown-document",
    });
  });
});

describe("what cannot be checked is a problem that names the field", () => {
  const JSON_TYPE = { "Content-Type": "application/json" };
  const json = (body: unknown): RequestInit => ({
    method: "POST",
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  });
  const form = (fields: Parameters<typeof formOf>[0]): RequestInit => ({
    method: "POST",
    body: formOf(fields),
  });
  const file = { name: "a.md", bytes: "“Dry,” she said." };
  const MANY = Array<string>(101).fill("bees-panel");

  test.each<[string, string, RequestInit, number, string, RegExp]>([
    [
      "broken JSON",
      "",
      { method: "POST", headers: JSON_TYPE, body: '{"text": "half' },
      400,
      "bad-request",
      /JSON/u,
    ],
    [
      "a packed body",
      "",
      {
        method: "POST",
        headers: { "Content-Type": "text/plain", "Content-Encoding": "gzip" },
        body: new Uint8Array([0x1f, 0x8b]),
      },
      415,
      "wrong-type",
      /^Content-Encoding: gzip is not taken here/u,
    ],
    [
      "events of another form than JSON",
      "?format=csv",
      {
        method: "POST",
        headers: { "Content-Type": "text/plain", Accept: "text/event-stream" },
        body: "a",
      },
      400,
      "bad-request",
      /^format: events tell the report as JSON alone/u,
    ],
    ["many documents", "", json({ text: "a", documents: MANY }), 400, "bad-request", /^documents: /u],
    [
      "many documents of a form",
      "",
      form([["text", "a"], ...MANY.map((name) => ["document", name] as const)]),
      400,
      "bad-request",
      /^document: /u,
    ],
    [
      "many sources of a form",
      "",
      form([["text", "a"], ...MANY.map(() => ["source", file] as const)]),
      400,
      "bad-request",
      /^sources: there are more than 100/u,
    ],
    [
      "an empty name of a form",
      "",
      form([
        ["text", "a"],
        ["name", ""],
      ]),
      400,
      "bad-request",
      /^name: /u,
    ],
    [
      "an empty document of a form",
      "",
      form([
        ["text", "a"],
        ["document", ""],
      ]),
      400,
      "bad-request",
      /^document\.0: /u,
    ],
    ["no text", "", json({ name: "a.md" }), 400, "bad-request", /^text: /u],
    ["text that is none", "", json({ text: 7 }), 400, "bad-request", /^text: expected string/u],
    ["an unknown field", "", json({ text: "a", texts: "b" }), 400, "bad-request", /^texts: /u],
    ["an unknown field of the query", "?nam=a", json({ text: "a" }), 400, "bad-request", /^nam: /u],
    ["a name in the query of JSON", "?name=a", json({ text: "a" }), 400, "bad-request", /^name: /u],
    ["a name twice", "?name=a&name=b", json({ text: "a" }), 400, "bad-request", /^name: is given 2 times/u],
    ["another form of report", "?format=pdf", json({ text: "a" }), 400, "bad-request", /^format: /u],
    [
      "an unknown document",
      "",
      json({ text: "a", documents: ["pier"] }),
      404,
      "unknown-document",
      /^pier: /u,
    ],
    ["an unknown field of a form", "", form([["fil", file]]), 400, "bad-request", /^fil: /u],
    ["a form without a text", "", form([["name", "a"]]), 400, "bad-request", /^file: /u],
    [
      "a form with two",
      "",
      form([
        ["file", file],
        ["text", "a"],
      ]),
      400,
      "bad-request",
      /^file: /u,
    ],
    [
      "a source that is no file",
      "",
      form([
        ["text", "a"],
        ["source", "b"],
      ]),
      400,
      "bad-request",
      /^source: is no file/u,
    ],
    [
      "a broken form",
      "",
      { method: "POST", headers: { "Content-Type": "multipart/form-data" }, body: "a" },
      400,
      "bad-request",
      /form/u,
    ],
    [
      "a type that is not taken",
      "",
      { method: "POST", headers: { "Content-Type": "application/zip" }, body: "a" },
      415,
      "wrong-type",
      /application\/pdf/u,
    ],
    ["no type", "", { method: "POST", body: new Uint8Array([65]) }, 415, "wrong-type", /none is given/u],
    [
      "bytes that are no text",
      "",
      form([
        ["file", { name: "a.txt", bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0, 1, 2, 3]) }],
      ]),
      422,
      "unreadable-text",
      /^a\.txt: /u,
    ],
    [
      "a source that is no text",
      "",
      form([
        ["text", "“Dry.”"],
        ["source", { name: "b.txt", bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]) }],
      ]),
      422,
      "unreadable-text",
      /^b\.txt: /u,
    ],
  ])("%s", async (_, query, init, status, code, detail) => {
    const problem = await server.problem(`/api/check${query}`, init);
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toMatch(detail);
  });

  test("a document that is named again is read once", async () => {
    const text = samples("stories")
      .find(({ name }) => name === "dark-towers.md")!
      .bytes.toString("utf8");
    const asked = (documents: string[]) => server.json("/api/check", json({ text, documents }));
    const [once, again] = [
      ["Special Dispatch No. 118"],
      ["special-dispatch-118", "Special Dispatch No. 118"],
    ];
    expect((await asked(again)).text).toBe((await asked(once)).text);
  });

  test.each(["%PDF-1.4 hello", "PK\u0003\u0004", "a\0b", "<!doctype html><p>a", "GIF89a"])(
    "words that begin as a file does are words: %j",
    async (words) => {
      const { status, value } = await server.json(`/api/find?words=${encodeURIComponent(words)}`);
      expect([status, value.findings[0].match]).toEqual([200, null]);
      expect(value.findings[0].quotation.text).toBe(words);
    },
  );

  test("another method says which the address has", async () => {
    const answer = await server.ask("/api/check", { method: "PUT", body: "a" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});
