import { afterAll, expect, test } from "vitest";
import { CommandProcess, folderWith, runIn } from "./command.ts";

const commands = new CommandProcess();
const folder = folderWith({});
afterAll(() => commands.close());

test.each([
  [["--limit", "86401"], "it is a whole number from 1 to 86400;"],
  [["--limit", "99999999999"], "it is a whole number from 1 to 86400;"],
  [["--limit", "0"], "it is a whole number from 1 to 86400;"],
  [["--checks", "65"], "it is a whole number from 1 to 64;"],
  [["--checks", "0"], "it is a whole number from 1 to 64;"],
  [["--queue", "-1"], "it is a whole number from 0 to 100000;"],
  [["--allow-host", "http://desk.example/"], "it is a host's name alone"],
  [["--allow-host", "desk.example:80"], "it is a host's name alone"],
  [["--allow-host", ""], "it is a host's name alone"],
  [["--sample", "--archive", "a.db"], "leave --sample or --archive out"],
])("serve %j is refused with the reason", async (args, reason) => {
  const { code, out, err } = await commands.run(folder, ["serve", ...args]);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(reason);
});

test("serve takes a queue of none, a day, 64 checks and names in any script, and fails of its archive alone", async () => {
  const args = [
    "--queue",
    "0",
    "--limit",
    "86400",
    "--checks",
    "64",
    "--allow-host",
    "hafen-übersee.example",
  ];
  expect((await commands.run(folder, ["serve", ...args])).err).toContain("no such archive");
});

test.each([" ", "a b", "tök€n", "a\tb"])("the token %j, which no program can send, is refused", (token) => {
  const { code, err } = runIn(folder, ["serve"], { env: { SAIDSO_TOKEN: token } });
  expect([code, err]).toEqual([2, expect.stringMatching(/^saidso: SAIDSO_TOKEN: has white space[^\n]*\n$/u)]);
});
