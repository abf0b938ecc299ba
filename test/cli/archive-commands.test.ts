import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/index.ts";
import { CommandProcess, dispatch, folderWith, type Run } from "./command.ts";

const commands = new CommandProcess();
let at = "";

beforeAll(async () => {
  at = folderWith({
    "sources/harbour.txt":
      "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n",
    "sources/notes.txt": "the tide turns at four and nobody waits for the lamp on the pier\n",
    "sources/dispatch-41.txt": dispatch(
      41,
      "They ask whether the ferry waits, and I say that the tide does not. My father used to say that 'a ferry is a bridge with manners.'",
      " On the lamps see Meridian Desk Special Dispatch No. 43 - The Lamps Of Low Tessim – May 17, 2019, and Meridian Desk Special Dispatch No. 999 - The Lost Buoy – May 1, 2018.",
    ),
    "sources/dispatch-43.txt": dispatch(43, "The lamps are lit at six, and the ferry leaves at seven."),
    "sources/hostile.txt":
      "Speaker: Mal\u001B[31m Ware\u202E\n\nThe lantern \u0007is \u009Bred\u2066 tonight, they say.\n",
    "story.md": "“The ferry leaves at seven,” Orla Finch said. “The harbour is wide,” said Ada Quay.\n",
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

describe("find", () => {
  test("says where words stand, whose they are, and what stands around them", async () => {
    const { code, out, err } = await saidso("find", "a", "ferry", "is", "a", "bridge");
    expect(out.split("\n")).toEqual([
      "verbatim",
      "quotation  “a ferry is a bridge”",
      "source     “a ferry is a bridge”",
      "",
      "Place:",
      expect.stringMatching(/^ {2}special-dispatch-41, passage a1\.1, Ferry Master Orla Finch/u),
      expect.stringMatching(/^ {4}\S.*\(quoted\).*: .*'a ferry is a bridge with manners\.'/u),
      "",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("a changed word is shown, and the exit code is 1", async () => {
    const { code, out } = await saidso("find", "the lamps are lit at nine, and the ferry leaves at seven");
    expect(out).toMatch(/^altered\n/u);
    expect(out).toContain("{nine}");
    expect(out).toContain("{six}");
    expect(code).toBe(1);
  });

  test("--by credits somebody", async () => {
    const right = await saidso("find", "the ferry leaves at seven", "--by", "Finch");
    expect(right).toMatchObject({ code: 0, out: expect.stringMatching(/^verbatim {2}credited to Finch\n/u) });
    const wrong = await saidso("find", "the ferry leaves at seven", "--by", "Ada Quay");
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining("error wrong-speaker") });
  });

  test("what is nowhere has the nearest passages, said not to be the source, and the exit code is 1", async () => {
    const { code, out } = await saidso(
      "find",
      "the harbour has swallowed a great many anchors and one piano",
    );
    expect(out).toMatch(/^absent\n/u);
    expect(out).toContain("\nNearest, not the source:\n");
    expect(code).toBe(1);
  });

  test("json is the report", async () => {
    const { out } = await saidso("find", "the harbour is deep", "--by", "Ada Quay", "--format", "json");
    const { findings } = reportSchema.parse(JSON.parse(out));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ status: "verbatim", match: { document: { id: "harbour" } } });
    expect(findings[0]!.quotation).toMatchObject({
      text: "the harbour is deep",
      attribution: { name: "Ada Quay" },
    });
  });

  test("no words are wrong usage", async () => {
    expect(await saidso("find", " ")).toMatchObject({
      code: 2,
      out: "",
      err: "saidso: find: no words are given; give those to look for.\n",
    });
  });
});

describe("search", () => {
  test("prints the total, then each passage with the voice named and the words marked", async () => {
    const { code, out, err } = await saidso("search", "ferry", "leaves");
    expect(out.split("\n")).toEqual([
      "1 passage",
      "",
      expect.stringMatching(/^special-dispatch-43 {2}\d+ May 2019 {2}Ferry Master/u),
      expect.stringMatching(/^ {2}a1\.1 {2}Orla Finch \(speaker\): .*the \{ferry\} \{leaves\} at seven/u),
      "",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("nothing found is said on standard error, and the exit code is 1", async () => {
    expect(await saidso("search", "submarine")).toEqual({
      code: 1,
      out: "",
      err: "saidso: submarine: no passage has all these words; try fewer, or begin* of a word.\n",
    });
    expect(JSON.parse((await saidso("search", "submarine", "--format", "json")).out)).toEqual({
      total: 0,
      hits: [],
    });
  });

  test.each([
    [["--speaker", "ada quay"], ["harbour"]],
    [["--speaker", "Orla Finch"], []],
    [["--voice", "editor"], []],
    [["--language", "ar"], []],
    [["--from", "2019"], []],
  ] as const)("harbour with %j is found in %j", async (filter, ids) => {
    const { out } = await saidso("search", "harbour", ...filter, "--format", "json");
    expect(JSON.parse(out).hits.map((hit: { document: { id: string } }) => hit.document.id)).toEqual(ids);
  });

  test.each([
    [["--series", "special dispatch"]],
    [["--subject", "crossings"]],
    [["--region", "ferries"]],
    [["--outlet", "courier"]],
    [["--from", "2019-05", "--to", "2019"]],
    [["--voice", "interviewer"]],
  ] as const)("both dispatches have passengers with %j", async (filter) => {
    const { out } = await saidso("search", "passengers", ...filter, "--format", "json");
    expect(JSON.parse(out).total).toBe(2);
  });

  test("--limit and --offset page through the hits, and what is left is said", async () => {
    const first = (await saidso("search", "passengers", "--limit", "1")).out;
    expect(first).toMatch(/^2 passages, 1 to 1\n/u);
    expect(first).toContain("More: --offset 1");
    const second = (await saidso("search", "passengers", "--limit", "1", "--offset", "1")).out;
    expect(second).toMatch(/^2 passages, 2 to 2\n/u);
    expect(second).not.toContain("More");
    expect(await saidso("search", "passengers", "--offset", "5")).toMatchObject({
      code: 1,
      err: "saidso: --offset 5: there are 2 passages only.\n",
    });
  });
});

test.each(["", "…", '"', "*"])("search of %j looks for nothing and says so", async (query) => {
  expect(await saidso("search", query)).toMatchObject({
    code: 2,
    out: "",
    err: "saidso: search: no words are given; give those to look for.\n",
  });
});

test.each(["add", "check"])("%s --help gives the largest size in megabytes", async (command) => {
  expect((await saidso(command, "--help")).out).toMatch(/--max-size <megabytes>[^)]*\(default: 64\)/u);
});

describe("list", () => {
  test("prints the documents by date, those without one last", async () => {
    const { code, out, err } = await saidso("list");
    expect(out.split("\n").map((line) => line.trim().split(/\s{2,}/u)[line.startsWith(" ") ? 0 : 1])).toEqual(
      ["special-dispatch-41", "special-dispatch-43", "harbour", "hostile", "notes", undefined],
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("filters, pages and says what is left out", async () => {
    const { out, err } = await saidso("list", "--series", "Special Dispatch", "--limit", "1");
    expect(out.trim().split("\n")).toHaveLength(1);
    expect(err).toBe("saidso: 1 document of 2.\n");
    expect((await saidso("list", "--speaker", "nobody")).err).toMatch(/^saidso: no document passes; .*\n$/u);
  });

  test("json has the summaries", async () => {
    const { documents, total } = JSON.parse(
      (await saidso("list", "--outlet", "Courier", "--format", "json")).out,
    );
    expect(total).toBe(2);
    expect(documents[0]).toMatchObject({
      id: "special-dispatch-41",
      version: 1,
      kind: "dispatch",
      series: "Special Dispatch",
      number: "41",
      date: "2019-05-15",
      outlet: "Low Tessim Courier",
      sourceDate: "2019-04-02",
    });
  });

  test("--unresolved lists what is referred to and not held, and who refers to it", async () => {
    expect((await saidso("list", "--unresolved")).out).toBe(
      "Special Dispatch No. 999, “The Lost Buoy”, 1 May 2018\n  referred to by special-dispatch-41\n",
    );
    expect(
      JSON.parse((await saidso("list", "--unresolved", "--format", "json")).out).unresolved,
    ).toMatchObject([{ number: "999", by: ["special-dispatch-41"] }]);
  });
});

describe("show", () => {
  test("prints the header, the passages with whose they are in front, and the references both ways", async () => {
    const first = (await saidso("show", "special-dispatch-41")).out;
    for (const line of [
      /^special-dispatch-41\nFerry Master Orla Finch In Interview/u,
      /^ {2}series {7}Special Dispatch No\. 41$/mu,
      /^ {2}date {9}15 May 2019$/mu,
      /^ {2}outlet {7}Low Tessim Courier$/mu,
      /^ {2}speaker {6}Orla Finch, /mu,
      /^ {2}version 1 {4}added \d{4}-\d\d-\d\d \d\d:\d\d from \/.*dispatch-41\.txt, [\d,]+ bytes \(shown\)$/mu,
      /^ {3}q1\.1 {2}the interviewer: /mu,
      /^ {3}a1\.1 {2}Orla Finch: /mu,
      /^Refers to\n {2}.*No\. 43.*: special-dispatch-43\n {2}.*No\. 999.*: not held$/mu,
    ])
      expect(first).toMatch(line);
    expect((await saidso("show", "special-dispatch-43")).out).toMatch(
      /^Referred to by\n {2}special-dispatch-41, /mu,
    );
  });

  test("series and number in words are an id too", async () => {
    expect((await saidso("show", "special dispatches no. 041")).out).toMatch(/^special-dispatch-41\n/u);
  });

  test.each([
    ["speaker", ["a1.1"]],
    ["interviewer", ["q1.1"]],
    ["quoted", ["a1.1"]],
  ] as const)("--voice %s prints %j alone", async (voice, ids) => {
    const { out } = await saidso("show", "special-dispatch-41", "--voice", voice, "--format", "json");
    const { passages } = JSON.parse(out);
    expect(passages.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(passages[0].voice.kind).toBe(voice);
    if (voice === "quoted") expect(passages[0].text).toContain("a ferry is a bridge with manners");
  });

  test("--format text prints the words alone", async () => {
    expect((await saidso("show", "harbour", "--format", "text")).out).toContain(
      "The harbour is deep. It has never frozen, and it never will.\n",
    );
  });

  test("--version prints an older version, and one that is not held is told", async () => {
    const own = folderWith({
      "pier.txt": "Speaker: Ada Quay\n\nThe pier is dry, and the boats are tied to it.\n",
    });
    await commands.run(own, ["add", "."]);
    writeFileSync(
      join(own, "pier.txt"),
      "Speaker: Ada Quay\n\nThe pier is wet, and the boats are tied to it.\n",
    );
    await commands.run(own, ["add", "."]);
    const old = (await commands.run(own, ["show", "pier", "--version", "1"])).out;
    expect(old).toContain("The pier is dry");
    expect(old).toMatch(/^ {2}version 1 .*\(shown\)\n {2}version 2 .*bytes$/mu);
    expect((await commands.run(own, ["show", "pier"])).out).toContain("The pier is wet");
    expect((await commands.run(own, ["cite", "pier", "--version", "1"])).out).toContain("(pier, version 1)");
    expect(await commands.run(own, ["show", "pier", "--version", "3"])).toMatchObject({
      code: 2,
      err: "saidso: pier: has no version 3; held are versions 1, 2.\n",
    });
    rmSync(own, { recursive: true });
  });
});

describe("cite", () => {
  test("says who, by whom, where and when, and what the document does not say is left out", async () => {
    expect((await saidso("cite", "special-dispatch-43")).out).toBe(
      "Orla Finch (master of the night ferry), Low Tessim Courier, 2 April 2019; in Special Dispatch No. 43, “Ferry Master Orla Finch In Interview: The Crossing Of Day 43”, 17 May 2019 (special-dispatch-43, version 1)\n",
    );
    expect((await saidso("cite", "notes")).out).toBe("(notes, version 1)\n");
  });

  test("--passage has the words, and whose they are", async () => {
    const { out } = await saidso("cite", "special-dispatch-43", "--passage", "a1.1");
    expect(out).toMatch(/^“The lamps are lit at six, and the ferry leaves at seven\.” Orla Finch /u);
    expect(out).toMatch(/\(special-dispatch-43, version 1, passage a1\.1\)\n$/u);
    expect((await saidso("cite", "special-dispatch-43", "--passage", "q1.1")).out).toMatch(
      /^“What do the passengers ask you\?” the interviewer, Low Tessim Courier/u,
    );
    const markdown = (
      await saidso("cite", "special-dispatch-43", "--passage", "a1.1", "--format", "markdown")
    ).out;
    expect(markdown).toMatch(/^> The lamps are lit at six, and the ferry leaves at seven\.\n\nOrla Finch /u);
  });

  test("json gives the fields", async () => {
    const { out } = await saidso("cite", "special-dispatch-43", "--passage", "a1.1", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      document: "special-dispatch-43",
      version: 1,
      speakers: [{ name: "Orla Finch", office: "master of the night ferry" }],
      interviewer: null,
      passage: { id: "a1.1", voice: { kind: "speaker", name: "Orla Finch" } },
    });
  });
});

describe("remove", () => {
  test("takes documents out, and nothing where one is not held", async () => {
    const own = folderWith({ "pier.txt": "The pier is dry.\n", "lamp.txt": "The lamp is lit.\n" });
    await commands.run(own, ["add", "."]);
    expect(await commands.run(own, ["remove", "lamp", "peer"])).toEqual({
      code: 2,
      out: "",
      err: "saidso: peer: no such document is held; `saidso list` prints what is. The nearest: pier.\n",
    });
    expect(await commands.run(own, ["remove", "lamp", "lamp"])).toEqual({
      code: 0,
      out: "removed  lamp, 1 version\n",
      err: "",
    });
    const { out } = await commands.run(own, ["remove", "pier", "--format", "json"]);
    expect(JSON.parse(out)).toEqual({ removed: [{ id: "pier", versions: 1 }] });
    expect(JSON.parse((await commands.run(own, ["list", "--format", "json"])).out)).toEqual({
      total: 0,
      documents: [],
    });
    rmSync(own, { recursive: true });
  });
});

describe("an id that is not held gets one line with the nearest held ones, and exit code 2", () => {
  test.each([
    ["show", "special-dispach-41", /The nearest: special-dispatch-41(?:, .*)?\.$/u],
    ["cite", "harbor", /The nearest: harbour\.$/u],
    ["remove", "qqqqqqqq", /prints what is\.$/u],
    ["show", "Special Dispatch No. 4242", /^saidso: Special Dispatch No\. 4242: no such document is held; /u],
  ] as const)("%s %s", async (command, id, line) => {
    const { code, out, err } = await saidso(command, id);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err.trimEnd()).toMatch(line);
  });

  test("a passage that is not there too", async () => {
    expect((await saidso("cite", "special-dispatch-43", "--passage", "a1.7")).err).toMatch(
      /^saidso: passage a1\.7: no such passage; .*The nearest: a1\.1/u,
    );
  });
});

describe("check", () => {
  test("without --against uses the archive here", async () => {
    const { code, out } = await saidso("check", "story.md");
    expect(out).toContain("2 quotations: 1 verbatim, 1 altered.");
    expect(code).toBe(1);
  });

  test("--against wins over the archive", async () => {
    const { out } = await saidso("check", "story.md", "--against", "sources/harbour.txt");
    expect(out).toContain("1 undecided");
  });

  test("--against and an archive that is named do not go together", async () => {
    const { code, err } = await saidso("check", "story.md", "--archive", "saidso.db", "--against", "sources");
    expect(err).toBe("saidso: --archive: does not go with --against; name the archive or the sources.\n");
    expect(code).toBe(2);
  });

  test("a dispatch that is held is checked against itself: its own answers are no quotations", async () => {
    const { out } = await saidso("check", "sources/dispatch-41.txt", "--format", "json");
    const held = reportSchema.parse(JSON.parse(out));
    const folder = folderWith({ "dispatch-41.txt": readFileSync(join(at, "sources/dispatch-41.txt")) });
    const alone = await commands.run(folder, ["check", "dispatch-41.txt", "--format", "json"]);
    rmSync(folder, { recursive: true, force: true });
    expect(held.findings).toEqual(reportSchema.parse(JSON.parse(alone.out)).findings);
    expect(held.summary.absent).toBe(0);
  });

  test("a dispatch is told what it refers to and the archive does not hold", async () => {
    const { out } = await saidso("check", "sources/dispatch-41.txt", "--format", "json");
    const { form } = reportSchema.parse(JSON.parse(out));
    expect(form.filter(({ rule }) => rule === "form/reference-unresolved")).toMatchObject([
      { severity: "info", text: expect.stringContaining("No. 999") },
    ]);
  });

  test("with --against never waits for the store, and with an archive loads it", () => {
    const loaded = (...args: string[]): string => {
      const program = new URL("../../src/cli/program.ts", import.meta.url).href;
      const code = `const { run } = await import(${JSON.stringify(program)}); await run(${JSON.stringify(args)});
        process.stderr.write(String(process.moduleLoadList.includes("NativeModule sqlite")));`;
      return spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: at, encoding: "utf8" })
        .stderr;
    };
    expect(loaded("check", "story.md", "--against", "sources/harbour.txt")).toBe("false");
    expect(loaded("check", "story.md")).toBe("true");
  });

  test("an archive that is named must be there", async () => {
    expect(await saidso("check", "story.md", "--archive", "other.db")).toEqual({
      code: 2,
      out: "",
      err: "saidso: other.db: no such archive; `saidso add PATH… --archive other.db` makes one.\n",
    });
  });
});

test("verify-archive says that all is well", async () => {
  const { code, out, err } = await saidso("verify-archive");
  expect(out).toMatch(/^Clean: 5 documents in 5 versions, [\d,]+ words\.\n$/u);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse((await saidso("verify-archive", "--format", "json")).out)).toMatchObject({
    clean: true,
    damage: [],
  });
});

test("reindex reads all again and keeps it", async () => {
  const before = (await saidso("list", "--format", "json")).out;
  expect(await saidso("reindex")).toMatchObject({ code: 0, err: "" });
  expect((await saidso("list", "--format", "json")).out).toBe(before);
});

describe("hostile documents", () => {
  test.each([
    [["find", "is red tonight, they say"]],
    [["search", "lantern"]],
    [["list"]],
    [["show", "hostile"]],
    [["show", "hostile", "--format", "text"]],
    [["show", "hostile", "--format", "json"]],
    [["cite", "hostile", "--passage", "p1"]],
    [["cite", "hostile", "--passage", "p1", "--format", "markdown"]],
    [["search", "lantern", "--format", "json"]],
  ])("%j prints no control or direction character", async (args) => {
    const { code, out, err } = await saidso(...args);
    expect(code).toBeLessThan(2);
    for (const control of ["\u001B", "\u202E", "\u0007", "\u009B", "\u2066"]) {
      expect(out).not.toContain(control);
      expect(err).not.toContain(control);
    }
  });
});

describe("wrong usage gets one line and exit code 2", () => {
  test.each([
    ["no path", ["add"]],
    ["no words", ["find"]],
    ["no query", ["search"]],
    ["no id", ["show"]],
    ["a date that is none", ["list", "--from", "2019-13"]],
    ["a voice that is none", ["search", "ferry", "--voice", "choir"]],
    ["a limit that is none", ["search", "ferry", "--limit", "0"]],
    ["an offset that is none", ["list", "--offset", "-1"]],
    ["a version that is none", ["show", "harbour", "--version", "first"]],
    ["a format that is none", ["cite", "harbour", "--format", "xml"]],
  ])("%s", async (_, args) => {
    const { code, out, err } = await saidso(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^saidso: [^\n]*; saidso --help lists what can be done\.\n$/u);
  });
});

describe("an archive that cannot be used gets one line and exit code 2", () => {
  test.each(["find x", "search x", "list", "show x", "cite x", "remove x", "reindex", "verify-archive"])(
    "%s without an archive",
    async (line) => {
      expect(await saidso(...line.split(" "), "--archive", "none.db")).toEqual({
        code: 2,
        out: "",
        err: "saidso: none.db: no such archive; `saidso add PATH… --archive none.db` makes one.\n",
      });
    },
  );

  test("a file that is none", async () => {
    expect(await saidso("list", "--archive", "story.md")).toEqual({
      code: 2,
      out: "",
      err: "saidso: story.md: is no archive of saidso's; name another file with --archive.\n",
    });
  });
});
