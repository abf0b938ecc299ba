import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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
/** Where it is made: what runs meanwhile finds the old files or the new ones. */
const made = join(root, "dist/bin.made");
const assets = join(made, "assets");

rmSync(made, { recursive: true, force: true });
await build({
  input: ["cli/main", "cli/reading-worker", "cli/desk-worker", "reading/format-worker"].map((name) =>
    join(root, "dist", `${name}.js`),
  ),
  platform: "node",
  output: { dir: made, minify: true },
  logLevel: "warn",
});
chmodSync(join(made, "main.js"), 0o755);
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
const old = join(root, "dist/bin.old");
rmSync(old, { recursive: true, force: true });
if (existsSync(bin)) renameSync(bin, old);
renameSync(made, bin);
rmSync(old, { recursive: true, force: true });
