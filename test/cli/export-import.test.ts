import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocument, toSource } from "../../src/documents/index.ts";
import { documentRecordSchema } from "../../src/formats/document-record.ts";
import { readText } from "../../src/formats/index.ts";
import { MAIN } from "../built.ts";
import { CommandProcess, dispatch, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
let at = "";

const latin = Uint8Array.from(
  "Speaker: Ada Quay\n\nThe caf\u00e9 is \u0093open\u0094, and so is the pier.\n",
  (letter) => letter.charCodeAt(0),
);

/** Another dispatch of number 41. */
function beeDispatch(): string {
  return [
    "June 9, 2011 Special Dispatch No. 41",
    "Beekeeper Jon Pike: Hives Want Shade",
    "June 9, 2011",
    "Bees & Gardens | Special Dispatch No. 41",
    "In a June 1, 2011 article in Orchard Weekly, beekeeper Jon Pike wrote of shade, clover and patience.",
    "The following are excerpts from the article:",
    '"Set every hive below an old pear tree, and clover will do what sugar never did."',
  ].join("\n\n");
}

beforeAll(async () => {
  at = folderWith({
    "in/harbour.txt": "Speaker: Ada Quay\n\nThe harbour is deep.[1] It has [never] frozen…\n",
    "in/marked.txt": "\ufeffSpeaker: Ivo Hark\n\nThe tide waits for nobody, he said.\r\n",
    "in/cafe.txt": latin,
    "in/dispatch-41.txt": dispatch(41, "The ferry waits, and my father says that 'a ferry is a bridge.'"),
    "in/empty.txt": "",
  });
  expect((await saidso("add", "in")).code).toBe(0);
  writeFileSync(
    join(at, "in/harbour.txt"),
    "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen at all.\n",
  );
  writeFileSync(join(at, "other.txt"), beeDispatch());
  expect((await saidso("add", "in", "other.txt")).code).toBe(1);
  expect((await saidso("add", "--replace", "other.txt")).code).toBe(0);
}, 60_000);

afterAll(() => {
  commands.close();
  rmSync(at, { recursive: true, force: true });
});

function saidso(...args: string[]): Promise<Run> {
  return commands.run(at, args);
}

function lines(file: string): Record<string, unknown>[] {
  return readFileSync(join(at, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function change(file: string, made: string, edit: (records: Record<string, unknown>[]) => unknown[]): void {
  writeFileSync(
    join(at, made),
    edit(lines(file))
      .map((one) => (typeof one === "string" ? one : JSON.stringify(one)))
      .join("\n"),
  );
}

describe("an export", () => {
  test("has a line for each version, in the order they came, and nothing is left beside it", async () => {
    const { code, out, err } = await saidso("export", "all.jsonl");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Exported 5 documents in 7 versions, 0\.0 MB: all\.jsonl\.\n$/u);
    expect(lines("all.jsonl").map(({ id, version }) => `${id} ${version}`)).toEqual([
      "cafe 1",
      "special-dispatch-41 1",
      "empty 1",
      "harbour 1",
      "marked 1",
      "harbour 2",
      "special-dispatch-41 2",
    ]);
    expect(readdirSync(at).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("is of the schema, and other programs read voices and words of it", () => {
    for (const line of lines("all.jsonl")) {
      expect(documentRecordSchema.safeParse(line).success).toBe(true);
      if (line.id === "empty") continue;
      const bytes = new TextEncoder().encode(JSON.stringify(line));
      const document = readDocument(readText(bytes, "x.jsonl"), "x.jsonl");
      const { text, segments } = toSource(document);
      expect(document.id).toBe(line.id);
      if (line.id === "harbour" && line.version === 1)
        expect(segments.map(({ voice, start, end }) => `${voice.name}: ${text.slice(start, end)}`)).toContain(
          "Ada Quay:  It has [never] frozen…",
        );
    }
  });

  test("has bytes that are no UTF-8 in base64, and a byte-order mark as it is", () => {
    const [cafe] = lines("all.jsonl");
    expect(Buffer.from((cafe!.original as { base64: string }).base64, "base64")).toEqual(Buffer.from(latin));
    expect(lines("all.jsonl")[4]!.original).toEqual({
      text: "\ufeffSpeaker: Ivo Hark\n\nThe tide waits for nobody, he said.\r\n",
    });
  });

  test("goes to standard output, of the documents that are named and pass", async () => {
    const { out, err } = await saidso(
      "export",
      "-",
      "harbour",
      "Special Dispatch No. 41",
      "--series",
      "dispatch",
    );
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["special-dispatch-41", "special-dispatch-41"]);
    expect(err).toMatch(/^saidso: 1 document in 2 versions/u);
  });

  test("goes through a pipe or into a device, which stays what it is", async () => {
    const pipe = join(at, "pipe");
    spawnSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    const told: Buffer[] = [];
    reader.stdout.on("data", (bytes: Buffer) => told.push(bytes));
    const [run] = await Promise.all([saidso("export", "pipe"), once(reader, "close")]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(Buffer.concat(told).toString()).toBe(readFileSync(join(at, "all.jsonl"), "utf8"));
    expect(statSync(pipe).isFIFO()).toBe(true);
    rmSync(pipe);
  });

  test("written through a link, the link stays and so do the permissions of the file it leads to", async () => {
    writeFileSync(join(at, "kept.jsonl"), "");
    chmodSync(join(at, "kept.jsonl"), 0o640);
    symlinkSync("kept.jsonl", join(at, "link.jsonl"));
    expect((await saidso("export", "link.jsonl")).code).toBe(0);
    expect(lstatSync(join(at, "link.jsonl")).isSymbolicLink()).toBe(true);
    expect(statSync(join(at, "kept.jsonl")).mode & 0o777).toBe(0o640);
    expect(lines("kept.jsonl")).toEqual(lines("all.jsonl"));
  });

  test.each([
    ["a folder", "in", "saidso: in: is a folder; name a file in it.\n"],
    [
      "a folder that is not there",
      "nowhere/all.jsonl",
      "saidso: nowhere/all.jsonl: cannot be written (ENOENT): its folder is not there; make it, or name another.\n",
    ],
  ])("into %s is refused with the way out", async (_, file, err) => {
    expect(await saidso("export", file)).toMatchObject({ code: 2, out: "", err });
  });

  test("refuses what is meant for a document, the archive itself, and what is not held", async () => {
    expect(await saidso("export", "harbour")).toMatchObject({
      code: 2,
      err: expect.stringContaining('saidso export - "harbour"'),
    });
    expect(await saidso("export", "saidso.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is the archive itself"),
    });
    expect(await saidso("export", "-", "harbor")).toMatchObject({
      code: 2,
      err: expect.stringContaining("The nearest: harbour"),
    });
    expect(await saidso("export", "no/where.jsonl")).toMatchObject({ code: 2, out: "" });
    expect(existsSync(join(at, "harbour"))).toBe(false);
  });
});

describe("an import", () => {
  test("brings all back: exported again it is the same, byte for byte, and the archive is sound", async () => {
    const { code, out } = await saidso("import", "all.jsonl", "--archive", "b.db");
    expect(code).toBe(0);
    expect(out).toMatch(/version {3}harbour, version 2 {2}all\.jsonl, line 6\n/u);
    expect(out).toMatch(/5 documents and 2 new versions, .* words in/u);
    expect((await saidso("export", "again.jsonl", "--archive", "b.db")).code).toBe(0);
    expect(readFileSync(join(at, "again.jsonl"))).toEqual(readFileSync(join(at, "all.jsonl")));
    expect(await saidso("verify-archive", "--archive", "b.db")).toMatchObject({ code: 0 });
    const twice = await saidso("import", "all.jsonl", "--archive", "b.db", "--format", "json");
    expect(JSON.parse(twice.out).summary).toMatchObject({
      added: 0,
      versions: 0,
      held: 7,
      refused: 0,
      unread: 0,
    });
  });

  test("comes from standard input too", () => {
    const input = readFileSync(join(at, "all.jsonl"));
    const run = spawnSync(process.execPath, [MAIN, "import", "-", "--archive", "c.db"], {
      cwd: at,
      input,
      encoding: "utf8",
    });
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("5 documents and 2 new versions");
  });

  test("that is interrupted leaves a sound archive, and the same command goes on", async () => {
    const child = spawn(process.execPath, [MAIN, "import", "-", "--archive", "g.db"], { cwd: at });
    const ended = once(child, "exit");
    await once(child.stderr, "data");
    child.kill("SIGINT");
    child.stdin.end(readFileSync(join(at, "all.jsonl")));
    expect(await ended).toEqual([130, null]);
    expect(await saidso("verify-archive", "--archive", "g.db")).toMatchObject({ code: 0 });
    expect((await saidso("import", "all.jsonl", "--archive", "g.db")).code).toBe(0);
    const { out } = await saidso("export", "--archive", "g.db");
    expect(out).toBe(readFileSync(join(at, "all.jsonl"), "utf8"));
  });

  test("refuses what is not what its hash says, and what is no record, with the line; the others are in", async () => {
    change("all.jsonl", "bad.jsonl", (records) => [
      { ...records[0], original: { text: "forged" } },
      "{broken",
      { ...records[3], speekers: [] },
      records[4],
      records[5],
      { ...records[6], added: "yesterday" },
    ]);
    const { code, err, out } = await saidso("import", "bad.jsonl", "--archive", "d.db");
    expect(code).toBe(1);
    expect(out).toContain("marked");
    const told = err.split("\n").slice(1, -1);
    expect(told.sort()).toEqual([
      expect.stringMatching(/bad\.jsonl, line 1: the original of cafe, version 1, is not the one/u),
      expect.stringMatching(/bad\.jsonl, line 2: it is no JSON/u),
      expect.stringMatching(/bad\.jsonl, line 3: "speekers" is no key/u),
      expect.stringMatching(/bad\.jsonl, line 5: version 2 of harbour comes before version 1 is held/u),
      expect.stringMatching(/bad\.jsonl, line 6: "added" is no instant/u),
    ]);
  });

  test("refuses another document of a held id, and never renames it", async () => {
    const other = folderWith({
      "harbour.txt": "Speaker: Ivo Hark\n\nNothing of the kind was ever said here.\n",
    });
    const archive = join(other, "saidso.db");
    await saidso("add", join(other, "harbour.txt"), "--archive", archive);
    const { code, err } = await saidso("import", "all.jsonl", "--archive", archive);
    expect(code).toBe(1);
    expect(err).toMatch(/all\.jsonl, line 4: the archive has another document harbour/u);
    expect((await saidso("list", "--archive", archive)).out).not.toContain("harbour-2");
    rmSync(other, { recursive: true });
  });

  test("adds documents of other programs as `add` would", async () => {
    const records = [
      {
        id: "Pier talk",
        title: "The pier",
        turns: [{ speaker: "Ada Quay", text: "The pier is open to all who wait." }],
      },
      { text: "Speaker: Ivo Hark\n\nThe clock is late, and so am I." },
      { passages: [] },
    ];
    writeFileSync(join(at, "talks.jsonl"), records.map((one) => JSON.stringify(one)).join("\n"));
    const { code, out, err } = await saidso("import", "talks.jsonl", "--archive", "e.db");
    expect(code).toBe(1);
    expect(out).toMatch(/^added {5}pier-talk {2}talks\.jsonl, line 1\nadded {5}2 {2}talks\.jsonl, line 2\n/u);
    expect(err).toMatch(/talks\.jsonl, line 3: the document has no words\./u);
    const found = await saidso("find", "the pier is open to all who wait", "--archive", "e.db");
    expect(found.out).toContain("Ada Quay");
    expect((await saidso("export", "-", "--archive", "e.db")).out).toContain('"origin":');
    expect((await saidso("import", "talks.jsonl", "--archive", "e.db")).out).toMatch(
      /2 held already, 1 not read/u,
    );
  });

  test("says what is missing before it makes an archive", async () => {
    expect(await saidso("import", "nowhere.jsonl", "--archive", "f.db")).toMatchObject({
      code: 2,
      err: expect.stringContaining("nowhere.jsonl: no such file"),
    });
    expect(existsSync(join(at, "f.db"))).toBe(false);
  });
});

test("one line is checked as a text, and its words are found in its file", async () => {
  writeFileSync(
    join(at, "story.jsonl"),
    `${JSON.stringify({ text: "“The harbour was deep,” said Ada Quay." })}\n`,
  );
  const { code, out } = await saidso("check", "story.jsonl", "--against", "in", "--format", "json");
  expect(code).toBe(1);
  expect(JSON.parse(out).findings[0]).toMatchObject({
    status: "altered",
    quotation: { line: 1, column: 11 },
  });
});
