import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOutput, removedOutput } from "../../src/desk/index.ts";
import { CommandProcess, dispatch, runIn } from "../cli/command.ts";
import { formOf, SAMPLES, Serving, sampleArchive, samples, TOKEN } from "./serving.ts";

const held = sampleArchive();
const commands = new CommandProcess();
let server: Serving;

beforeAll(async () => {
  server = await Serving.start({ archive: held.path });
});
afterAll(async () => {
  commands.close();
  await server.stop();
  const { code, out } = runIn("/", ["verify-archive", "--archive", held.path]);
  expect([code, out.slice(0, 6)]).toEqual([0, "Clean:"]);
  held.remove();
});

const authorized = { Authorization: `Bearer ${TOKEN}` };
const sent = (...files: { name: string; bytes: string | Buffer<ArrayBuffer> }[]): RequestInit => ({
  method: "POST",
  headers: authorized,
  body: formOf(files.map((file) => ["file", file] as const)),
});
const json = (name: string, text: string): RequestInit => ({
  method: "POST",
  headers: { ...authorized, "Content-Type": "application/json" },
  body: JSON.stringify({ name, text }),
});
const story = (words: string): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "text/markdown" },
  body: `“${words},” Ilse Marrow said.`,
});
const answer = (words: string): string =>
  `Speaker: Ilse Marrow\n\n${words}.\n\nThe other quay is for the ferries.\n`;

/** What became of files, which must be as the definition says. */
async function added(init: RequestInit, query = "") {
  const { status, value } = await server.json(`/api/documents${query}`, init);
  return { status, ...addOutput.parse(value) };
}

