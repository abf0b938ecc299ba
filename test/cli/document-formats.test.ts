import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandProcess, dispatch, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
let at = "";

beforeAll(async () => {
  at = folderWith({
    "sources/dispatch-43.txt": dispatch(43, "The lamps are lit at six, and the ferry leaves at seven."),
    "sources/hostile.txt":
      "Speaker: Mal\u001B[31m Ware\u202E\n\nThe lantern \u0007is \u009Bred\u2066 tonight.\n",
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

describe("show --format", () => {
  test.each([
    ["html", /^<!doctype html>\n[\s\S]*id="a1\.1"[\s\S]*<\/html>\n$/u],
    ["markdown", /^---\ntitle: [\s\S]*\n\*\*A:\*\* "The lamps are lit at six/u],
    ["text", /\nQ: "[\s\S]*\nA: "The lamps are lit at six/u],
    ["csl", /"family": "Finch"/u],
    ["bibtex", /^@misc\{special-dispatch-43,\n {2}author = \{Finch, Orla\},\n/u],
    ["ris", /^TY {2}- GEN\r\nID {2}- special-dispatch-43\r\nAU {2}- Finch, Orla\r\n/u],
  ])("%s prints the document as a file", async (format, printed) => {
    const { code, out, err } = await saidso("show", "special-dispatch-43", "--format", format);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(printed);
  });

  test("text with --voice prints that voice's words alone", async () => {
    const { out } = await saidso("show", "special-dispatch-43", "--format", "text", "--voice", "speaker");
    expect(out).toBe('"The lamps are lit at six, and the ferry leaves at seven."\n');
  });

  test("of a whole file does not go with --voice", async () => {
    const { code, err } = await saidso(
      "show",
      "special-dispatch-43",
      "--format",
      "ris",
      "--voice",
      "speaker",
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^saidso: --voice: does not go with --format ris; [^\n]+\n$/u);
  });

  test.each(["html", "markdown", "text", "csl", "bibtex", "ris"])(
    "%s of a hostile document has no control or direction character",
    async (format) => {
      const { out } = await saidso("show", "hostile", "--format", format);
      for (const control of ["\u001B", "\u202E", "\u0007", "\u009B", "\u2066"])
        expect(out).not.toContain(control);
    },
  );
});

describe("cite --format", () => {
  test.each([
    ["csl", /"section": "a1\.1",\n\s+"abstract": "The lamps are lit at six/u],
    ["bibtex", /\n {2}abstract = \{The lamps are lit at six, and the ferry leaves at seven\.\},\n/u],
    ["ris", /\r\nSE {2}- a1\.1\r\nAB {2}- The lamps are lit at six/u],
    ["link", /^\/documents\/special-dispatch-43\?version=1#a1\.1:~:text=\S*The%20lamps%20are\S*\n$/u],
  ])("%s of a passage has its place and its words", async (format, printed) => {
    const { code, out } = await saidso(
      "cite",
      "special-dispatch-43",
      "--passage",
      "a1.1",
      "--format",
      format,
    );
    expect(code).toBe(0);
    expect(out).toMatch(printed);
  });
});
