import { copyFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runIn } from "../cli/command.ts";
import { Serving, sampleArchive, samples, TOKEN } from "./serving.ts";

const held = sampleArchive();
afterAll(() => held.remove());

const COUNT = samples("sources").length;
const sent = (name: string): RequestInit => ({
  method: "POST",
  headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" },
  body: JSON.stringify({ name, text: `Speaker: Ilse Marrow\n\nThe lamp of ${name} is lit all night.\n` }),
});
const CHECK: RequestInit = {
  method: "POST",
  headers: { "Content-Type": "text/plain" },
  body: "“The lamp of copy.txt is lit all night,” said Ilse Marrow.",
};

test("an archive that another is put in place of is read, checked against and written as that one; a removed one is missed", async () => {
  const folder = dirname(held.path);
  const copy = join(folder, "copy.db");
  copyFileSync(held.path, copy);
  const server = await Serving.start({ archive: held.path });
  const total = async () => (await server.json("/api/documents")).value.total;
  const statusOfCheck = async () => (await server.json("/api/check", CHECK)).value.findings[0].status;
  const remove = (): void => {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${held.path}${end}`, { force: true });
  };
  expect((await server.json("/api/documents", sent("first.txt"))).status).toBe(201);
  expect([await total(), await statusOfCheck()]).toEqual([COUNT + 1, expect.not.stringMatching("verbatim")]);

  remove();
  renameSync(copy, held.path);
  expect(await total()).toBe(COUNT);
  expect((await server.json("/api/documents", sent("copy.txt"))).status).toBe(201);
  expect([await total(), await statusOfCheck()]).toEqual([COUNT + 1, "verbatim"]);
  expect(runIn(folder, ["verify-archive", "--archive", held.path]).out).toContain(`${COUNT + 1} documents`);

  remove();
  const missing = { status: 503, code: "archive-missing", detail: expect.stringContaining("gone") };
  expect(await server.problem("/api/documents")).toMatchObject(missing);
  expect(await server.problem("/api/check", CHECK)).toMatchObject(missing);
  expect(await server.problem("/api/documents", sent("lost.txt"))).toMatchObject(missing);
  await server.stop();
});
