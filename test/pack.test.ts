import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
let folder = "";

/** The packed tarball, installed into an empty folder with the packages that are installed here: no registry is asked. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "saidso-pack-"));
  execFileSync("npm", ["run", "prepare"], { cwd: root, stdio: "pipe" });
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
    stdio: "pipe",
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "empty", private: true, type: "module" }),
  );
  execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], {
    cwd: folder,
    stdio: "pipe",
  });
  cpSync(join(root, "samples"), join(folder, "samples"), { recursive: true });
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("npx saidso checks a story", () => {
  const args = [
    "--no-install",
    "saidso",
    "check",
    "samples/stories/slow-trades.md",
    "--against",
    "samples/sources",
    "--format",
    "json",
  ];
  const { status, stdout, stderr } = spawnSync("npx", args, { cwd: folder, encoding: "utf8" });
  expect(stderr.replace(/^npm warn.*\n/gmu, "")).toBe("");
  expect(JSON.parse(stdout).summary.quotations).toBeGreaterThan(10);
  expect(status).toBe(0);
}, 60_000);

test("npx saidso adds a folder on other threads, and finds what it added", () => {
  mkdirSync(join(folder, "nights"));
  for (let i = 0; i < 40; i++)
    writeFileSync(
      join(folder, `nights/${i}.txt`),
      `On night ${i} the ferry left late. ${"The lamps were lit and nobody spoke of the tide. ".repeat(1100)}\n`,
    );
  const npx = (...args: string[]): string =>
    execFileSync("npx", ["--no-install", "saidso", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  expect(npx("add", "nights")).toContain("\n40 documents, ");
  expect(npx("find", "on night 17 the ferry left late")).toMatch(/^verbatim\n/u);
}, 60_000);

test('import { verify } from "saidso" works, and its types are there', () => {
  const code =
    'import { verify } from "saidso"; console.log(verify("It does not wait", "It does not wait for us.").status);';
  writeFileSync(join(folder, "use.js"), code);
  expect(execFileSync(process.execPath, ["use.js"], { cwd: folder, encoding: "utf8" })).toBe("verbatim\n");
  expect(readFileSync(join(folder, "node_modules/saidso/dist/index.d.ts"), "utf8")).toContain("verify");
});

test("the command built here may be run", () => {
  expect(statSync(join(root, "dist/bin/main.js")).mode & 0o111).not.toBe(0);
});

test("the tarball holds what is needed and nothing else", () => {
  const held = readdirSync(join(folder, "node_modules/saidso"), { recursive: true, encoding: "utf8" });
  expect(held).toContain("schema/report.v1.json");
  expect(held).toContain("schema/document.v1.json");
  expect(held).toContain("schema/config.v1.json");
  // What `saidso serve --sample` shows.
  expect(held).toContain("samples/sources/special-dispatch-118.txt");
  expect(held).toContain("dist/bin/assets/page.css");
  expect(
    held.filter((name) => /tsbuildinfo|\.checked|^(?:test|bench|src|samples\/expected|scripts)/u.test(name)),
  ).toEqual([]);
});
