import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, expect, test } from "vitest";
import { MAIN } from "../built.ts";
import { runIn } from "../cli/command.ts";
import { eventsOf, Serving, sampleArchive, samples, TOKEN } from "./serving.ts";

const held = sampleArchive();
afterAll(() => {
  held.remove();
  rmSync(dirname(held.path), { recursive: true, force: true });
});

const story = samples("stories")
  .find(({ name }) => name === "dark-towers.md")!
  .bytes.toString("utf8");
const long = Array.from({ length: 4 }, () => story).join("\n\n");

test("told to stop, the command finishes what it checks and writes, ends with 0, and leaves a sound archive", async () => {
  const args = [MAIN, "serve", "--archive", held.path, "--port", "0", "--checks", "1"];
  const env = { ...process.env, SAIDSO_TOKEN: TOKEN };
  const server = await Serving.of(spawn(process.execPath, args, { env }));
  const headers = { "Content-Type": "text/markdown", Accept: "text/event-stream" };
  const checks = await Promise.all(
    [1, 2, 3].map(() => fetch(new URL("/api/check", server.url), { method: "POST", headers, body: long })),
  );
  const sent = await server.json("/api/documents", {
    method: "POST",
    headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      name: "mole.txt",
      text: "Speaker: Ilse Marrow\n\nThe long mole is lit all night.\n",
    }),
  });
  expect(sent.status).toBe(201);
  const ended = new Promise((resolve) => server.child.once("exit", resolve));
  server.child.kill("SIGTERM");
  const reports = await Promise.all(checks.map(async (answer) => eventsOf(await answer.text()).at(-1)!));
  expect(reports.map(({ event }) => event)).toEqual(["report", "report", "report"]);
  const findings = reports.map(({ data }) => JSON.parse(data).findings);
  expect(findings[0].some(({ reason }: { reason: string | null }) => reason === "out-of-time")).toBe(false);
  expect(findings[1]).toEqual(findings[0]);
  expect(findings[2]).toEqual(findings[0]);
  expect(await ended).toBe(0);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
  const { code, out } = runIn("/", ["verify-archive", "--archive", held.path]);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Clean: 12 documents/u)]);
});
