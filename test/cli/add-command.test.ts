import { spawn } from "node:child_process";
import { chmodSync, existsSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { MAIN } from "../built.ts";
import { CommandProcess, dispatch, folderWith, type Run, runIn } from "./command.ts";

const commands = new CommandProcess();
const folders: string[] = [];

afterAll(() => {
  commands.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = folderWith(files);
  folders.push(made);
  return made;
}

const HARBOUR = "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n";
const GARDEN = "Speaker: Ben Hedge\n\nWe plant the beans in May. The frost comes late here.\n";

/** Another document of the number that a dispatch has. */
const OTHER_41 = [
  "June 2, 2020 Special Dispatch No. 41",
  "",
  "Bee Warden Ivo Comb: A Hive Is No Clock",
  "",
  "June 2, 2020",
  "Bees & Orchards | Special Dispatch No. 41",
  "",
  "In an article of May 30, 2020, the warden wrote of hives that stand beside the old orchard wall.",
  "",
  "Following are excerpts from the article:",
  "",
  '"Nobody can hurry a hive. My neighbours ask each spring how many frames will fill before the limes flower, and I tell them to look at the sky, at the clover, and at the dog, who knows."',
  "",
].join("\n");

test("an older text that comes again is held as its version, and the latest stays", async () => {
  const at = folder({ "harbour.txt": HARBOUR });
  await commands.run(at, ["add", "harbour.txt"]);
  writeFileSync(join(at, "harbour.txt"), HARBOUR.replace("deep", "wide"));
  await commands.run(at, ["add", "harbour.txt"]);
  writeFileSync(join(at, "harbour.txt"), HARBOUR);
  const { out } = await commands.run(at, ["add", "harbour.txt"]);
  expect(out.split("\n")[0]).toBe(
    "held      harbour, version 1; version 2 is the latest, and stays it until harbour is removed  harbour.txt",
  );
});

async function listed(at: string): Promise<string[]> {
  return JSON.parse((await commands.run(at, ["list", "--format", "json"])).out).documents.map(
    ({ id }: { id: string }) => id,
  );
}

describe("add", () => {
  test("makes the archive, says where, and says of each document what became of it", async () => {
    const at = folder({ "sources/harbour.txt": HARBOUR, "sources/deep/garden.txt": GARDEN });
    const { code, out, err } = await commands.run(at, ["add", "sources"]);
    expect(err).toBe(`saidso: made the archive ${join(at, "saidso.db")}\n`);
    expect(out.split("\n")).toEqual([
      "added     garden  sources/deep/garden.txt",
      "added     harbour  sources/harbour.txt",
      expect.stringMatching(/^2 documents, 27 words in \d+\.\d s \([\d,]+ words? a second\)\.$/u),
      "",
    ]);
    expect(code).toBe(0);
  });

  test("again adds what is missing only, and a changed file as a new version", async () => {
    const at = folder({ "harbour.txt": HARBOUR, "garden.txt": GARDEN });
    await commands.run(at, ["add", "harbour.txt"]);
    const again = await commands.run(at, ["add", "."]);
    expect(again.out).toMatch(/^added {5}garden {2}garden\.txt\nheld {6}harbour {2}harbour\.txt\n/u);
    expect(again.out).toContain("1 held already.");
    expect(again.err).toBe("");
    writeFileSync(join(at, "harbour.txt"), HARBOUR.replace("deep", "very deep"));
    const changed = await commands.run(at, ["add", "."]);
    expect(changed.out).toContain("version   harbour, version 2  harbour.txt\n");
    expect(changed.out).toContain("0 documents and 1 new version, 15 words");
    expect(changed.code).toBe(0);
  });

  test("--archive and SAIDSO_ARCHIVE name another archive; the option wins, before the command and after it", async () => {
    const at = folder({ "harbour.txt": HARBOUR });
    const env = { SAIDSO_ARCHIVE: "by-environment.db" };
    runIn(at, ["add", "harbour.txt"], { env });
    runIn(at, ["add", "harbour.txt", "--archive", "after.db"], { env });
    runIn(at, ["--archive", "before.db", "add", "harbour.txt"], { env });
    for (const name of ["by-environment.db", "after.db", "before.db"])
      expect(existsSync(join(at, name))).toBe(true);
    expect(existsSync(join(at, "saidso.db"))).toBe(false);
  });

  test("a file is added once, whatever leads to it, and a folder that links to itself is read once", async () => {
    const at = folder({ "sources/harbour.txt": HARBOUR });
    symlinkSync(join(at, "sources"), join(at, "sources/loop"));
    const { out } = await commands.run(at, ["add", "sources", "sources/harbour.txt", "./sources/../sources"]);
    expect(out.match(/harbour\.txt/gu)).toHaveLength(1);
  });

  test("files of one name and other words are two documents", async () => {
    const at = folder({ "2018/notes.txt": HARBOUR, "2019/notes.txt": GARDEN });
    expect((await commands.run(at, ["add", "2018", "2019"])).out).toMatch(
      /^added {5}notes {2}2018\/notes\.txt\nadded {5}notes-2 {2}2019\/notes\.txt\n/u,
    );
  });

  test("a number that another document has is refused, until --replace", async () => {
    const at = folder({
      "a.txt": dispatch(41, "They ask whether the ferry waits, and I say that the tide does not."),
      "b.txt": OTHER_41,
    });
    const { code, out } = await commands.run(at, ["add", "a.txt", "b.txt"]);
    expect(out).toContain(
      "refused   b.txt: another document, special-dispatch-41, has this number (form/number-taken); --replace makes it a version of that\n",
    );
    expect(code).toBe(1);
    const replaced = await commands.run(at, ["add", "b.txt", "--replace"]);
    expect(replaced.out).toContain("version   special-dispatch-41, version 2  b.txt\n");
    expect(replaced.code).toBe(0);
  });

  test("what cannot be read is told at the end, and the rest goes in", async () => {
    const at = folder({
      "sources/a-noise.txt": new Uint8Array(32),
      "sources/harbour.txt": HARBOUR,
      "sources/large.txt": "words ".repeat(400_000),
      "sources/paper.epub": "PK",
      "sources/torn.pdf": "%PDF-1.7\n",
    });
    symlinkSync(join(at, "nowhere.txt"), join(at, "sources/lost.txt"));
    const { code, out, err } = await commands.run(at, ["add", "sources", "--max-size", "1"]);
    expect(out).toContain("added     harbour");
    expect(out).toContain("; 4 not read.\n");
    expect(err.split("\n").slice(1)).toEqual([
      expect.stringMatching(/^saidso: made the archive /u),
      "saidso: sources/lost.txt: no such file or folder; check the path.",
      expect.stringMatching(/^saidso: sources\/a-noise\.txt: .+\.$/u),
      expect.stringMatching(/^saidso: sources\/large\.txt: has 2\.\d+ MB, more than --max-size 1;.*\.$/u),
      expect.stringMatching(/^saidso: sources\/torn\.pdf: .+\.$/u),
      "",
    ]);
    expect(err.split("\n")[0]).toMatch(/^saidso: sources: a file of another kind was left out/u);
    expect(code).toBe(1);
  });

  test.skipIf(process.getuid?.() === 0)(
    "a folder that may not be read is told, and the rest goes in",
    async () => {
      const at = folder({ "sources/harbour.txt": HARBOUR, "sources/closed/garden.txt": GARDEN });
      chmodSync(join(at, "sources/closed"), 0);
      const { code, out, err } = await commands.run(at, ["add", "sources"]);
      chmodSync(join(at, "sources/closed"), 0o755);
      expect(out).toContain("added     harbour");
      expect(err).toContain("saidso: sources/closed: may not be read; check its permissions.\n");
      expect(code).toBe(1);
    },
  );

  test("a path that is not there is told, the rest goes in, and the exit code is 2", async () => {
    const at = folder({ "harbour.txt": HARBOUR, "empty/.keep": "" });
    const { code, out, err } = await commands.run(at, ["add", "nowhere", "empty", "-", "harbour.txt"]);
    expect(out).toContain("added     harbour");
    expect(err.split("\n").slice(1, -1)).toEqual([
      "saidso: nowhere: no such file or folder; check the path.",
      expect.stringMatching(/^saidso: empty: holds no source; give files that end in .*\.$/u),
      "saidso: -: standard input has no name; save it as a file and name that.",
    ]);
    expect(code).toBe(2);
  });

  test("where nothing is found no archive is made", async () => {
    const at = folder({});
    expect(await commands.run(at, ["add", "nowhere"])).toMatchObject({ code: 2, out: "" });
    expect(existsSync(join(at, "saidso.db"))).toBe(false);
  });

  test("json says all of it", async () => {
    const at = folder({ "harbour.txt": HARBOUR, "noise.txt": new Uint8Array(32) });
    const { out } = await commands.run(at, ["add", ".", "nowhere", "--format", "json"]);
    expect(JSON.parse(out)).toEqual({
      archive: join(at, "saidso.db"),
      documents: [{ path: "harbour.txt", outcome: "added", id: "harbour", version: 1, words: 14 }],
      unread: [{ path: "noise.txt", reason: expect.any(String) }],
      missing: [{ path: "nowhere", reason: "no such file or folder; check the path." }],
      interrupted: false,
      summary: {
        added: 1,
        versions: 0,
        held: 0,
        refused: 0,
        unread: 1,
        words: 14,
        seconds: expect.any(Number),
        wordsPerSecond: expect.any(Number),
      },
    });
  });

  test("names of files that would rewrite the screen do not reach it", async () => {
    const at = folder({ "har\u001B[31mbour\u202E.txt": HARBOUR, "noi\u0007se.txt": new Uint8Array(32) });
    const { out, err } = await commands.run(at, ["add", "."]);
    const json = await commands.run(at, ["add", ".", "--format", "json"]);
    for (const control of ["\u001B", "\u202E", "\u0007"])
      for (const text of [out, err, json.out, json.err]) expect(text).not.toContain(control);
    expect(JSON.parse(json.out).documents[0].path).toBe("har\u001B[31mbour\u202E.txt");
  });
});

describe("a thousand small files", () => {
  const THOUSAND = 1000;
  const nights = Object.fromEntries(
    Array.from({ length: THOUSAND }, (_, i) => [
      `nights/${String(i).padStart(4, "0")}.txt`,
      `Speaker: Orla Finch\n\nOn night ${i} the ferry left at ${i % 24}. ${"The lamps were lit and nobody spoke of the tide. ".repeat(45)}\n`,
    ]),
  );

  test("are read on other threads and held in the order of their paths", async () => {
    const at = folder({ ...nights, "nights/0500-noise.txt": new Uint8Array(32) });
    const { code, out, err } = await commands.run(at, ["add", "nights"]);
    const paths = [...out.matchAll(/^added .*?(\d{4})\.txt$/gmu)].map(([, number]) => Number(number));
    expect(paths).toEqual(Array.from({ length: THOUSAND }, (_, i) => i));
    expect(err).toMatch(/\nsaidso: nights\/0500-noise\.txt: [^\n]*\n$/u);
    expect(code).toBe(1);
    const search = JSON.parse(
      (await commands.run(at, ["search", "ferry", "--limit", "1000", "--format", "json"])).out,
    );
    expect(search.total).toBe(THOUSAND);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s leaves a sound archive, says what to do, and the same command goes on",
    async (signal, code) => {
      const at = folder(nights);
      const interrupted = await signalled(at, ["add", "nights"], signal);
      expect(interrupted.code).toBe(code);
      expect(interrupted.err).toMatch(
        /saidso: saidso\.db: interrupted; what is told above is in, and the same command again adds the rest\.\n$/u,
      );
      const told = interrupted.out.match(/^added/gmu)?.length ?? 0;
      expect(await listed(at)).toHaveLength(told);
      expect(await commands.run(at, ["verify-archive"])).toMatchObject({ code: 0 });
      const again = await commands.run(at, ["add", "nights"]);
      expect(again.out.match(/^held/gmu)?.length ?? 0).toBe(told);
      expect(await listed(at)).toHaveLength(THOUSAND);
      expect(again.code).toBe(0);
    },
  );
});

/** Runs `saidso` and sends it a signal as soon as it has made the archive. */
function signalled(at: string, args: readonly string[], signal: NodeJS.Signals): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: at, stdio: ["ignore", "pipe", "pipe"] });
    const run = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      run.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      if (run.err === "") child.kill(signal);
      run.err += text;
    });
    child.on("close", (code) => resolve({ ...run, code }));
  });
}