describe("documents are put in and taken out while others read", () => {
  test("a document that is sent is found, checked against and read at once, and after it is taken out no more", async () => {
    const words = "We count the lanterns of the west quay twice each evening";
    const before = JSON.parse((await server.ask("/api/check?name=a.md", story(words))).text);
    expect(before.findings[0]).toMatchObject({ status: "undecided", reason: "no-source" });
    const one = await added(sent({ name: "west-quay.txt", bytes: answer(words) }));
    expect(one).toMatchObject({
      status: 201,
      documents: [{ path: "west-quay.txt", outcome: "added", id: "west-quay", version: 1 }],
      unread: [],
      summary: { added: 1, versions: 0, held: 0, refused: 0, unread: 0 },
    });
    for (let i = 0; i < 4; i++) {
      const { findings } = JSON.parse((await server.ask("/api/check?name=a.md", story(words))).text);
      expect(findings[0]).toMatchObject({ status: "verbatim", match: { document: { id: "west-quay" } } });
    }
    expect((await server.json("/api/search?q=lanterns+quay")).value.total).toBe(1);
    expect((await server.json("/api/documents/west-quay")).value.passages).not.toHaveLength(0);
    const removed = await server.json("/api/documents/west-quay", { method: "DELETE", headers: authorized });
    expect([removed.status, removedOutput.parse(removed.value)]).toEqual([
      200,
      { removed: [{ id: "west-quay", versions: 1 }] },
    ]);
    expect(await server.problem("/api/documents/west-quay")).toMatchObject({ status: 404 });
    const after = JSON.parse((await server.ask("/api/check?name=a.md", story(words))).text);
    expect(after).toEqual(before);
  });

  test("words, outcome and id are what `saidso add` tells of the same file", async () => {
    const folder = join(SAMPLES, "stories");
    const { name, bytes } = samples("stories")[0]!;
    const other = `${held.path}-other`;
    const args = ["add", name, "--archive", other, "--format", "json"];
    const told = JSON.parse((await commands.run(folder, args)).out);
    const { documents, unread, summary } = await added(sent({ name, bytes }));
    expect({ documents, unread }).toEqual({ documents: told.documents, unread: told.unread });
    expect(told.summary).toMatchObject(summary);
  });

  test("the same bytes are held, the same name again is a version, and each is counted with its own words", async () => {
    const first = answer("The bell of the outer pier is rung at six");
    const second = answer("The bell of the outer pier is rung at six and again at nine in the evening");
    const one = await added(json("bell.txt", first));
    const again = await added(json("bell.txt", first));
    expect(again).toMatchObject({
      status: 200,
      documents: [{ outcome: "held", id: "bell", version: 1, latest: 1, words: 0 }],
    });
    const both = await added(
      sent({ name: "bell.txt", bytes: second }, { name: "bell.txt", bytes: first.replace("six", "seven") }),
    );
    expect(both.status).toBe(201);
    expect(both.documents.map(({ outcome, version }) => [outcome, version])).toEqual([
      ["version", 2],
      ["version", 3],
    ]);
    const more = "and again at nine in the evening".split(" ").length;
    const own = one.documents[0]!.words;
    expect(both.documents.map(({ words }) => words)).toEqual([own + more, own]);
    const { versions } = (await server.json("/api/documents/bell/versions")).value;
    expect(versions.map(({ origin }: { origin: string }) => origin)).toEqual(
      Array(3).fill("upload:bell.txt"),
    );
    const older = (await server.ask("/api/documents/bell/original?version=2")).text;
    expect(older).toBe(second);
  });

  test("another document of a held number is refused, and becomes its version where it is told to", async () => {
    const other = dispatch(118, "The winter crossing is the longest of all, and nobody hurries it.");
    const refused = await server.problem("/api/documents", json("other.txt", other));
    expect(refused).toMatchObject({
      status: 409,
      code: "number-taken",
      documents: [{ path: "other.txt", outcome: "refused", id: "special-dispatch-118", version: 1 }],
    });
    const replaced = await added(json("other.txt", other), "?replace=true");
    expect(replaced.documents[0]).toMatchObject({
      outcome: "version",
      id: "special-dispatch-118",
      version: 2,
    });
    const { value: shown } = await server.json("/api/documents/special-dispatch-118");
    expect([shown.version, shown.latest]).toEqual([2, true]);
    const older = await server.json("/api/documents/special-dispatch-118?version=1");
    expect([older.value.version, older.value.latest]).toEqual([1, false]);
  });

  test("what cannot be read is named with its reason, and the rest comes in", async () => {
    const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]);
    const some = await added(
      sent({ name: "a.zip", bytes: zip }, { name: "fog.txt", bytes: answer("Fog is no excuse") }),
    );
    expect(some).toMatchObject({
      status: 201,
      unread: [{ path: "a.zip" }],
      summary: { added: 1, unread: 1 },
    });
    expect(some.unread[0]!.reason).toMatch(/^[^\n]+\.$/u);
    expect(await server.problem("/api/documents", sent({ name: "a.zip", bytes: zip }))).toMatchObject({
      status: 422,
      code: "unreadable-text",
      unread: [{ path: "a.zip" }],
    });
  });

  test.each<[string, string, RequestInit, number, string, RegExp]>([
    [
      "no file",
      "",
      { method: "POST", headers: authorized, body: new FormData() },
      400,
      "bad-request",
      /^(?:file|The body)/u,
    ],
    [
      "an unknown field",
      "",
      { method: "POST", headers: authorized, body: formOf([["files", { name: "a.txt", bytes: "a" }]]) },
      400,
      "bad-request",
      /^files: /u,
    ],
    ["no name", "", json("", "a"), 400, "bad-request", /^name: /u],
    ["replace that is neither", "?replace=yes", json("a.txt", "a"), 400, "bad-request", /^replace: /u],
    [
      "a bare text",
      "",
      { method: "POST", headers: { ...authorized, "Content-Type": "text/plain" }, body: "a" },
      415,
      "wrong-type",
      /text\/plain/u,
    ],
  ])("%s is refused", async (_, query, init, status, code, detail) => {
    const problem = await server.problem(`/api/documents${query}`, init);
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).toMatch(detail);
  });

  test("a document that is not held cannot be taken out", async () => {
    const init = { method: "DELETE", headers: authorized };
    expect(await server.problem("/api/documents/nix", init)).toMatchObject({ code: "unknown-document" });
  });

  test("many send and read at once, and each is answered truly", async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i);
    const words = (i: number): string => `Lantern number ${i + 100} of the long mole burns through the night`;
    await Promise.all(
      numbers.map(async (i) => {
        const { documents } = await added(json(`lantern-${i}.txt`, answer(words(i))));
        expect(documents[0]).toMatchObject({ outcome: "added", id: `lantern-${i}` });
        const { value } = await server.json("/api/check?name=a.md", story(words(i)));
        expect(value.findings[0]).toMatchObject({
          status: "verbatim",
          match: { document: { id: `lantern-${i}` } },
        });
      }),
    );
  });
});
