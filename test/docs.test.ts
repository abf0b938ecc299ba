import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as everything from "../src/index.ts";
import { RULE_BOOK, RULES, reportJsonSchema, reportSchema, STYLES, verify } from "../src/index.ts";
import { MAIN } from "./built.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
// A table may pad its cells.
const readme = read("README.md").replace(/ {2,}/gu, " ");

function help(command: string): string {
  return execFileSync(process.execPath, [MAIN, command, "--help"], {
    encoding: "utf8",
  });
}

describe("the README says what the program does", () => {
  test.each(Object.entries(RULES))("it has %s with its severity and status", (id, { severity, status }) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${id}\` |`));
    expect(row).toBeDefined();
    expect(row).toContain(`| ${severity} |`);
    if (status !== null) expect(row).toContain(`| ${status} |`);
  });

  test.each(reportSchema.shape.findings.element.shape.status.options)("it has the status %s", (status) => {
    expect(readme).toContain(`| \`${status}\` |`);
  });

  test.each(reportSchema.shape.findings.element.shape.reason.unwrap().options)(
    "it has the reason %s",
    (reason) => {
      expect(readme).toContain(`\`${reason}\``);
    },
  );

  test("it has every option that --help has, and no other", () => {
    const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]+/gu))].sort();
    const table = readme.split("## Command line")[1]!.split("## Library")[0]!;
    const printed = options(help("check"));
    expect(options(table)).toEqual([...new Set([...printed, "--version"])].sort());
  });

  test.each(["0", "1", "2"])("it has exit code %s", (code) => {
    expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, "mu"));
  });

  test("its commands are in the help", () => {
    const commands = execFileSync(process.execPath, [MAIN, "--help"], {
      encoding: "utf8",
    });
    for (const command of ["check", "explain"]) {
      expect(commands).toContain(command);
      expect(readme).toContain(`saidso ${command}`);
    }
  });
});

describe("examples run", () => {
  const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/gu)].map(([, code]) => code!);

  test.each(snippets)("an example of the README gives what its comments say:\n%s", (code) => {
    expect(runExample(code)).toBeGreaterThan(0);
  });

  test.each([
    "src/core/verify.ts",
    "src/core/prepared.ts",
    "src/core/index.ts",
    "src/check/archive-holdings.ts",
    "src/check/check.ts",
    "src/check/shelf.ts",
    "src/formats/place.ts",
    "src/index.ts",
  ])("the examples in %s give what their comments say", (file) => {
    const examples = [...read(file).matchAll(/@example\n([\s\S]*?)\*\//gu)].map(([, body]) =>
      body!.replace(/^\s*\* ?/gmu, ""),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(runExample(example)).toBeGreaterThan(0);
  });
});

/** Runs an example line by line and compares each `expression; // value` with its comment; answers how many were compared. */
function runExample(code: string): number {
  const body = stripTypeScriptTypes(code)
    .replace(/^import .*$/gmu, "")
    .replace(/^(.+); \/\/ (".*")$/gmu, "compared.push([$1, $2]);");
  const compared: [unknown, unknown][] = [];
  const names = Object.keys(everything);
  new Function("compared", ...names, body)(compared, ...Object.values(everything));
  for (const [got, told] of compared) expect(got).toBe(told);
  return compared.length;
}

describe("the rule book", () => {
  test("explains every rule once, in whole sentences", () => {
    expect(RULE_BOOK.map(({ id }) => id)).toEqual(Object.keys(RULES));
    for (const { what, why } of RULE_BOOK)
      for (const text of [what, why]) expect(text).toMatch(/^[A-Z“].*[.!?]$/u);
  });

  const quoted = (text: string): string => /“([^”]*)”/u.exec(text)![1]!;
  const matched = RULE_BOOK.filter(
    ({ source, breach, id }) =>
      source !== null && /^“/u.test(breach) && !/^(?:wrong-|omission-crosses)/u.test(id),
  );

  test.each(matched)(
    "its example of $id breaks that rule, and the clean form does not",
    ({ id, source, breach, clean }) => {
      const style = id === "letter-case" ? STYLES.bluebook : STYLES.chicago;
      const rules = (quotation: string): string[] =>
        verify(quotation, source!, { credited: true, style }).problems.map(({ rule }) => rule);
      expect(rules(quoted(breach))).toContain(id);
      expect(rules(quoted(clean))).not.toContain(id);
    },
  );
});

test("schema/report.v1.json is emitted from the definition", () => {
  expect(JSON.parse(read("schema/report.v1.json"))).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

test("ARCHITECTURE has a heading for each folder of src", () => {
  const architecture = read("ARCHITECTURE.md");
  for (const folder of ["core", "formats", "quotations", "documents", "check", "cli"])
    expect(architecture).toMatch(new RegExp(`^## ${folder}/`, "mu"));
});
