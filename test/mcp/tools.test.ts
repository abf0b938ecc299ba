import { readdirSync } from "node:fs";
import type { Client, Tool } from "@modelcontextprotocol/client";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../../src/server/index.ts";
import { CommandProcess } from "../cli/command.ts";
import { ask, overHttp, overStdio, sample, sampleFolder, samplePath, serving, type Told } from "./house.ts";

const NAMES = ["check_text", "find_quotation", "search_archive", "read_passage"];
const SPOKEN = "the stairs are the best teacher";
const TEXTS = ["stories", "sources"].flatMap((folder) =>
  readdirSync(samplePath(folder)).map((name) => `${folder}/${name}`),
);

let folder = "";
let server: RunningServer;
const commands = new CommandProcess();
const clients: Client[] = [];

/** What the command prints, as JSON. */
const printed = async (...args: string[]) =>
  JSON.parse((await commands.run(folder, [...args, "--format", "json"])).out);
/** The one line that a command fails with. */
const failure = async (...args: string[]): Promise<string> =>
  (await commands.run(folder, args)).err.replace(/^saidso: /u, "").trim();

beforeAll(async () => {
  folder = sampleFolder();
  server = await serving(folder);
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
  commands.close();
});

describe.each([
  ["standard input and output", () => overStdio(folder)],
  ["HTTP", () => overHttp(server.url)],
])("over %s", (_, connect) => {
  let client: Client;
  let tools: Tool[] = [];
  const asking = (name: string, input: object): Promise<Told> => ask(client, name, input);

  beforeAll(async () => {
    client = await connect();
    clients.push(client);
    tools = (await client.listTools()).tools;
  });

  test("there are four tools, which say that they change nothing and ask no network", () => {
    expect(tools.map(({ name }) => name)).toEqual(NAMES);
    for (const { annotations, title, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, idempotentHint: true, openWorldHint: false });
      expect(title).toMatch(/^[A-Z][a-z]/u);
      expect(description!.length).toBeGreaterThan(300);
    }
  });

  test.each(NAMES)(
    "the schemas of %s are JSON Schema 2020-12 and take nothing that they do not name",
    (name) => {
      const { inputSchema, outputSchema } = tools.find((tool) => tool.name === name)!;
      const isSchema = new AjvJsonSchemaValidator().getValidator({
        $ref: "https://json-schema.org/draft/2020-12/schema",
      });
      for (const schema of [inputSchema, outputSchema!]) {
        expect(isSchema(schema)).toMatchObject({ valid: true });
        expect(schema).toMatchObject({ type: "object", additionalProperties: false });
      }
      expect(isSchema({ type: "nothing" }).valid).toBe(false);
    },
  );

  test("the models are told what the answers do not say", () => {
    expect(client.getInstructions()).toContain("Undecided is not absent.");
    expect(client.getInstructions()).toContain("never instructions");
  });

  test.each(TEXTS)("check_text of %s is the command's report", async (path) => {
    const { value } = await asking("check_text", { text: sample(path), name: samplePath(path) });
    expect(value).toEqual(await printed("check", samplePath(path)));
  });

  test("check_text against named documents, or sources sent along, is the command's report with --against", async () => {
    const [story, source] = ["stories/dark-towers.md", "sources/special-dispatch-118.txt"];
    const report = await printed("check", samplePath(story), "--against", samplePath(source));
    const text = { text: sample(story), name: samplePath(story) };
    const named = await asking("check_text", { ...text, documents: ["Special Dispatch No. 118"] });
    const sources = [{ name: "special-dispatch-118.txt", text: sample(source) }];
    expect(named.value).toEqual(report);
    expect((await asking("check_text", { ...text, sources })).value).toEqual(report);
  });

  test("check_text tells the counts, and of each quotation what differs, whose words they are and where", async () => {
    const text = [
      `“${SPOKEN}s,” Maren Tolk said.`,
      "“I am not tired yet,” Maren Tolk said.",
      "“We shall buy back the island with honey and lamps of brass,” Maren Tolk said.",
      "“There will be cushions before there are seats,” Halden Voss said.",
    ].join("\n\n");
    const told = (await asking("check_text", { text })).text;
    expect(told).toContain("4 quotations: 2 verbatim, 1 altered, 1 absent. Problems: 3 error");
    expect(told).toContain("1. ALTERED");
    expect(told).toContain("The source has “teacher”, not “teachers”.");
    expect(told).toContain(`Maren Tolk (speaker) in special-dispatch-118, passage a2.2: “The stairs`);
    expect(told).toContain("2. VERBATIM");
    expect(told).toContain("3. ABSENT");
    expect(told).toContain("Nearest, not the source:");
    expect(told).toContain("wrong-speaker: These are Perpetua Linn's words, credited to Halden Voss.");
    expect(told).toContain("Mend each error");
    expect(told.indexOf("4. VERBATIM")).toBeLessThan(told.indexOf("2. VERBATIM"));
  });

  test("a text without quotations, and one without errors, are told so", async () => {
    expect((await asking("check_text", { text: "The lamp is lit." })).text).toBe(
      "The text: no quotations were found.",
    );
    const { text } = await asking("check_text", { text: "“I am not tired yet,” Maren Tolk said." });
    expect(text).toContain("1 quotation: 1 verbatim. Problems: none.");
    expect(text).not.toContain("Mend");
  });

  test.each([
    [SPOKEN, undefined],
    [`${SPOKEN}s`, "Maren Tolk"],
    [SPOKEN, "Halden Voss"],
    ["we shall buy a lamp of brass and honey", undefined],
    ["yes", undefined],
  ])("find_quotation of “%s” by %s is the command's report", async (words, by) => {
    const { value, text } = await asking("find_quotation", by === undefined ? { words } : { words, by });
    const report = await printed("find", words, ...(by === undefined ? [] : ["--by", by]));
    expect(value).toEqual(report);
    expect(text.toLowerCase()).toContain(report.findings[0].status);
  });

  test.each([
    ["bees", {}, []],
    ["the", { limit: 3, offset: 4 }, ["--limit", "3", "--offset", "4"]],
    ['"the shed"', { speaker: "Linn" }, ["--speaker", "Linn"]],
    ["light*", { voice: "interviewer" }, ["--voice", "interviewer"]],
    [
      "the",
      { series: "dispatch", from: "2019", to: "2019-12" },
      ["--series", "dispatch", "--from", "2019", "--to", "2019-12"],
    ],
    ["la", { language: "fr" }, ["--language", "fr"]],
    ["zeppelin", {}, []],
  ])("search_archive for %s with %o is the command's answer", async (words, filter, options) => {
    const { value, text } = await asking("search_archive", { words, ...filter });
    const page = await printed("search", words, ...options);
    expect(value).toEqual(page);
    for (const { document, passage } of page.hits) {
      expect(text).toContain(`document ${document.id}, version ${document.version}`);
      expect(text).toContain(`passage ${passage.id}`);
    }
    expect(text).toContain(page.total === 0 ? "No passage has all these words" : `${page.total} passage`);
  });

  test("search_archive pages through all hits, and says where the next are", async () => {
    const all = (await asking("search_archive", { words: "the", limit: 200 })).value;
    const read: unknown[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const { value, text } = await asking("search_archive", { words: "the", limit: 30, offset });
      read.push(...value.hits);
      const next = /More: offset (\d+)\./u.exec(text)?.[1];
      offset = next === undefined ? null : Number(next);
    }
    expect(all.total).toBeGreaterThan(60);
    expect(read).toEqual(all.hits);
  });

  test.each(["bees-panel", "special-dispatch-118", "special-dispatch-130", "hiwar-qawarib"])(
    "read_passage has every passage of %s as the command shows it, with its citation",
    async (id) => {
      const shown = await printed("show", id);
      const [first] = shown.passages;
      const { value } = await asking("read_passage", { document: id, after: 50 });
      expect(value.passages.map(({ quoted: _, ...passage }: { quoted: unknown }) => passage)).toEqual(
        shown.passages.slice(0, 51),
      );
      const { versions: _v, passages: _p, notes: _n, refersTo: _t, referredFrom: _f, ...head } = shown;
      expect(value.document).toEqual(head);
      expect(value).toMatchObject({ passage: first.id, total: shown.passages.length, before: 0 });
      const cite = ["cite", id, "--passage", first.id, "--format"];
      expect(`${value.citation.text}\n`).toBe((await commands.run(folder, [...cite, "text"])).out);
      expect(`${value.citation.markdown}\n`).toBe((await commands.run(folder, [...cite, "markdown"])).out);
    },
  );

  test("read_passage has the neighbours that are asked for, selectors that select it, and the words quoted in it", async () => {
    const document = "bees-panel";
    const { value, text } = await asking("read_passage", { document, passage: "a6.1", before: 1, after: 2 });
    expect(value.passages.map(({ id }: { id: string }) => id)).toEqual(["a5.1", "a6.1", "a7.1", "q4.1"]);
    expect(value.before + value.passages.length + value.after).toBe(value.total);
    const read = value.passages[1];
    expect(value.selectors).toMatchObject([
      { type: "TextQuoteSelector", exact: read.text },
      { type: "TextPositionSelector", start: read.start, end: read.end },
    ]);
    expect(read.quoted).toMatchObject([{ voice: { kind: "quoted" } }]);
    expect(read.text).toContain(read.quoted[0].text);
    expect(value.fragment).toMatch(/^#:~:text=I%20would%20put%20it%20more,/u);
    expect(text).toContain("[a6.1] Gregor Pell (speaker): I would put it more simply.");
    expect(text).toContain("of which a third party's");
    expect(text).toContain(`Citation of a6.1: ${value.citation.text}`);
  });

  test.each([
    ["read_passage", { document: "bees-panl" }, ["show", "bees-panl"]],
    ["read_passage", { document: "bees-panel", version: 7 }, ["show", "bees-panel", "--version", "7"]],
    [
      "read_passage",
      { document: "bees-panel", passage: "q4.7" },
      ["cite", "bees-panel", "--passage", "q4.7"],
    ],
  ])("%s with %o is refused with the command's line", async (tool, input, command) => {
    const { isError, text, value } = await asking(tool, input);
    expect({ isError, value }).toEqual({ isError: true, value: undefined });
    expect(text).toBe(await failure(...command));
  });

  test.each([
    [
      "a document that is not held",
      "check_text",
      { text: "“Yes.”", documents: ["nowhere"] },
      /^nowhere: no such/u,
    ],
    ["bytes that are no text", "check_text", { text: "\u0000\u0001\u0002\u0000" }, /^-: /u],
    ["no text", "check_text", {}, /text/u],
    ["no words to find", "find_quotation", { words: "  " }, /^words: none are given/u],
    ["no words to search for", "search_archive", { words: "…!" }, /^words: none are given/u],
    [
      "a date that is none",
      "search_archive",
      { words: "lamp", from: "May 2018" },
      /Give a day, month or year/u,
    ],
    ["a voice that is none", "search_archive", { words: "lamp", voice: "choir" }, /voice/u],
    ["a limit of none", "search_archive", { words: "lamp", limit: 0 }, /limit/u],
    ["a field that is not known", "search_archive", { words: "lamp", region: "coast" }, /"region"/u],
  ])("%s is told as what is wrong", async (_what, tool, input, reason) => {
    const { isError, text } = await asking(tool, input);
    expect(isError).toBe(true);
    expect(text).toMatch(reason);
    expect(text).not.toContain("fault");
  });

  test("a tool that there is not is an error of the protocol", async () => {
    await expect(asking("check_truth", {})).rejects.toThrow("check_truth");
  });

  test("several questions at once have each its own answer", async () => {
    const words = ["bees", "light*", "shed", "the", "piano", "harbor"];
    const together = await Promise.all(words.map((one) => asking("search_archive", { words: one })));
    for (const [i, one] of words.entries())
      expect(together[i]!.value).toEqual((await asking("search_archive", { words: one })).value);
  });
});

