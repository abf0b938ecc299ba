import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import {
  documentOutput,
  documentsOutput,
  facetsOutput,
  notesOutput,
  passageOutput,
  passagesOutput,
  referencesOutput,
  rulesOutput,
  searchOutput,
  speakerOutput,
  speakersOutput,
  versionsOutput,
} from "../../src/desk/index.ts";
import { CommandProcess } from "../cli/command.ts";
import { SAMPLES, Serving, sampleArchive, samples } from "./serving.ts";

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

async function printed(...args: string[]): Promise<string> {
  const { out, err } = await commands.run("/", [...args, "--archive", held.path, "--format", "json"]);
  expect(out, err).not.toBe("");
  return out;
}

/** The answer, which must be as the definition says. */
async function asked(path: string, schema: z.ZodType) {
  const { value } = await server.json(path);
  schema.parse(value);
  return value;
}

/** The sample files by their documents' ids; a dispatch has its header's. */
const FILES = new Map(
  samples("sources").map((file) => [
    file.name.replace(/\.\w+$/u, "").replace("inquiry-analysis-44", "inquiry-analysis-series-44"),
    file,
  ]),
);
const IDS = [...FILES.keys()];

describe("documents are listed and read as the command line prints them", () => {
  test.each([
    ["/api/documents?limit=200", ["list", "--limit", "200"]],
    ["/api/documents?limit=3&offset=2", ["list", "--limit", "3", "--offset", "2"]],
    [
      "/api/documents?speaker=finch&from=2016&to=2019-12&limit=50",
      ["list", "--speaker", "finch", "--from", "2016", "--to", "2019-12", "--limit", "50"],
    ],
    ["/api/documents?language=fr&limit=50", ["list", "--language", "fr", "--limit", "50"]],
    [
      "/api/documents?series=special&subject=lamps&outlet=courier&limit=50",
      ["list", "--series", "special", "--subject", "lamps", "--outlet", "courier", "--limit", "50"],
    ],
  ])("%s", async (path, command) => {
    expect((await server.json(path)).text).toBe(await printed(...command));
    await asked(path, documentsOutput);
  });

  test.each(IDS)("%s, whole and by voices", async (id) => {
    expect((await server.json(`/api/documents/${id}`)).text).toBe(await printed("show", id));
    await asked(`/api/documents/${id}`, documentOutput);
    for (const voice of ["speaker", "interviewer", "editor", "quoted", "unknown"]) {
      const expected = await printed("show", id, "--voice", voice);
      expect((await server.json(`/api/documents/${id}?version=1&voice=${voice}`)).text).toBe(expected);
    }
  });

  test.each(["", "/versions", "/passages", "/passages/a1.1", "/notes", "/references", "/original"])(
    "series and number name a document as its id does: /documents/{id}%s",
    async (below) => {
      const byId = await server.ask(`/api/documents/special-dispatch-118${below}`);
      const byNumber = await server.ask(
        `/api/documents/${encodeURIComponent("Special Dispatch No. 118")}${below}`,
      );
      expect([byNumber.status, byNumber.text]).toEqual([200, byId.text]);
    },
  );

  test.each(IDS)("%s: its parts are those of the whole", async (id) => {
    const { value: whole } = await server.json(`/api/documents/${id}`);
    const { versions } = await asked(`/api/documents/${id}/versions`, versionsOutput);
    expect(versions).toEqual(whole.versions);
    const { notes } = await asked(`/api/documents/${id}/notes`, notesOutput);
    expect(notes.map(({ text, ...note }: { text: string }) => note)).toEqual(whole.notes);
    const { to, from } = await asked(`/api/documents/${id}/references`, referencesOutput);
    expect(to.map((one: { target: { id: string } | null }) => one.target?.id ?? null)).toEqual(
      whole.refersTo.map((one: { target: string | null }) => one.target),
    );
    expect(from.map((one: { text: string }) => one.text)).toEqual(
      whole.referredFrom.map((one: { text: string }) => one.text),
    );
    const passages = [];
    for (let offset = 0, total = 1; offset < total; offset += 7) {
      const page = await asked(`/api/documents/${id}/passages?limit=7&offset=${offset}`, passagesOutput);
      passages.push(...page.passages);
      total = page.total;
    }
    expect(passages).toEqual(whole.passages);
    const original = await fetch(new URL(`/api/documents/${id}/original`, server.url));
    const { name, bytes } = FILES.get(id)!;
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(original.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "x-content-type-options": "nosniff",
    });
  });

  test("a passage has its citation as `saidso cite` prints it", async () => {
    const path = "/api/documents/special-dispatch-118/passages/a1.1";
    const { citation, passages } = await asked(path, passageOutput);
    const cited = async (format: string): Promise<string> =>
      (
        await commands.run("/", [
          "cite",
          "special-dispatch-118",
          "--passage",
          "a1.1",
          "--archive",
          held.path,
          "--format",
          format,
        ])
      ).out;
    expect([`${citation.text}\n`, `${citation.markdown}\n`]).toEqual([
      await cited("text"),
      await cited("markdown"),
    ]);
    expect(passages.map((one: { id: string }) => one.id)).toEqual(["a1.1"]);
    const { passages: more } = await asked(`${path}?before=1&after=2`, passageOutput);
    expect(more).toHaveLength(4);
  });
});

