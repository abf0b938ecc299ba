import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = join(root, "node_modules/typescript/bin/tsc");
const PURE = ["core", "formats", "quotations", "documents", "check"];
/** A copy of the sources, beside which the packages are linked: nothing is tried in the real folders. */
let house = "";

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "saidso-walls-"));
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"));
  cpSync(join(root, "src"), join(house, "src"), { recursive: true });
  for (const file of ["tsconfig.base.json", "package.json"]) cpSync(join(root, file), join(house, file));
  execFileSync(process.execPath, [tsc, "-b", "src/check"], { cwd: house });
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
  test("a folder may import what its tsconfig names", () => {
    const code = 'import { verify } from "../core/index.ts";\nexport const found = verify;\n';
    expect(compiled("check", code)).toBe("");
  }, 60_000);

  test.each([
    ["core", "../check/index.ts"],
    ["core", "../formats/index.ts"],
    ["formats", "../core/index.ts"],
    ["quotations", "../documents/index.ts"],
    ["documents", "../check/index.ts"],
    ["check", "../cli/main.ts"],
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
  test.each(PURE)(
    "%s does not compile with node:fs",
    (folder) => {
      expect(
        compiled(folder, 'import { readFileSync } from "node:fs";\nexport const found = readFileSync;\n'),
      ).toMatch(/TS2307|TS2591/);
    },
    60_000,
  );

  test.each(
    PURE.flatMap((folder) =>
      ["console.log(1)", "process.exit()", 'fetch("x")', "setTimeout(() => {}, 1)"].map(
        (code) => [folder, code] as const,
      ),
    ),
  )(
    "%s does not compile with %s",
    (folder, code) => {
      expect(compiled(folder, `export const found = (): unknown => ${code};\n`)).toMatch(
        /TS2584|TS2591|TS2304|TS2580/,
      );
    },
    60_000,
  );
});

test("each folder's references are the folders that design and ARCHITECTURE name, and nothing runs in a circle", () => {
  const references = (folder: string): string[] =>
    readReferences(folder)
      .map(({ path }) => path.replace("../", ""))
      .sort();
  expect(Object.fromEntries([...PURE, "cli"].map((folder) => [folder, references(folder)]))).toEqual({
    core: [],
    formats: [],
    quotations: ["formats"],
    documents: ["core", "formats", "quotations"],
    check: ["core", "documents", "formats", "quotations"],
    cli: ["archive", "check", "core", "documents", "formats", "quotations", "stores/sqlite"],
  });
});
