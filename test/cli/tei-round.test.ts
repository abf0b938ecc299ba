import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "../publish/tei-trip.ts";
import { CommandProcess, folderWith, runIn } from "./command.ts";

const samples = fileURLToPath(new URL("../../samples/sources", import.meta.url));
const commands = new CommandProcess();
const [first, second] = [folderWith({}), folderWith({})];
const ids: string[] = [];

beforeAll(async () => {
  const { code, out } = await commands.run(first, ["add", samples]);
  expect(code).toBe(0);
  ids.push(...[...out.matchAll(/^added +(\S+)/gmu)].map(([, id]) => id!));
});
afterAll(() => {
  commands.close();
  for (const at of [first, second]) rmSync(at, { recursive: true, force: true });
});

async function shown(folder: string, id: string): Promise<string> {
  const { code, out, err } = await commands.run(folder, ["show", id, "--format", "tei"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

/** TEI without what it says of the edition: its bytes' sum, and when it was added. */
const withoutEdition = (xml: string): string =>
  xml.replace(/<idno type="sha256">[^<]+<\/idno>|<change when="[^"]+">/gu, "");

describe("show --format tei of all samples", () => {
  test("prints valid TEI, which another archive takes as the same documents and prints the same", async () => {
    expect(ids.length).toBe(readdirSync(samples).length);
    const printed: string[] = [];
    for (const id of ids) printed.push(await shown(first, id));
    expect(complaints(printed)).toBe("");
    ids.forEach((id, index) => {
      writeFileSync(join(second, `${id}.xml`), printed[index]!);
    });
    const { code, out } = await commands.run(second, ["add", "."]);
    expect(code).toBe(0);
    expect(
      [...out.matchAll(/^added +(\S+) .*?([^/\s]+)$/gmu)].map(([, id, file]) => [id, parse(file!).name]),
    ).toEqual(ids.toSorted().map((id) => [id, id]));
    for (const [index, id] of ids.entries())
      expect(withoutEdition(await shown(second, id))).toBe(withoutEdition(printed[index]!));
  });

  test("is what the built command prints", async () => {
    const { code, out, err } = runIn(first, ["show", ids[0]!, "--format", "tei"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(await shown(first, ids[0]!));
  });
});
