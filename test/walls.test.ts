import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = join(root, "node_modules/typescript/bin/tsc");
const PURE = ["core", "formats", "quotations", "documents", "archive", "check", "policy", "publish", "desk"];
const FOLDERS = [...PURE, "reading", "stores/sqlite", "mcp", "server", "cli"];
/** A copy of the sources, beside which the packages are linked: nothing is tried in the real folders. */
let house = "";

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "saidso-walls-"));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  cpSync(join(root, "src"), join(house, "src"), { recursive: true });
  for (const file of ["tsconfig.base.json", "package.json"]) cpSync(join(root, file), join(house, file));
  execFileSync(process.execPath, [tsc, "-b", "src/desk"], { cwd: house });
}, 60_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the compiler says of a folder with one more file in it, or "" where it compiles. */
function compiled(folder: string, code: string): string {
  const file = join(house, "src", folder, "trial.ts");
  writeFileSync(file, code);
  const config = join(house, "src", folder, "tsconfig.trial.json");
  const own = JSON.parse(readFileSync(join(house, "src", folder, "tsconfig.json"), "utf8"));
  const compilerOptions = { ...own.compilerOptions, tsBuildInfoFile: "./trial.tsbuildinfo" };
  writeFileSync(config, JSON.stringify({ ...own, compilerOptions, files: ["trial.ts"], include: [] }));
  try {
    execFileSync(process.execPath, [tsc, "-p", config], { cwd: house, encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    rmSync(file);
    rmSync(config);
    rmSync(join(house, "src", folder, "trial.tsbuildinfo"), { force: true });
  }
}

function readReferences(folder: string): { path: string }[] {
  return JSON.parse(readFileSync(join(root, "src", folder, "tsconfig.json"), "utf8")).references;
}

describe("the compiler holds the walls between the folders", () => {
  test.each([
    ["check", "../core/index.ts", "verify"],
    ["check", "../archive/index.ts", "MemoryArchive"],
    ["archive", "../documents/index.ts", "toSource"],
  ])(
    "%s may import %s, which its tsconfig names",
    (folder, target, name) => {
      const code = `import { ${name} } from "${target}";\nexport const found = ${name};\n`;
      expect(compiled(folder, code)).toBe("");
    },
    60_000,
  );

  test.each([
    ["core", "../check/index.ts"],
    ["core", "../formats/index.ts"],
    ["formats", "../core/index.ts"],
    ["quotations", "../documents/index.ts"],
    ["documents", "../check/index.ts"],
    ["documents", "../archive/index.ts"],
    ["archive", "../check/index.ts"],
    ["archive", "../stores/sqlite/index.ts"],
    ["check", "../stores/sqlite/index.ts"],
    ["check", "../publish/index.ts"],
    ["check", "../policy/index.ts"],
    ["policy", "../cli/main.ts"],
    ["check", "../cli/main.ts"],
    ["publish", "../desk/index.ts"],
    ["desk", "../server/index.ts"],
    ["desk", "../reading/index.ts"],
    ["formats", "../reading/index.ts"],
    ["reading", "../documents/index.ts"],
  ])(
    "%s may not import %s",
    (folder, target) => {
      const output = compiled(
        folder,
        `import * as forbidden from "${target}";\nexport const found = forbidden;\n`,
      );
      expect(output).toMatch(/TS6307|TS6059/);
    },
    60_000,
  );
});

describe("a pure folder knows no file, no console, no clock of the system's and no network", () => {
  const FORBIDDEN = [
    'import { readFileSync } from "node:fs";',
    "export const shown = (): unknown => console.log(1);",
    "export const ended = (): unknown => process.exit();",
    'export const got = (): unknown => fetch("x");',
    "export const later = (): unknown => setTimeout(() => {}, 1);",
    "export { readFileSync };",
  ];

  test.each(PURE)(
    "%s does not compile with any of them",
    (folder) => {
      const output = compiled(folder, FORBIDDEN.join("\n"));
      for (const line of [1, 2, 3, 4, 5])
        expect(output).toMatch(new RegExp(`\\(${line},\\d+\\): error TS(?:2304|2307|2580|2584|2591)`, "u"));
    },
    60_000,
  );
});

test("each folder's references are the folders that design and ARCHITECTURE name, and nothing runs in a circle", () => {
  const references = (folder: string): string[] =>
    readReferences(folder)
      .map(({ path }) => path.replace(/^(?:\.\.\/)+/u, ""))
      .sort();
  expect(Object.fromEntries(FOLDERS.map((folder) => [folder, references(folder)]))).toEqual({
    core: [],
    formats: [],
    quotations: ["formats"],
    documents: ["core", "formats", "quotations"],
    archive: ["core", "documents"],
    check: ["archive", "core", "documents", "formats", "quotations"],
    "stores/sqlite": ["archive", "core", "documents", "formats"],
    policy: ["check", "core", "documents", "formats", "quotations"],
    publish: ["archive", "check", "core", "documents", "formats"],
    desk: ["archive", "check", "core", "documents", "formats", "publish", "quotations"],
    mcp: ["archive", "check", "core", "desk", "publish"],
    reading: ["formats"],
    server: [
      "archive",
      "check",
      "core",
      "desk",
      "documents",
      "formats",
      "mcp",
      "publish",
      "quotations",
      "reading",
    ],
    cli: [
      "archive",
      "check",
      "core",
      "desk",
      "documents",
      "formats",
      "mcp",
      "policy",
      "publish",
      "quotations",
      "reading",
      "server",
      "stores/sqlite",
    ],
  });
});

/** The source files of a folder with all below it, and what each imports. */
function importsOf(folder: string): { file: string; targets: string[] }[] {
  return readdirSync(join(root, "src", folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => {
      const file = join(folder, name);
      const code = readFileSync(join(root, "src", file), "utf8");
      const targets = [...code.matchAll(/(?:from|import) \(?"([^"]+)"/gu)].map(([, target]) => target!);
      return { file, targets };
    });
}

test.each(FOLDERS)(
  "no file of %s imports a folder that its tsconfig does not name, not even one that its neighbours may",
  (folder) => {
    const allowed = readReferences(folder).map(({ path }) => join(root, "src", folder, path));
    for (const { file, targets } of importsOf(folder))
      for (const target of targets.filter((one) => one.startsWith("."))) {
        const path = join(root, "src", dirname(file), target);
        const isAllowed = [join(root, "src", folder), ...allowed].some((own) => path.startsWith(`${own}/`));
        expect(isAllowed, `${file} imports ${target}`).toBe(true);
      }
  },
);

test("one file knows the database", () => {
  const files = importsOf(".").filter(({ targets }) => targets.includes("node:sqlite"));
  expect(files.map(({ file }) => file)).toEqual(["stores/sqlite/database.ts"]);
});
