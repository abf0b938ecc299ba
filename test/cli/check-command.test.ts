import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/index.ts";
import { MAIN } from "../built.ts";

let folder = "";

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function saidso(
  args: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Run {
  const env = { ...process.env, ...options.env };
  const run = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: options.input ?? "",
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saidso-cli-"));
  const write = (name: string, content: string | Uint8Array): void =>
    writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "sources/deep"), { recursive: true });
  mkdirSync(join(folder, "empty"));
  write(
    "sources/harbour.txt",
    "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
  );
  write(
    "sources/deep/garden.txt",
    "Speaker: Ben Hedge\n\nWe plant the beans in May. The frost comes late here.\n",
  );
  write("faithful.md", "“The harbour is deep,” Ada Quay said.\n");
  write("wrong.md", "“The harbour is wide,” Ada Quay said.\n");
  write("cut.md", "“It has … frozen,” Ada Quay said.\n");
  write("plain.md", "Nothing is quoted here.\n");
  write("picture.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]));
  write("zeros.txt", new Uint8Array(64));
  write("paper.pdf", "%PDF-1.7\n");
  write("large.txt", "words ".repeat(400_000));
  write("empty.txt", "");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("exit codes", () => {
  test.each([
    ["a faithful quotation", ["check", "faithful.md", "--against", "sources"], 0],
    ["a changed word", ["check", "wrong.md", "--against", "sources"], 1],
    [
      "a changed word with --fail-on never",
      ["check", "wrong.md", "--against", "sources", "--fail-on", "never"],
      0,
    ],
    ["a warning", ["check", "cut.md", "--against", "sources"], 0],
    [
      "a warning with --fail-on warning",
      ["check", "cut.md", "--against", "sources", "--fail-on", "warning"],
      1,
    ],
    ["several files, one of them wrong", ["check", "faithful.md", "wrong.md", "--against", "sources"], 1],
    ["no quotations", ["check", "plain.md", "--against", "sources"], 0],
    ["an empty file", ["check", "empty.txt", "--against", "sources"], 0],
    ["help", ["--help"], 0],
    ["the version", ["--version"], 0],
    ["a known rule", ["explain", "word-changed"], 0],
    ["all rules", ["explain"], 0],
  ] as const)("%s exits with its code", (_, args, code) => {
    expect(saidso(args)).toMatchObject({ code, err: "" });
  });
});

describe("bad input gets one line that names it, the reason and the way out, and exit code 2", () => {
  test.each([
    [
      "a file that is not there",
      ["check", "nowhere.md", "--against", "sources"],
      /^saidso: nowhere\.md: no such file or folder; check the path\.$/u,
    ],
    [
      "a source that is not there",
      ["check", "faithful.md", "--against", "nowhere"],
      /^saidso: nowhere: no such file or folder; check the path\.$/u,
    ],
    [
      "a folder without sources",
      ["check", "faithful.md", "--against", "empty"],
      /^saidso: empty: holds no source; give files that end in .*\.$/u,
    ],
    [
      "a folder as the text",
      ["check", "sources", "--against", "sources"],
      /^saidso: sources: is a folder; .*--against\.$/u,
    ],
    [
      "a picture named .txt",
      ["check", "picture.txt", "--against", "sources"],
      /^saidso: picture\.txt: .*\.$/u,
    ],
    ["bytes that are no text", ["check", "zeros.txt", "--against", "sources"], /^saidso: zeros\.txt: .*\.$/u],
    [
      "an unsupported format",
      ["check", "paper.pdf", "--against", "sources"],
      /^saidso: paper\.pdf: .*pdf.*\.$/iu,
    ],
    [
      "an unsupported source",
      ["check", "faithful.md", "--against", "paper.pdf"],
      /^saidso: paper\.pdf: .*\.$/u,
    ],
    [
      "a file above --max-size",
      ["check", "large.txt", "--against", "sources", "--max-size", "1"],
      /^saidso: large\.txt: has 2\.\d+ MB, more than --max-size 1;.*\.$/u,
    ],
    [
      "a text that is no dispatch and has no sources",
      ["check", "faithful.md"],
      /^saidso: faithful\.md: is no dispatch.*--against\.$/u,
    ],
    [
      "itself as its only source",
      ["check", "faithful.md", "--against", "faithful.md"],
      /^saidso: faithful\.md: .*itself.*\.$/u,
    ],
    ["no such rule", ["explain", "word-chnged"], /^saidso: word-chnged: is no rule; .*\.$/u],
  ] as const)("%s", (_, args, line) => {
    const { code, out, err } = saidso(args);
    expect(out).toBe("");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err.trimEnd()).toMatch(line);
    expect(code).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read", () => {
    writeFileSync(join(folder, "secret.md"), "“Words,” she said.");
    chmodSync(join(folder, "secret.md"), 0);
    expect(saidso(["check", "secret.md", "--against", "sources"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("permissions"),
    });
  });

  test.each([
    ["no file", ["check"]],
    ["an unknown option", ["check", "faithful.md", "--agianst", "sources"]],
    ["an unknown command", ["chek", "faithful.md"]],
    ["an unknown format", ["check", "faithful.md", "--format", "xml"]],
    ["a size that is no number", ["check", "faithful.md", "--max-size", "many"]],
  ] as const)("wrong usage: %s", (_, args) => {
    const { code, out, err } = saidso(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^saidso: [^\n]*; saidso --help lists what can be done\.\n$/u);
  });
});

test("without a command the help is printed, and the exit code is 2", () => {
  expect(saidso([])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Usage: saidso") });
});

describe("formats", () => {
  test("json is one report for one file and an array for several", () => {
    const one = JSON.parse(saidso(["check", "wrong.md", "--against", "sources", "--format", "json"]).out);
    const two = JSON.parse(
      saidso(["check", "wrong.md", "faithful.md", "--against", "sources", "--format", "json"]).out,
    );
    expect(reportSchema.parse(one).findings[0]!.status).toBe("altered");
    expect(two.map((report: unknown) => reportSchema.parse(report).findings[0]!.status)).toEqual([
      "altered",
      "verbatim",
    ]);
  });

  test("pretty puts the quotation over the source with the differing words marked, and names whose they are and where", () => {
    const { out } = saidso(["check", "wrong.md", "--against", "sources"]);
    expect(out).toContain("“The harbour is {wide},”");
    expect(out).toContain("“The harbour is {deep}”");
    expect(out).toMatch(/whose\s+Ada Quay \(speaker\), harbour, passage/u);
    expect(out).not.toContain("\u001B");
  });

  test("colour comes with FORCE_COLOR and goes with NO_COLOR", () => {
    const args = ["check", "wrong.md", "--against", "sources"];
    expect(saidso(args, { env: { FORCE_COLOR: "1" } }).out).toContain("\u001B[");
    expect(saidso(args, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain("\u001B[");
  });

  test("github prints one annotation a problem at its line, escaped", () => {
    const { out } = saidso(["check", "wrong.md", "--against", "sources", "--format", "github"]);
    expect(out).toMatch(
      /^::error file=wrong\.md,line=1,endLine=1,col=2,endColumn=\d+,title=word-changed::The source has “deep”, not “wide”\.\n$/u,
    );
  });

  test("github prints nothing for a faithful text", () => {
    expect(saidso(["check", "faithful.md", "--against", "sources", "--format", "github"]).out).toBe("");
  });

  test("--quiet leaves out quotations without problems", () => {
    const { out } = saidso(["check", "faithful.md", "--against", "sources", "--quiet"]);
    expect(out).not.toContain("source  ");
    expect(out).toContain("1 quotation: 1 verbatim.");
  });

  test("no quotations is said", () => {
    expect(saidso(["check", "plain.md", "--against", "sources"]).out).toContain("No quotations found.");
  });

  test("control and direction characters of a text do not reach the screen", () => {
    const input = "“The harbour is \u001B[31mwide\u202E now,” Ada Quay said.\n";
    const { out } = saidso(["check", "-", "--against", "sources"], { input });
    for (const control of ["\u001B", "\u202E"]) expect(out).not.toContain(control);
  });
});

describe("sources", () => {
  test("folders are read with all below them, and --against may be given again", () => {
    writeFileSync(
      join(folder, "both.md"),
      "“The harbour is deep,” Quay said. “We plant the beans in May,” Hedge said.\n",
    );
    expect(saidso(["check", "both.md", "--against", "sources"]).code).toBe(0);
    const again = saidso([
      "check",
      "both.md",
      "--against",
      "sources/harbour.txt",
      "--against",
      "sources/deep",
    ]);
    expect(again.code).toBe(0);
  });

  test("a source of no recognised form is told, and checked all the same", () => {
    writeFileSync(join(folder, "loose.txt"), "the tide turns at four and nobody waits for it\n");
    const { code, err } = saidso(["check", "-", "--against", "loose.txt"], {
      input: "“the tide turns at four,” she said.",
    });
    expect(err).toMatch(/^saidso: loose has no form that is recognised: .*\n$/u);
    expect(code).toBe(0);
  });

  test("standard input is no source", () => {
    expect(saidso(["check", "faithful.md", "--against", "-"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("standard input is no source"),
    });
  });

  test("- reads standard input", () => {
    const { code, out } = saidso(["check", "-", "--against", "sources"], {
      input: "“The harbour is deep,” Quay said.",
    });
    expect(out).toContain("verbatim");
    expect(code).toBe(0);
  });

  test("a checked file inside the folder is not its own source", () => {
    writeFileSync(join(folder, "sources/story.md"), "“The harbour is made of gold,” Quay said.\n");
    const { code } = saidso(["check", "sources/story.md", "--against", "sources"]);
    rmSync(join(folder, "sources/story.md"));
    expect(code).toBe(1);
  });

  test("a folder that links to itself is read once", () => {
    symlinkSync(join(folder, "sources"), join(folder, "sources/loop"));
    const { code } = saidso(["check", "faithful.md", "--against", "sources"]);
    rmSync(join(folder, "sources/loop"));
    expect(code).toBe(0);
  });

  test("what lies in a folder and cannot be read is left out and said to be", () => {
    writeFileSync(join(folder, "sources/noise.txt"), new Uint8Array(32));
    const { code, err } = saidso(["check", "faithful.md", "--against", "sources"]);
    rmSync(join(folder, "sources/noise.txt"));
    expect(err).toMatch(/^saidso: skipped sources\/noise\.txt: .*\n$/u);
    expect(code).toBe(0);
  });
});

describe("output that cannot be written", () => {
  const shell = (command: string): { code: number | null; err: string } => {
    const run = spawnSync("bash", ["-c", `set -o pipefail; ${command}`, process.execPath, MAIN], {
      cwd: folder,
      encoding: "utf8",
    });
    return { code: run.status, err: run.stderr };
  };

  test("a reader that leaves early is no failure, and the exit code stays", () => {
    writeFileSync(join(folder, "long.md"), "“The harbour is deep,” Ada Quay said.\n\n".repeat(2000));
    const { code, err } = shell(`"$0" "$1" check long.md --against sources | head -1 > /dev/null`);
    expect(err).toBe("");
    expect(code).toBe(0);
  });

  test.runIf(existsSync("/dev/full"))("a full disk is said in one line", () => {
    const { code, err } = shell(`"$0" "$1" check faithful.md --against sources > /dev/full`);
    expect(err).toBe("saidso: the output cannot be written (ENOSPC); check where it goes.\n");
    expect(code).toBe(2);
  });
});
