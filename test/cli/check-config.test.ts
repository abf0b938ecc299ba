import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORT_FORMATS } from "../../src/cli/report-format.ts";
import { type Config, configSchema } from "../../src/policy/index.ts";
import { CommandProcess, folderWith, type Run } from "./command.ts";

const FILES = {
  "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
  "wide.md": "“The harbour is wide,” Ada Quay said.\n",
  "cut.md": "“It has … frozen,” Ada Quay said.\n",
  "capital.md": "“It has never frozen, And it never will,” Ada Quay said.\n",
  "round.md": "“The (old) harbour is deep,” Ada Quay said.\n",
  "alias.md": "“The harbour is deep,” Mara Bell said.\n",
  "fix.md": "“It has never  frozen... it never will,” Ada Quay said.\n",
  "known.json":
    '{ "version": 1, "files": { "wide.md": [{ "rule": "word-changed", "quotation": "the harbour is wide", "count": 1 }] } }\n',
};
const AGAINST = ["--against", "sources"];
const commands = new CommandProcess();
let folder = "";

beforeAll(async () => {
  folder = folderWith({ ...FILES, "large.md": "words ".repeat(20_000) });
  await commands.run(folder, ["add", "sources", "--archive", "held.db"]);
}, 60_000);
afterAll(() => {
  commands.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a check beside this configuration; none for null. */
async function checked(config: object | null, ...args: string[]): Promise<Run> {
  const path = join(folder, "saidso.config.json");
  rmSync(path, { force: true });
  if (config !== null) writeFileSync(path, JSON.stringify(config));
  return commands.run(folder, ["check", ...args]);
}

interface Row {
  readonly option: string;
  readonly config: Config<typeof REPORT_FORMATS>;
  readonly args: readonly string[];
  /** Exit code and a stretch of what is printed, without the configuration and with it. */
  readonly without: readonly [number, RegExp];
  readonly with: readonly [number, RegExp];
}

const ROWS: readonly Row[] = [
  {
    option: "$schema",
    config: { $schema: "./schema.json" },
    args: ["wide.md", ...AGAINST],
    without: [1, /word-changed/u],
    with: [1, /word-changed/u],
  },
  {
    option: "sources",
    config: { sources: ["sources"] },
    args: ["wide.md"],
    without: [2, /is no dispatch/u],
    with: [1, /word-changed/u],
  },
  {
    option: "archive",
    config: { archive: "held.db" },
    args: ["wide.md"],
    without: [2, /is no dispatch/u],
    with: [1, /word-changed/u],
  },
  {
    option: "rules",
    config: { rules: { "word-changed": "warning" } },
    args: ["wide.md", ...AGAINST],
    without: [1, /1 error, 0 warnings/u],
    with: [0, /altered[\s\S]*0 errors, 1 warning\./u],
  },
  {
    option: "rules",
    config: { rules: { "word-changed": "off" } },
    args: ["wide.md", ...AGAINST],
    without: [1, /word-changed/u],
    with: [0, /altered(?![\s\S]*word-changed)[\s\S]*0 errors, 0 warnings\./u],
  },
  {
    option: "style",
    config: { style: "bluebook" },
    args: ["capital.md", ...AGAINST, "--fail-on", "warning"],
    without: [0, /1 verbatim/u],
    with: [1, /warning letter-case/u],
  },
  {
    option: "style",
    config: { style: "ap" },
    args: ["round.md", ...AGAINST],
    without: [1, /word-added/u],
    with: [0, /1 marked/u],
  },
  {
    option: "names",
    config: { names: [["Ada Quay", "Mara Bell"]] },
    args: ["alias.md", ...AGAINST],
    without: [1, /wrong-speaker/u],
    with: [0, /1 verbatim/u],
  },
  {
    option: "ignore",
    config: { ignore: ["wi*.md"] },
    args: ["wide.md", ...AGAINST],
    without: [1, /word-changed/u],
    with: [0, /wide\.md: left out, as saidso\.config\.json says/u],
  },
  {
    option: "failOn",
    config: { failOn: "warning" },
    args: ["cut.md", ...AGAINST],
    without: [0, /negation-omitted/u],
    with: [1, /negation-omitted/u],
  },
  {
    option: "format",
    config: { format: "github" },
    args: ["wide.md", ...AGAINST],
    without: [1, /^wide\.md/u],
    with: [1, /^::error file=wide\.md/u],
  },
  {
    option: "baseline",
    config: { baseline: "known.json" },
    args: ["wide.md", ...AGAINST],
    without: [1, /1 error/u],
    with: [0, /word-changed.*\(known\)[\s\S]*0 errors, 0 warnings, 1 ignored/u],
  },
  {
    option: "maxSize",
    config: { maxSize: 0.01 },
    args: ["large.md", ...AGAINST],
    without: [0, /No quotations found/u],
    with: [2, /large\.md: has .* MB, more than --max-size 0\.01/u],
  },
  {
    option: "typography",
    config: { typography: { ellipsis: "keep" } },
    args: ["fix.md", ...AGAINST, "--fix"],
    without: [0, /\+“It has never frozen… it never will,”/u],
    with: [0, /\+“It has never frozen\.\.\. it never will,”/u],
  },
  {
    option: "typography.quotes",
    config: { typography: { quotes: "straight" } },
    args: ["fix.md", ...AGAINST, "--fix"],
    without: [0, /\+“It/u],
    with: [0, /\+"It/u],
  },
  {
    option: "typography.ellipsis",
    config: { typography: { ellipsis: "keep" } },
    args: ["fix.md", ...AGAINST, "--fix"],
    without: [0, /frozen… it/u],
    with: [0, /\+.*frozen\.\.\. it/u],
  },
  {
    option: "typography.dashes",
    config: { typography: { dashes: "keep", ellipsis: "keep", spaces: "keep" } },
    args: ["fix.md", ...AGAINST, "--fix"],
    without: [0, /\+“It/u],
    with: [0, /no typography to mend/u],
  },
  {
    option: "typography.spaces",
    config: { typography: { spaces: "keep" } },
    args: ["fix.md", ...AGAINST, "--fix"],
    without: [0, /\+.*never frozen/u],
    with: [0, /\+.*never {2}frozen/u],
  },
];

describe("each option of the configuration changes what is done", () => {
  test.each(ROWS)("$option: $config", async (row) => {
    for (const [config, [code, printed]] of [
      [null, row.without],
      [row.config, row.with],
    ] as const) {
      const run = await checked(config, ...row.args);
      expect(run.out + run.err).toMatch(printed);
      expect(run.code).toBe(code);
    }
  });

  test("and every option there is stands in this table", () => {
    const { shape } = configSchema(REPORT_FORMATS);
    const inner = Object.keys(shape.typography.unwrap().shape).map((key) => `typography.${key}`);
    expect(new Set(ROWS.map(({ option }) => option))).toEqual(new Set([...Object.keys(shape), ...inner]));
  });
});

describe("which configuration counts", () => {
  const quiet = { rules: { "word-changed": "off" } };

  test("the nearest above the current folder, its paths from where it stands", async () => {
    mkdirSync(join(folder, "deep/er"), { recursive: true });
    writeFileSync(join(folder, "deep/er/wide.md"), FILES["wide.md"]);
    writeFileSync(join(folder, "saidso.config.json"), JSON.stringify({ ...quiet, sources: ["sources"] }));
    const run = await commands.run(join(folder, "deep/er"), ["check", "wide.md"]);
    expect([run.code, run.err]).toEqual([0, ""]);
  });

  test("the one that is named, wherever it is", async () => {
    writeFileSync(join(folder, "deep/house.json"), JSON.stringify({ ...quiet, sources: ["../sources"] }));
    const run = await checked({ style: "nonsense" }, "wide.md", "--config", "deep/house.json");
    expect([run.code, run.err]).toEqual([0, ""]);
  });

  test("none with --no-config", async () => {
    const run = await checked({ style: "nonsense" }, "wide.md", ...AGAINST, "--no-config");
    expect([run.code, run.err]).toEqual([1, ""]);
  });

  test.each([
    [
      "one that is not there",
      ["--config", "nowhere.json"],
      /^saidso: nowhere\.json: no such file or folder/u,
    ],
    ["one that is none", ["--config", "wide.md"], /^saidso: wide\.md: is no JSON/u],
  ])("%s ends the command with one line", async (_, args, line) => {
    const run = await checked(null, "wide.md", ...AGAINST, ...args);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(line);
    expect(run.err.trim().split("\n").length).toBe(1);
  });

  test.each<[string, object, string[], RegExp]>([
    ["--against over sources", { sources: ["nowhere"] }, AGAINST, /word-changed/u],
    ["--against over archive", { archive: "nowhere.db" }, AGAINST, /word-changed/u],
    ["--archive over sources", { sources: ["nowhere"] }, ["--archive", "held.db"], /word-changed/u],
    ["--format over format", { format: "json" }, [...AGAINST, "--format", "github"], /^::error/u],
    ["--format pretty over format", { format: "json" }, [...AGAINST, "--format", "pretty"], /^wide\.md/u],
    ["--fail-on over failOn", { failOn: "never" }, [...AGAINST, "--fail-on", "error"], /word-changed/u],
    ["--max-size over maxSize", { maxSize: 0.000001 }, [...AGAINST, "--max-size", "1"], /word-changed/u],
    [
      "--baseline over baseline",
      { baseline: "nowhere.json" },
      [...AGAINST, "--baseline", "other.json"],
      /word-changed/u,
    ],
  ])("an option that is given wins: %s", async (_, config, args, printed) => {
    writeFileSync(join(folder, "other.json"), '{ "version": 1, "files": {} }');
    const run = await checked(config, "wide.md", ...args);
    expect(run.out).toMatch(printed);
    expect(run.code).toBe(1);
  });
});

test("where every file is left out, a list of no reports is printed", async () => {
  const run = await checked({ ignore: ["*.md"] }, "wide.md", ...AGAINST, "--format", "json");
  expect([run.code, JSON.parse(run.out)]).toEqual([0, []]);
});
