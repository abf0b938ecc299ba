import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/index.ts";
import { CommandProcess, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
let folder = "";

beforeAll(() => {
  folder = folderWith({
    "sources/quay.txt": "Speaker: Ada Quay\n\nThe harbour is deep.\n",
    "a.md":
      "<!-- saidso-ignore word-changed: heard on the tape -->\n\n“The harbour is wide,” Ada Quay said.\n",
    "a.txt": "saidso-ignore word-changed: heard on the tape\n“The harbour is wide,” Ada Quay said.\n",
    "a.html":
      "<!-- saidso-ignore-file word-changed: heard on the tape --><p>“The harbour is wide,” Ada Quay said.</p>\n",
    "unused.md": "<!-- saidso-ignore typo: heard on the tape -->\n\n“The harbour is deep,” Ada Quay said.\n",
  });
});
afterAll(() => {
  commands.close();
  rmSync(folder, { recursive: true, force: true });
});

const check = (...args: string[]): Promise<Run> =>
  commands.run(folder, ["check", ...args, "--against", "sources", "--no-config"]);

test.each(["a.md", "a.txt", "a.html"])("%s fails nothing, and its report says why", async (file) => {
  const run = await check(file, "--format", "json");
  const report = reportSchema.parse(JSON.parse(run.out));
  expect(run.code).toBe(0);
  expect(report.findings[0]!.status).toBe("altered");
  expect(report.findings[0]!.problems[0]!.ignored).toEqual({ by: "remark", reason: "heard on the tape" });
  expect(report.summary.problems).toEqual({ error: 0, warning: 0, info: 0, ignored: 1 });
});

describe("what is ignored is shown as that", () => {
  test.each([
    [
      "pretty",
      /error word-changed {2}.* \(ignored: heard on the tape\)[\s\S]*0 errors, 0 warnings, 1 ignored\./u,
    ],
    ["html", /word-changed[\s\S]*\(ignored: heard on the tape\)/u],
  ])("in %s", async (format, shown) => expect((await check("a.md", "--format", format)).out).toMatch(shown));

  test.each([
    ["github", []],
    ["markdown", []],
    ["pretty", ["--quiet"]],
  ])("and is no finding in %s", async (format, args) =>
    expect((await check("a.md", "--format", format, ...args)).out).not.toContain("word-changed"),
  );
});

test("one that silences nothing is a warning at its own line", async () => {
  expect((await check("unused.md")).code).toBe(0);
  const run = await check("unused.md", "--fail-on", "warning", "--format", "github");
  expect(run.code).toBe(1);
  expect(run.out).toBe(
    "::warning file=unused.md,line=1,endLine=1,col=1,endColumn=1,title=ignore/unused::There is no typo to ignore here. The remark: saidso-ignore typo: heard on the tape\n",
  );
});
