import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAIN } from "../built.ts";
import { folderWith, runIn } from "./command.ts";

const [DEEP, WIDE] = ["“The harbour is deep,” Ada Quay said.\n", "“The harbour is wide,” Ada Quay said.\n"];
let folder = "";
let watching: Watching | null = null;

beforeEach(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep.\n",
    "a.md": DEEP,
    "saidso.config.json": "{}",
    "known.json": '{ "version": 1, "files": {} }',
  });
});
afterEach(async () => {
  await watching?.end("SIGKILL");
  watching = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A watch that runs: what it printed on both streams, in its order. */
class Watching {
  readonly #child: ChildProcess;
  printed = "";

  constructor(...args: string[]) {
    this.#child = spawn(process.execPath, [MAIN, "check", ...args, "--watch"], { cwd: folder });
    for (const stream of [this.#child.stdout!, this.#child.stderr!])
      stream.on("data", (data: Buffer) => {
        this.printed += data;
      });
  }

  /** Resolves once this stands in what was printed since the last time. */
  async sees(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.printed);
      if (found !== null) {
        const told = this.printed.slice(0, found.index + found[0].length);
        this.printed = this.printed.slice(told.length);
        return told;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ends it; answers its exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    this.#child.kill(signal);
    const [code] = await once(this.#child, "exit");
    return code;
  }
}

async function started(...args: string[]): Promise<Watching> {
  watching = new Watching("a.md", ...args);
  await watching.sees(CHECKED);
  return watching;
}

const AGAINST = ["--against", "sources"];
const CHECKED = /saidso: \d\d:\d\d:\d\d checked; watching \d+ paths, Ctrl-C ends\.\n/u;
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe("it checks again when", () => {
  test.each<[string, () => void, RegExp]>([
    ["the file is written", () => write("a.md", WIDE), /word-changed/u],
    [
      "another file takes its place, as editors do",
      () => {
        write(".a.md.swp", WIDE);
        renameSync(join(folder, ".a.md.swp"), join(folder, "a.md"));
      },
      /word-changed/u,
    ],
    [
      "it was taken away and put back",
      () => {
        renameSync(join(folder, "a.md"), join(folder, "a.md~"));
        setTimeout(() => write("a.md", WIDE), 50);
      },
      /^(?![\s\S]*no such file)[\s\S]*word-changed/u,
    ],
    [
      "a source changes",
      () => write("sources/quay.txt", "Speaker: Ada Quay\n\nThe harbour is wide.\n"),
      /word-changed/u,
    ],
    [
      "a source comes",
      () => write("sources/more.txt", "Speaker: Ben Hedge\n\nThe beans are late.\n"),
      /1 verbatim/u,
    ],
    [
      "a source comes in a new folder",
      () => {
        mkdirSync(join(folder, "sources/new"));
        write("sources/new/more.txt", "Speaker: Ben Hedge\n\nThe beans are late.\n");
      },
      /1 verbatim/u,
    ],
    ["the configuration changes", () => write("saidso.config.json", '{ "format": "json" }'), /"version": 1/u],
    ["the baseline changes", () => write("known.json", "{"), /known\.json: is no JSON/u],
  ])("%s", async (_, change, printed) => {
    const watch = await started(...AGAINST, "--baseline", "known.json");
    change();
    expect(await watch.sees(CHECKED)).toMatch(printed);
  });
});

describe("it ends with the exit code of the last check", () => {
  test.each<[string, string, NodeJS.Signals, number]>([
    ["nothing found", DEEP, "SIGINT", 0],
    ["findings", WIDE, "SIGINT", 1],
    ["findings, asked to end otherwise", WIDE, "SIGTERM", 1],
  ])("%s", async (_, text, signal, code) => {
    write("a.md", text);
    expect(await (await started(...AGAINST)).end(signal)).toBe(code);
  });

  test("of the last, not the first", async () => {
    const watch = await started(...AGAINST);
    write("a.md", WIDE);
    await watch.sees(CHECKED);
    expect(await watch.end("SIGINT")).toBe(1);
  });
});

describe("it goes on", () => {
  test("when the file is gone, and when it is back", async () => {
    const watch = await started(...AGAINST);
    rmSync(join(folder, "a.md"));
    expect(await watch.sees(CHECKED)).toContain("saidso: a.md: no such file or folder");
    write("a.md", WIDE);
    expect(await watch.sees(CHECKED)).toContain("word-changed");
    expect(await watch.end("SIGINT")).toBe(1);
  });

  test("when the configuration is broken, and when it is mended", async () => {
    const watch = await started(...AGAINST);
    write("saidso.config.json", '{ "rules": { "typos": "off" } }');
    expect(await watch.sees(CHECKED)).toContain("saidso.config.json: rules.typos is no rule; typo is.");
    write("saidso.config.json", "{}");
    expect(await watch.sees(CHECKED)).toContain("1 verbatim");
  });

  test("when the whole folder of sources is taken away and comes back", async () => {
    const watch = await started(...AGAINST);
    rmSync(join(folder, "sources"), { recursive: true });
    expect(await watch.sees(CHECKED)).toContain("saidso: sources: no such file or folder");
    mkdirSync(join(folder, "sources"));
    write("sources/quay.txt", "Speaker: Ada Quay\n\nThe harbour is wide.\n");
    expect(await watch.sees(/word-changed[\s\S]*?Ctrl-C ends/u)).toContain("altered");
  });

  test("without a check when nothing it reads changes", async () => {
    const watch = await started(...AGAINST);
    write("other.md", WIDE);
    utimesSync(join(folder, "other.md"), 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(watch.printed).toBe("");
  });

  test("with fewer checks than there are writes in a row", async () => {
    const watch = await started(...AGAINST);
    const WRITES = 20;
    for (let i = 1; i <= WRITES; i++) {
      write("a.md", i < WRITES ? `${DEEP}${"\n".repeat(i)}` : WIDE);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const told = await watch.sees(/word-changed/u);
    expect(told.split("1 verbatim").length - 1).toBeLessThan(WRITES - 1);
  });
});

test("it clears nothing: what is printed has no sign that moves the cursor", async () => {
  const watch = await started(...AGAINST);
  write("a.md", WIDE);
  const told = await watch.sees(CHECKED);
  expect(told).not.toContain("\x1b");
});

describe("it refuses", () => {
  test.each([
    ["standard input", ["-", ...AGAINST], /^saidso: -: /u],
    ["to mend", ["a.md", ...AGAINST, "--fix"], /^saidso: --fix: does not go with --watch/u],
    [
      "to write a baseline",
      ["a.md", ...AGAINST, "--write-baseline", "known.json"],
      /^saidso: --write-baseline: /u,
    ],
  ])("%s", (_, args, line) => {
    const run = runIn(folder, ["check", ...args, "--watch"]);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(line);
  });
});
