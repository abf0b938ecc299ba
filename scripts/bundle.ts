import { chmodSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "lightningcss";
import { build } from "rolldown";

/**
 * Bundles what `npx saidso` runs into few files, and the style and script of the pages into one each: finding and reading
 * hundreds of modules is a tenth of a small check.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "dist/bin");
const assets = join(bin, "assets");

rmSync(bin, { recursive: true, force: true });
await build({
  input: ["main", "reading-worker", "desk-worker"].map((name) => join(root, "dist/cli", `${name}.js`)),
  platform: "node",
  output: { dir: bin, minify: true },
  logLevel: "warn",
});
chmodSync(join(bin, "main.js"), 0o755);
await build({
  input: join(root, "src/server/client/page.ts"),
  platform: "browser",
  output: { file: join(assets, "page.js"), minify: true, format: "esm" },
  logLevel: "warn",
});
mkdirSync(assets, { recursive: true });
const style = globSync("src/{publish,server}/style/*.css", { cwd: root })
  .sort()
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");
const { code } = transform({ filename: "page.css", code: new TextEncoder().encode(style), minify: true });
writeFileSync(join(assets, "page.css"), code);
