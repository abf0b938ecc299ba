import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { MAIN } from "../built.ts";
import { dispatch, folderWith, runIn } from "../cli/command.ts";
import { ask, overStdio } from "./house.ts";

let folder = "";

beforeAll(() => {
  folder = folderWith({ "night-ferry.txt": dispatch(7, "They ask me when the lamp is lit.") });
  runIn(folder, ["add", "night-ferry.txt"]);
});

/** A `saidso mcp` whose lines are written and read by hand. */
class Session {
  readonly child: ChildProcess;
  readonly lines: string[] = [];
  err = "";

  constructor(args: readonly string[] = []) {
    this.child = spawn(process.execPath, [MAIN, "mcp", ...args], { cwd: folder });
    createInterface(this.child.stdout!).on("line", (line) => this.lines.push(line));
    this.child.stderr!.on("data", (text) => {
      this.err += text;
    });
  }

  send(method: string, params: object, id?: number): void {
    this.write(
      `${JSON.stringify({ jsonrpc: "2.0", method, params, ...(id === undefined ? {} : { id }) })}\n`,
    );
  }

  write(text: string): void {
    this.child.stdin!.write(text);
  }

  /** The answer to the request of that number. */
  // biome-ignore lint/suspicious/noExplicitAny: of each method another.
  async answer(id: number): Promise<any> {
    for (;;) {
      const found = this.lines.map((line) => JSON.parse(line)).find((message) => message.id === id);
      if (found !== undefined) return found;
      await setTimeout(5);
    }
  }

  async ended(): Promise<{ code: number | null; signal: string | null }> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, "close");
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  async shakeHands(protocolVersion: string): Promise<string> {
    const clientInfo = { name: "test", version: "1" };
    this.send("initialize", { protocolVersion, capabilities: {}, clientInfo }, 1);
    const { result } = await this.answer(1);
    this.send("notifications/initialized", {});
    return result.protocolVersion;
  }

  find(words: string, id: number): void {
    this.send("tools/call", { name: "find_quotation", arguments: { words } }, id);
  }
}

describe("saidso mcp", () => {
  test("without an archive fails with one line, and says nothing on standard output", () => {
    const { code, out, err } = runIn(folderWith({}), ["mcp"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(
      "saidso: saidso.db: no such archive; `saidso add PATH… --archive saidso.db` makes one.\n",
    );
  });

  test("takes the archive that is named", () => {
    const at = folderWith({});
    expect(runIn(at, ["mcp", "--archive", `${folder}/saidso.db`])).toEqual({ code: 0, out: "", err: "" });
  });

  test.each(["2024-11-05", "2025-06-18", "2025-11-25"])(
    "answers a client of %s in its version, and writes nothing but messages",
    async (version) => {
      const session = new Session();
      expect(await session.shakeHands(version)).toBe(version);
      session.send("tools/list", {}, 2);
      session.find("when the lamp is lit", 3);
      session.write("this is no message\n");
      session.send("ping", {}, 4);
      expect((await session.answer(2)).result.tools).toHaveLength(4);
      expect((await session.answer(3)).result.structuredContent.findings[0].status).toBe("verbatim");
      expect((await session.answer(4)).result).toEqual({});
      for (const line of session.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
      session.child.stdin!.end();
      expect(await session.ended()).toEqual({ code: 0, signal: null });
      expect(session.err).toBe("");
    },
  );

  test("ends on SIGTERM", async () => {
    const session = new Session();
    await session.shakeHands("2025-11-25");
    session.child.kill("SIGTERM");
    expect((await session.ended()).signal).toBe("SIGTERM");
    expect(session.err).toBe("");
  });

  test("a question that is taken back is not answered, those after it are", async () => {
    const session = new Session();
    await session.shakeHands("2025-11-25");
    const slow = "“When the lamp is lit they ask me.” ".repeat(400);
    session.send("tools/call", { name: "check_text", arguments: { text: slow } }, 2);
    session.find("when the lamp is lit", 3);
    session.find("when the lamp is lit", 4);
    session.send("notifications/cancelled", { requestId: 3, reason: "no need" });
    expect((await session.answer(4)).result.isError).toBeUndefined();
    const ids = session.lines.map((line) => JSON.parse(line).id);
    expect(ids).toEqual([1, 2, 4]);
    session.child.stdin!.end();
    expect(await session.ended()).toEqual({ code: 0, signal: null });
  });

  test("a message that is too long ends it with one line", async () => {
    const session = new Session();
    await session.shakeHands("2025-11-25");
    session.child.stdin!.on("error", () => {});
    session.write("x".repeat(17 * 2 ** 20));
    expect((await session.ended()).code).toBe(2);
    expect(session.err).toBe(
      "saidso: standard input: a message of more than 16 MB came; send less at once.\n",
    );
    // The protocol's own reader joins what came so far with each piece that comes.
  }, 120_000);

  test("sees what another process adds meanwhile, and an archive that is put in its place", async () => {
    const at = folderWith({
      "one.txt": dispatch(1, "The bees came early."),
      "two.txt": dispatch(2, "The tide was late."),
      "three.txt": dispatch(3, "The bell was silent."),
    });
    runIn(at, ["add", "one.txt"]);
    const client = await overStdio(at);
    const total = async (words: string): Promise<number> =>
      (await ask(client, "search_archive", { words })).value.total;
    expect(await total("tide")).toBe(0);
    runIn(at, ["add", "two.txt"]);
    expect(await total("tide")).toBe(1);
    runIn(at, ["add", "three.txt", "--archive", "other.db"]);
    for (const end of ["-wal", "-shm"]) rmSync(`${at}/saidso.db${end}`, { force: true });
    renameSync(`${at}/other.db`, `${at}/saidso.db`);
    expect([await total("tide"), await total("silent")]).toEqual([0, 1]);
    rmSync(`${at}/saidso.db`);
    const gone = await ask(client, "search_archive", { words: "tide" });
    expect(gone).toMatchObject({ isError: true, text: expect.stringContaining("no such archive") });
    await client.close();
  });

  test("serves several clients of one archive at once", async () => {
    const clients = await Promise.all([1, 2, 3].map(() => overStdio(folder)));
    const answers = await Promise.all(
      clients.map((client) => ask(client, "find_quotation", { words: "They ask me when the lamp is lit" })),
    );
    expect(answers.map(({ value }) => value.summary.verbatim)).toEqual([1, 1, 1]);
    await Promise.all(clients.map((client) => client.close()));
  });
});
