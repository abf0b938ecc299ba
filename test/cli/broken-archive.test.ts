import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandProcess, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
let at = "";

beforeAll(async () => {
  at = folderWith({
    "sources/harbour.txt":
      "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
    "sources/garden.txt": "Speaker: Ben Hedge\n\nWe plant the beans in May. The frost comes late here.\n",
    "lamp.txt": "Speaker: Ada Quay\n\nThe lamp on the pier is lit at six.\n",
  });
  expect((await saidso("add", "sources")).code).toBe(0);
});

afterAll(() => {
  commands.close();
  rmSync(at, { recursive: true, force: true });
});

function saidso(...args: string[]): Promise<Run> {
  return commands.run(at, args);
}

/** A copy of the archive, changed. */
function copied(name: string, change: (path: string) => void): string {
  const path = join(at, name);
  copyFileSync(join(at, "saidso.db"), path);
  change(path);
  return name;
}

const oneLine = (line: RegExp): RegExp => new RegExp(`^saidso: ${line.source}\\n$`, "u");

test("an archive of another stamp is refused with the command that mends it, and mended by it", async () => {
  const name = copied("old.db", (path) => {
    const database = new DatabaseSync(path);
    database.exec("UPDATE meta SET value = '0.64.00000000' WHERE key = 'stamp'");
    database.close();
  });
  for (const command of [["list"], ["find", "the harbour is deep"], ["add", "lamp.txt"]])
    expect(await saidso(...command, "--archive", name)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(oneLine(/old\.db: was made by .*`saidso reindex --archive old\.db`\./u)),
    });
  expect(await saidso("reindex", "--archive", name)).toMatchObject({ code: 0, err: "" });
  expect((await saidso("find", "the harbour is deep", "--archive", name)).code).toBe(0);
});

test("what is damaged is told with the document it belongs to, and the exit code is 2", async () => {
  const name = copied("flipped.db", (path) => {
    const database = new DatabaseSync(path);
    const { key } = database
      .prepare(
        "SELECT edition.key FROM edition JOIN document ON document.id = edition.document WHERE document.name = 'garden'",
      )
      .get() as { key: number };
    database.prepare("UPDATE body SET data = zeroblob(length(data)) WHERE id = ?").run(key);
    database.close();
  });
  const { code, out, err } = await saidso("verify-archive", "--archive", name);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^saidso: flipped\.db: damaged: garden, version 1: /u);
  expect(err).toMatch(/\nsaidso: flipped\.db: \d+ damages? found; restore it from a copy\.\n$/u);
  const json = JSON.parse((await saidso("verify-archive", "--archive", name, "--format", "json")).out);
  expect(json.clean).toBe(false);
  expect(json.damage.length).toBeGreaterThan(0);
});

describe("bytes that were changed", () => {
  test("are told in one line, or what is said is right all the same", async () => {
    const whole = readFileSync(join(at, "saidso.db"));
    const page = 8192;
    const right = await saidso("find", "the harbour is deep");
    let found = 0;
    for (let end = page; end <= whole.length; end += page * 3) {
      const bytes = Buffer.from(whole);
      // A page is filled from its end.
      bytes.fill(0x5a, end - 30, end);
      writeFileSync(join(at, "bad.db"), bytes);
      const verified = await saidso("verify-archive", "--archive", "bad.db");
      const told = await saidso("find", "the harbour is deep", "--archive", "bad.db");
      if (told.code !== 2) expect(told).toEqual(right);
      for (const run of [verified, told, await saidso("list", "--archive", "bad.db")])
        if (run.code === 2) expect(run.err).toMatch(/^(?:saidso: [^\n]+\n)+$/u);
        else expect(run).toMatchObject({ code: 0, err: "" });
      if (verified.code === 2) found++;
    }
    expect(found).toBeGreaterThan(5);
  });
});

describe("while another process writes", () => {
  let writer: ChildProcess;

  beforeAll(async () => {
    const code = `
      const { DatabaseSync } = require("node:sqlite");
      const database = new DatabaseSync(process.argv[1]);
      database.exec("BEGIN IMMEDIATE");
      console.log("writing");
      setInterval(() => {}, 1000);`;
    writer = spawn(process.execPath, ["-e", code, join(at, "saidso.db")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => writer.stdout!.once("data", resolve));
  });

  afterAll(() => {
    writer.kill();
  });

  test("others read", async () => {
    expect((await saidso("find", "the harbour is deep")).code).toBe(0);
  });

  test("a second writer waits, and then says so", async () => {
    expect(await saidso("add", "lamp.txt")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(
        oneLine(/saidso\.db: is used by another saidso; wait until that is done, and try again\./u),
      ),
    });
  });
});

test("a folder is no archive, and a folder that is not there is told of", async () => {
  expect(await saidso("list", "--archive", "sources")).toMatchObject({
    code: 2,
    err: expect.stringMatching(oneLine(/sources: is no archive of saidso's; .*/u)),
  });
  expect(await saidso("add", "lamp.txt", "--archive", "nowhere/new.db")).toMatchObject({
    code: 2,
    err: expect.stringMatching(oneLine(/nowhere\/new\.db: .*check that its folder is there.*/u)),
  });
});

test("an archive from which all was removed says so", async () => {
  expect((await saidso("add", "lamp.txt", "--archive", "emptied.db")).code).toBe(0);
  expect((await saidso("remove", "lamp", "--archive", "emptied.db")).code).toBe(0);
  for (const filters of [[], ["--speaker", "Quay"]])
    expect(await saidso("list", ...filters, "--archive", "emptied.db")).toMatchObject({
      code: 0,
      err: "saidso: the archive holds no document; `saidso add PATH…` puts some in.\n",
    });
});

describe.skipIf(process.getuid?.() === 0)("an archive that may not be written", () => {
  test("is read, and says that it may not be written", async () => {
    const own = folderWith({ "lamp.txt": "The lamp on the pier is lit at six.\n" });
    copyFileSync(join(at, "saidso.db"), join(own, "saidso.db"));
    chmodSync(join(own, "saidso.db"), 0o444);
    chmodSync(own, 0o555);
    expect((await commands.run(own, ["list"])).code).toBe(0);
    expect(await commands.run(own, ["add", "lamp.txt"])).toMatchObject({
      code: 2,
      err: "saidso: saidso.db: may not be written; check that its folder is there, and the permissions of both.\n",
    });
    chmodSync(own, 0o755);
    rmSync(own, { recursive: true });
  });
});

test.skipIf(process.platform !== "linux")("a folder where nothing can be made is told", async () => {
  const { code, out, err } = await saidso("add", "lamp.txt", "--archive", "/proc/saidso.db");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(oneLine(/\/proc\/saidso\.db: .*/u));
});
