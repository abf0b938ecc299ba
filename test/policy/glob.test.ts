import { expect, test } from "vitest";
import { globPattern } from "../../src/policy/index.ts";

test.each<[string, string, boolean]>([
  ["*.md", "a.md", true],
  ["*.md", "deep/er/a.md", true],
  ["*.md", "a.mdx", false],
  ["drafts/*.md", "drafts/a.md", true],
  ["drafts/*.md", "drafts/old/a.md", false],
  ["drafts/*.md", "more/drafts/a.md", false],
  ["drafts/**", "drafts/old/a.md", true],
  ["drafts/", "drafts/old/a.md", true],
  ["drafts/", "more/drafts/a.md", true],
  ["**/old/*.md", "old/a.md", true],
  ["**/old/*.md", "x/y/old/a.md", true],
  ["./a.md", "a.md", true],
  ["day-?.md", "day-1.md", true],
  ["day-?.md", "day-10.md", false],
  ["*.{md,txt}", "a.txt", true],
  ["*.{md,txt}", "a.html", false],
  ["a+(b).md", "a+(b).md", true],
  ["a.md", "axmd", false],
  ["{a", "{a", true],
  ["../shared/*.md", "../shared/a.md", true],
])("%s and %s: %s", (glob, path, fits) => expect(globPattern(glob).test(path)).toBe(fits));