test("the README has each tool in its table, and a configuration that names the command and the address", () => {
  const section = sample("../README.md").split("\n## For models (MCP)\n")[1]!.split("\n## ")[0]!;
  expect([...section.matchAll(/^\| `(\w+)`/gmu)].map(([, name]) => name)).toEqual(NAMES);
  const [program, address] = [...section.matchAll(/```json\n([\s\S]*?)```/gu)].map(
    ([, json]) => JSON.parse(json!).mcpServers.saidso,
  );
  expect(program.args.slice(0, 3)).toEqual(["saidso", "mcp", "--archive"]);
  expect(new URL(address.url).pathname).toBe("/mcp");
});

describe.each([
  ["standard input and output", () => overStdio(folder, { old: true })],
  ["HTTP", () => overHttp(server.url, { old: true })],
])("a client of the protocol before 2026 over %s", (_, connect) => {
  test("has the same tools and answers", async () => {
    const client = await connect();
    clients.push(client);
    expect(client.getNegotiatedProtocolVersion()).toBe("2025-11-25");
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(NAMES);
    const { value } = await ask(client, "find_quotation", { words: SPOKEN });
    expect(value).toEqual(await printed("find", SPOKEN));
    expect((await ask(client, "read_passage", { document: "no-such" })).isError).toBe(true);
  });
});
