import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { encode } from "../../src/formats/index.ts";
import { CommandProcess, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
const folders: string[] = [];
let folder = "";

beforeEach(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
  });
  folders.push(folder);
});
afterAll(() => {
  commands.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const LOOSE =
  "It's late...\n\n“It has never  frozen ... never will,” Ada Quay said.\n\n“The harbour is  wide,” she said.\n";
const TIDY = LOOSE.replace("never  frozen ...", "never frozen …");

const check = (...args: string[]): Promise<Run> =>
  commands.run(folder, ["check", ...args, "--against", "sources", "--no-config"]);
const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(folder, name), content);
const read = (name: string): Buffer => readFileSync(join(folder, name));

describe("--fix alone", () => {
  test("prints a difference that patch takes, and writes nothing", async () => {
    write("a.md", LOOSE);
    const run = await check("a.md", "--fix");
    expect(read("a.md").toString()).toBe(LOOSE);
    expect(run.err).toBe("saidso: a.md: 2 changes of typography; --write makes them.\n");
    expect(spawnSync("patch", ["-p1"], { cwd: folder, input: run.out }).status).toBe(0);
    expect(read("a.md").toString()).toBe(TIDY);
  });

  test("exits as the findings say, whatever there is to mend", async () => {
    write("a.md", LOOSE);
    write("b.md", "“The harbour  is deep,” Ada Quay said.\n");
    expect((await check("a.md", "--fix")).code).toBe(1);
    expect((await check("b.md", "--fix")).code).toBe(0);
  });

  test("says so where there is nothing to mend", async () => {
    write("a.md", TIDY);
    const run = await check("a.md", "--fix");
    expect([run.out, run.err]).toEqual(["", "saidso: no typography to mend.\n"]);
  });
});

describe("--fix --write", () => {
  test.each<[string, string, boolean]>([
    ["UTF-8", "utf-8", false],
    ["UTF-8 with a mark", "utf-8", true],
    ["UTF-16 with a mark", "utf-16le", true],
    ["big-endian UTF-16 with a mark", "utf-16be", true],
    ["Windows-1252", "windows-1252", false],
  ])(
    "writes in %s, with the line ends that stood there, and reports on what is written",
    async (_, encoding, marked) => {
      const [before, after] = [LOOSE, TIDY].map((text) => text.replaceAll("\n", "\r\n"));
      write("a.md", encode(before!, encoding, marked)!);
      const run = await check("a.md", "--fix", "--write");
      expect(Buffer.compare(read("a.md"), encode(after!, encoding, marked)!)).toBe(0);
      expect(run.err).toBe("saidso: a.md: 2 changes of typography written.\n");
      expect(run.out).toContain("It has never frozen … never will,");
      expect(run.code).toBe(1);
    },
  );

  test("again it writes nothing, and does not touch the file", async () => {
    write("a.md", LOOSE);
    await check("a.md", "--fix", "--write");
    const { mtimeMs, ino } = statSync(join(folder, "a.md"));
    expect((await check("a.md", "--fix", "--write")).err).toBe("");
    expect(statSync(join(folder, "a.md"))).toMatchObject({ mtimeMs, ino });
  });

  test("keeps permissions and links, and leaves nothing beside", async () => {
    write("real.md", LOOSE);
    chmodSync(join(folder, "real.md"), 0o640);
    symlinkSync("real.md", join(folder, "a.md"));
    await check("a.md", "--fix", "--write");
    expect(read("real.md").toString()).toBe(TIDY);
    expect(statSync(join(folder, "real.md")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "a.md")).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["a.md", "real.md", "sources"]);
  });

  test("mends HTML outside its tags", async () => {
    write(
      "a.html",
      '<p class="x  y">“The harbour  is deep,” Ada Quay said.</p><p>“It has never frozen ... never will,” she said.</p>\n',
    );
    await check("a.html", "--fix", "--write");
    expect(read("a.html").toString()).toBe(
      '<p class="x  y">“The harbour  is deep,” Ada Quay said.</p><p>“It has never frozen … never will,” she said.</p>\n',
    );
  });
});

describe("it refuses, in one line, and writes nothing", () => {
  test.each<[string, string, string | Uint8Array, string[], RegExp]>([
    ["--write alone", "a.md", LOOSE, ["--write"], /^saidso: --write: writes what --fix mends/u],
    [
      "bytes that are none of its encoding",
      "a.md",
      new Uint8Array([...new TextEncoder().encode(LOOSE), 0xff, 0x0a]),
      ["--fix", "--write"],
      /^saidso: a\.md: has bytes that utf-8 does not have/u,
    ],
    [
      "an encoding that lacks the character",
      "a.html",
      new Uint8Array([
        ...new TextEncoder().encode('<meta charset="koi8-r">'),
        ...encode('<p>"It has never frozen ... never will," Ada Quay said.</p>', "koi8-r", false)!,
      ]),
      ["--fix", "--write"],
      /^saidso: a\.html: cannot have these marks in koi8-r; save it as UTF-8 first\./u,
    ],
    [
      "subtitles",
      "a.vtt",
      "WEBVTT\n\n00:01.000 --> 00:04.000\n“The harbour  is deep,” Ada Quay said.\n",
      ["--fix"],
      /^saidso: a\.vtt: /u,
    ],
  ])("%s", async (_, name, content, args, line) => {
    write(name, content);
    const run = await check(name, ...args);
    expect(run.err).toMatch(line);
    expect(run.code).toBe(2);
    expect(Buffer.compare(read(name), Buffer.from(content))).toBe(0);
  });

  test("several files of which one cannot be written", async () => {
    write("a.md", LOOSE);
    write("b.md", new Uint8Array([...new TextEncoder().encode(LOOSE), 0xff, 0x0a]));
    expect((await check("a.md", "b.md", "--fix", "--write")).code).toBe(2);
    expect(read("a.md").toString()).toBe(LOOSE);
  });

  test("standard input", async () => {
    const run = await check("-", "--fix");
    expect(run.err).toMatch(/^saidso: -: /u);
    expect(run.code).toBe(2);
  });
});
