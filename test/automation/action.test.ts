import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { REPORT_FORMATS } from "../../src/cli/report-format.ts";
import { MAIN } from "../built.ts";
import { folderWith } from "../cli/command.ts";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = readFileSync(join(root, "action.yml"), "utf8");
const action: Action = parse(source);
const { steps } = action.runs;
const checkStep = steps.find(({ id }) => id === "check")!;
const folders: string[] = [];
let folder = "";

/** Prints its arguments, one a line, or runs the built command with those after the package's name. */
const NPX = `#!/bin/bash
printf '%s\\n' "$@" > "$RUNNER_TEMP/args"
shift 2
exec "$NODE" "$MAIN" "$@"
`;

beforeEach(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep.\n",
    "texts/deep.md": "“The harbour is deep,” Ada Quay said.\n",
    "texts/more/a wide one.md": "“The harbour is wide,” Ada Quay said.\n",
    "bin/npx": NPX,
  });
  folders.push(folder);
  chmodSync(join(folder, "bin/npx"), 0o755);
  mkdirSync(join(folder, "temp"));
  writeFileSync(join(folder, "temp/output"), "");
});
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** An expression's value, where it names an input or a step's output. */
function inputOf(expression: string, values: Readonly<Record<string, string>>): string {
  const name = /^\$\{\{ (?:inputs|steps\.check\.outputs)\.([\w-]+) \}\}$/u.exec(expression)![1]!;
  return values[name] ?? action.inputs[name]?.default ?? "";
}

/** Runs a step's script as the runner does. */
function ran(step: Step, values: Readonly<Record<string, string>>) {
  const script = join(folder, "temp/script.sh");
  writeFileSync(script, step.run!);
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, inputOf(value, values)]);
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: `${join(folder, "bin")}:${process.env.PATH}`,
      NODE: process.execPath,
      MAIN,
      RUNNER_TEMP: join(folder, "temp"),
      GITHUB_OUTPUT: join(folder, "temp/output"),
      ...Object.fromEntries(own),
    },
  });
}

/** Runs the check's step; answers what it tells the steps after it. */
function checked(values: Readonly<Record<string, string>>) {
  const run = ran(checkStep, values);
  expect(run.status).toBe(0);
  const lines = readFileSync(join(folder, "temp/output"), "utf8").trim().split("\n");
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/su).slice(0, 2)));
  const args = join(folder, "temp/args");
  return {
    printed: run.stdout + run.stderr,
    outputs,
    args: existsSync(args) ? readFileSync(args, "utf8").trim().split("\n") : [],
  };
}

describe("action.yml", () => {
  test("is a composite action whose steps all have a shell or an action pinned by its commit", () => {
    expect(action.runs.using).toBe("composite");
    for (const { uses, shell, run } of steps)
      if (uses === undefined) expect([shell, typeof run]).toEqual(["bash", "string"]);
      else expect(uses).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/u);
  });

  test("has no expression inside a script, where an input would be code", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });

  test("runs the version that the package has", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(action.inputs.version!.default).toBe(version);
  });

  test("uploads before it fails", () => {
    const upload = steps.findIndex(({ uses }) => uses?.startsWith("github/codeql-action/upload-sarif@"));
    const fails = steps.findIndex(({ run }) => run?.includes('exit "$SAIDSO_CODE"'));
    expect(upload).toBeGreaterThan(steps.indexOf(checkStep));
    expect(fails).toBeGreaterThan(upload);
  });
});

describe("the check's step gives saidso", () => {
  test("the files that fit, and nothing that is not asked for", () => {
    expect(checked({ files: "texts/**/*.md" }).args).toEqual([
      "--yes",
      `saidso@${action.inputs.version!.default}`,
      "check",
      "--format",
      "sarif",
      "--",
      "texts/deep.md",
      "texts/more/a wide one.md",
    ]);
  });

  test("every input that is given", () => {
    const { args } = checked({
      files: "texts/deep.md\ntexts/more/a wide one.md\n",
      against: "sources\nmore sources\n",
      archive: "held.db",
      config: "house.json",
      baseline: "known.json",
      "fail-on": "warning",
      version: "1.2.3",
    });
    expect(args[1]).toBe("saidso@1.2.3");
    expect(args.slice(5)).toEqual([
      "--against",
      "sources",
      "--against",
      "more sources",
      "--archive",
      "held.db",
      "--config",
      "house.json",
      "--baseline",
      "known.json",
      "--fail-on",
      "warning",
      "--",
      "texts/deep.md",
      "texts/more/a wide one.md",
    ]);
  });

  test("an input as the words it is, not as code", () => {
    const { args } = checked({ files: "$(touch owned).md\n`touch owned`.md", against: "$(touch owned)" });
    expect(args).toContain("$(touch owned).md");
    expect(existsSync(join(folder, "owned"))).toBe(false);
  });

  test("nothing where no file fits, which is said and is no failure", () => {
    const { args, outputs, printed } = checked({ files: "nowhere/*.md" });
    expect([args, outputs.code]).toEqual([[], "0"]);
    expect(printed).toContain("::notice title=saidso::No file fits");
  });
});

describe("the last step", () => {
  const last = steps.at(-1)!;
  test.each(["0", "1", "2"])("exits with %s as saidso did", (code) =>
    expect(ran(last, { code }).status).toBe(Number(code)),
  );
});

test("what saidso cannot read has the code 2 and no report", () => {
  const { outputs } = checked({ files: "gone.md", against: "sources" });
  expect(outputs).toEqual({ code: "2" });
});

describe.skipIf(!(REPORT_FORMATS as readonly string[]).includes("sarif"))("the report", () => {
  test.each([
    ["texts/deep.md", "0", 0],
    ["texts/**/*.md", "1", 1],
  ])("of %s has the code %s and %i results", (files, code, results) => {
    const { outputs } = checked({ files, against: "sources" });
    expect(outputs.code).toBe(code);
    const { runs } = JSON.parse(readFileSync(outputs.sarif!, "utf8"));
    expect(runs.flatMap((run: { results: unknown[] }) => run.results).length).toBe(results);
  });
});