describe("what is held is searched and counted", () => {
  test.each([
    ["q=keepers+bees", ["keepers bees"]],
    ["q=the&limit=5&offset=5", ["the", "--limit", "5", "--offset", "5"]],
    ["q=%22the+stairs%22&voice=speaker", ['"the stairs"', "--voice", "speaker"]],
    ["q=harb*&speaker=finch", ["harb*", "--speaker", "finch"]],
  ])("search %s", async (query, args) => {
    expect((await server.json(`/api/search?${query}`)).text).toBe(await printed("search", ...args));
    await asked(`/api/search?${query}`, searchOutput);
  });

  test("choosing a facet's value leaves as many documents as it says", async () => {
    const facets = await asked("/api/facets", facetsOutput);
    expect(facets.total).toBe(IDS.length);
    for (const name of ["speaker", "outlet", "subject", "series", "language"])
      for (const { value, documents } of facets[name].values) {
        const query = new URLSearchParams({ [name]: value });
        expect((await asked(`/api/documents?${query}`, documentsOutput)).total).toBe(documents);
        expect((await asked(`/api/facets?${query}`, facetsOutput)).total).toBe(documents);
      }
    const found = await asked("/api/facets?q=bees&voice=speaker&limit=1", facetsOutput);
    const { hits } = (await asked("/api/search?q=bees&voice=speaker&limit=200", searchOutput)) as {
      hits: { document: { id: string } }[];
    };
    expect(found.total).toBe(new Set(hits.map(({ document }) => document.id)).size);
  });

  test("each speaker that is listed has the documents that are counted", async () => {
    const { total, speakers } = await asked("/api/speakers?limit=200", speakersOutput);
    expect(total).toBe(speakers.length);
    for (const { name, documents } of speakers) {
      const one = await asked(`/api/speakers/${encodeURIComponent(name)}`, speakerOutput);
      expect([one.documents, one.held.length]).toEqual([documents, documents]);
      const begun = await asked(`/api/speakers?beginning=${encodeURIComponent(name)}`, speakersOutput);
      expect(begun.speakers.map((speaker: { name: string }) => speaker.name)).toContain(name);
    }
  });

  test("the rules are those that the schema of a report may name", async () => {
    const { rules } = await asked("/api/rules", rulesOutput);
    const readme = readFileSync(join(SAMPLES, "../README.md"), "utf8");
    for (const { id } of rules) expect(readme).toContain(`\`${id}\``);
  });
});

test("a field that is empty is as one that is not given", async () => {
  for (const [path, fields] of [
    ["/api/documents", ["speaker", "series", "language", "from", "limit"]],
    ["/api/search?q=bees", ["speaker", "voice", "to"]],
  ] as const) {
    const { text } = await server.json(path);
    for (const field of fields)
      expect((await server.json(`${path}${path.includes("?") ? "&" : "?"}${field}=`)).text).toBe(text);
  }
});

describe("what is not held, or not asked as it should be, is a problem", () => {
  test.each([
    [
      "/api/documents/special-dispatch-119",
      404,
      "unknown-document",
      /^special-dispatch-119: .*special-dispatch-118/u,
    ],
    ["/api/documents/nix/versions", 404, "unknown-document", /^nix: /u],
    ["/api/documents/bees-panel?version=2", 404, "unknown-version", /version 2; held is version 1/u],
    ["/api/documents/bees-panel/original?version=9", 404, "unknown-version", /version 9/u],
    ["/api/documents/bees-panel/passages/a1", 404, "unknown-passage", /^passage a1: /u],
    ["/api/documents/bees-panel?voice=narrator", 400, "bad-request", /^voice: /u],
    ["/api/documents/bees-panel?version=0", 400, "bad-request", /^version: /u],
    ["/api/documents/bees-panel?version=two", 400, "bad-request", /^version: /u],
    ["/api/documents?limit=201", 400, "bad-request", /^limit: /u],
    ["/api/documents?offset=-1", 400, "bad-request", /^offset: /u],
    ["/api/documents?from=yesterday", 400, "bad-request", /^from: /u],
    ["/api/documents?q=bees", 400, "bad-request", /^q: /u],
    ["/api/documents?speaker=a&speaker=b", 400, "bad-request", /^speaker: is given 2 times/u],
    ["/api/search", 400, "bad-request", /^q: /u],
    ["/api/search?q=...", 400, "no-words", /^q: none are given/u],
    ["/api/search?q=", 400, "bad-request", /^q: /u],
    ["/api/rules?rule=", 400, "bad-request", /^rule: /u],
    ["/api/find?words=%20", 400, "no-words", /none are given/u],
    ["/api/speakers/Nobody%20At%20All", 404, "unknown-speaker", /^Nobody At All: /u],
    ["/api/rules?rule=typo", 400, "bad-request", /^rule: /u],
    ["/api/nothing", 404, "not-found", /\/api lists what is/u],
  ])("%s", async (path, status, code, detail) => {
    const problem = await server.problem(path);
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toMatch(detail);
  });
});
