import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandProcess, folderWith, type Run } from "./command.ts";

const WIDE = "“The harbour is wide,” Ada Quay said.\n";
const commands = new CommandProcess();
let folder = "";

beforeEach(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
    "a.md": WIDE,
    "b.md": "“It has always frozen,” Ada Quay said.\n",
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => commands.close());

const check = (...args: string[]): Promise<Run> =>
  commands.run(folder, ["check", ...args, "--against", "sources"]);
const read = (): string => readFileSync(join(folder, "known.json"), "utf8");

test("what is written is known from then on, and only what is new fails", async () => {
  const first = await check("a.md", "b.md", "--write-baseline", "known.json");
  expect([first.code, first.err]).toEqual([0, "saidso: known.json: 2 problems written.\n"]);
  expect((await check("a.md", "b.md", "--baseline", "known.json")).code).toBe(0);
  writeFileSync(join(folder, "a.md"), `New words.\n\n${WIDE}\n“The harbour is old,” Ada Quay said.\n`);
  const run = await check("a.md", "b.md", "--baseline", "known.json");
  expect(run.code).toBe(1);
  expect(run.out).toContain("1 error, 0 warnings, 1 ignored.");
});

test("what is gone is told, and dropped when it is written again; what was not checked stays", async () => {
  await check("a.md", "b.md", "--write-baseline", "known.json");
  writeFileSync(join(folder, "a.md"), "“The harbour is deep,” Ada Quay said.\n");
  const line = /^saidso: known\.json: a\.md no longer has word-changed in “the harbour is wide”/mu;
  const told = await check("a.md", "--baseline", "known.json");
  expect(told.err).toMatch(line);
  expect(told.code).toBe(0);
  expect((await check("a.md", "--write-baseline", "known.json")).err).toMatch(line);
  expect(Object.keys(JSON.parse(read()).files)).toEqual(["b.md"]);
  expect((await check("a.md", "b.md", "--baseline", "known.json")).err).toBe("");
  rmSync(join(folder, "b.md"));
  await check("a.md", "--write-baseline", "known.json");
  expect(JSON.parse(read()).files).toEqual({});
});

test("a file has the same name in it from whatever folder it is checked", async () => {
  await check("a.md", "--write-baseline", "known.json");
  mkdirSync(join(folder, "deep"));
  const args = ["check", "../a.md", "--against", "../sources", "--baseline", "../known.json"];
  expect((await commands.run(join(folder, "deep"), args)).code).toBe(0);
});

test("written twice it is the same", async () => {
  await check("b.md", "a.md", "--write-baseline", "known.json");
  const first = read();
  await check("a.md", "b.md", "--write-baseline", "known.json");
  expect(read()).toBe(first);
});

describe("one that is damaged is refused, and not written over", () => {
  test.each(["--baseline", "--write-baseline"])("%s", async (option) => {
    writeFileSync(join(folder, "known.json"), '{ "version": 1, "files"');
    const run = await check("a.md", option, "known.json");
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^saidso: known\.json: is no JSON: .*\n$/u);
    expect(read()).toBe('{ "version": 1, "files"');
  });

  test("one that is not there is told how to make", async () => {
    const run = await check("a.md", "--baseline", "none.json");
    expect([run.code, run.err]).toEqual([
      2,
      "saidso: none.json: no such baseline; --write-baseline makes it.\n",
    ]);
  });

  test("nothing is left behind where it cannot be written", async () => {
    const run = await check("a.md", "--write-baseline", "nowhere/known.json");
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^saidso: nowhere\/known\.json: cannot be written \(ENOENT\)/u);
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});

test("permissions stay, and no other file is left beside it", async () => {
  await check("a.md", "--write-baseline", "known.json");
  chmodSync(join(folder, "known.json"), 0o640);
  await check("a.md", "--write-baseline", "known.json");
  expect(statSync(join(folder, "known.json")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(["a.md", "b.md", "known.json", "sources"]);
});
