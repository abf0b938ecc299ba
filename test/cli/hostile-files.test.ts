import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { hostileFiles } from "../../bench/formats/hostile-file.ts";
import { CommandProcess, folderWith } from "./command.ts";

const commands = new CommandProcess();
const HARBOUR = "Speaker: Ada Quay\n\nThe harbour is deep. It has never frozen, and it never will.\n";
/** What takes a gigabyte to make, or ten seconds to end, is left to `npm run bench:formats`. */
const LARGE = new Set(["bomb.docx", "bomb.pdf", "bomb.warc.gz", "pages.pdf", "drawings.pdf", "deep.html"]);
const files = hostileFiles().filter(({ name }) => !LARGE.has(name));
const folder = folderWith({
  "a-harbour.txt": HARBOUR,
  ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes()])),
  "z-pier.txt": HARBOUR.replace("harbour", "pier"),
});

afterAll(() => {
  commands.close();
  rmSync(folder, { recursive: true, force: true });
});

test("hostile and broken files of every format are told at the end, each with its reason, and the rest goes in", async () => {
  const { code, out, err } = await commands.run(folder, ["add", ".", "--format", "json"]);
  const told = JSON.parse(out) as {
    documents: { path: string }[];
    unread: { path: string; reason: string }[];
  };
  expect(told.documents.map(({ path }) => path)).toEqual(["a-harbour.txt", "z-pier.txt"]);
  expect(told.unread.map(({ path }) => path.replace(/#1$/u, "")).sort()).toEqual(
    files.map(({ name }) => name).sort(),
  );
  for (const { path, reason } of told.unread) {
    expect(reason, path).toMatch(/^[^\n]{12,300}[^.\s]\.$/u);
    expect(reason, path).not.toMatch(/fault of saidso|undefined|\[object/u);
    expect(err).toContain(`${path}: ${reason}\n`);
  }
  expect(code).toBe(1);
});
