import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { CommandProcess, folderWith } from "./command.ts";

const read = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
const section = read("README.md").split("\n## Archive\n")[1]!.split("\n## ")[0]!;
const commands = new CommandProcess();
const COMMANDS = ["add", "find", "search", "list", "show", "cite", "remove", "verify-archive", "reindex"];

afterAll(() => commands.close());

const optionsIn = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]+/gu))].sort();

describe("the README's archive", () => {
  test.each(COMMANDS)("has the command %s", (command) => {
    expect(section).toContain(`saidso ${command}`);
  });

  test("has every option of these commands, and no other", async () => {
    const help: string[] = [];
    for (const command of COMMANDS) help.push((await commands.run("/", [command, "--help"])).out);
    expect(optionsIn(section)).toEqual(optionsIn(help.join("\n")).filter((option) => option !== "--help"));
  });

  test("its JSON is what search prints, less what it leaves out", async () => {
    const at = folderWith({ "bees-panel.txt": read("samples/sources/bees-panel.txt") });
    await commands.run(at, ["add", "."]);
    const printed = JSON.parse(
      (await commands.run(at, ["search", "keepers", "bees", "--format", "json"])).out,
    );
    const shown = JSON.parse(/```json\n([\s\S]*?)```/u.exec(section)![1]!);
    for (const [i, { score, ...hit }] of shown.hits.entries()) expect(printed.hits[i]).toMatchObject(hit);
    expect(printed.total).toBe(shown.total);
  });
});
