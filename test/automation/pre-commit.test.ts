import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { MAIN } from "../built.ts";
import { folderWith } from "../cli/command.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly types_or: readonly string[];
  readonly require_serial: boolean;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const hooks: readonly Hook[] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"));
const hook = hooks[0]!;
let folder = "";

beforeAll(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep.\n",
    "saidso.config.json": '{ "sources": ["sources"], "ignore": ["sources/"] }',
    "deep.md": "“The harbour is deep,” Ada Quay said.\n",
    "a wide one.md": "“The harbour is wide,” Ada Quay said.\n",
  });
  // What the framework makes of the package's `bin`.
  mkdirSync(join(folder, "bin"));
  symlinkSync(MAIN, join(folder, "bin/saidso"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the hook as the framework does: its entry's words, then the files. */
function committed(...files: string[]): { code: number | null; printed: string } {
  const [command, ...args] = hook.entry.split(" ");
  const path = `${join(folder, "bin")}:${join(process.execPath, "..")}:${process.env.PATH}`;
  const run = spawnSync(command!, [...args, ...files], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  return { code: run.status, printed: run.stdout + run.stderr };
}

test("there is one hook, which runs on the texts that --fix and a desk write", () => {
  expect(hooks.length).toBe(1);
  expect(hook).toMatchObject({
    id: "saidso",
    language: "node",
    types_or: ["markdown", "plain-text", "html"],
    require_serial: true,
  });
});

describe("the hook's entry", () => {
  test("passes a faithful text", () => expect(committed("deep.md").code).toBe(0));

  test("fails on a changed word, in a file with spaces in its name too", () => {
    const { code, printed } = committed("deep.md", "a wide one.md");
    expect(code).toBe(1);
    expect(printed).toContain("word-changed");
  });

  test("passes a commit of sources alone, which the configuration leaves out", () => {
    const { code, printed } = committed("sources/quay.txt");
    expect(printed).toContain("sources/quay.txt: left out");
    expect(code).toBe(0);
  });
});
