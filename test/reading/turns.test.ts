import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { FormatError } from "../../src/formats/index.ts";
import { GuardedReader } from "../../src/reading/index.ts";
import { Turns } from "../../src/reading/turns.ts";

const TURNS = new URL("../../src/reading/turns.ts", import.meta.url).href;
/** Cues enough to be read for some time. */
const VTT = new TextEncoder().encode(
  `WEBVTT\n\n${"00:01.000 --> 00:04.000\nThe harbour is deep.\n\n".repeat(20_000)}`,
);
const slots = (): SharedArrayBuffer => new SharedArrayBuffer(64 * 8);

/** Has another thread take a turn, and end it after so many milliseconds; answers once it has it. */
async function elsewhere(shared: SharedArrayBuffer, kind: "beside" | "alone", held: number): Promise<Worker> {
  const code = `
    import { parentPort, workerData } from "node:worker_threads";
    import { Turns } from ${JSON.stringify(TURNS)};
    const turn = new Turns(workerData)[${JSON.stringify(kind)}](${held + 1000});
    parentPort.postMessage("has it");
    setTimeout(() => turn.end(), ${held});
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData: shared,
  });
  await once(worker, "message");
  return worker;
}

describe("turns", () => {
  test("of two that read beside each other each is told so, until one ends", () => {
    const turns = new Turns(slots());
    const one = turns.beside(1000);
    expect(one.isShared()).toBe(false);
    const other = turns.beside(1000);
    expect([one.isShared(), other.isShared()]).toEqual([true, true]);
    other.end();
    expect(one.isShared()).toBe(false);
  });

  test.each(["beside", "alone"] as const)("who reads alone waits for one who reads %s", async (kind) => {
    const shared = slots();
    await elsewhere(shared, kind, 100);
    const turn = new Turns(shared).alone(1000);
    expect(turn.isShared()).toBe(false);
    turn.end();
  });

  test("who reads beside others waits for one who reads alone", async () => {
    const shared = slots();
    await elsewhere(shared, "alone", 100);
    expect(new Turns(shared).beside(1000).isShared()).toBe(false);
  });

  test("a thread that is ended while it reads keeps nobody waiting past its time", () => {
    const shared = slots();
    new Turns(shared).alone(-900);
    new Turns(shared).beside(-900);
    expect(new Turns(shared).alone(1000).isShared()).toBe(false);
  });
});

describe("a guarded reader among others", () => {
  test("reads a file again, alone, that seems to take too much while another reads", async () => {
    const shared = slots();
    const worker = await elsewhere(shared, "beside", 500);
    let tries = 0;
    const turns = new (class extends Turns {
      override alone(time: number) {
        tries++;
        return super.alone(time);
      }
    })(shared);
    const reader = new GuardedReader({ time: 10_000, memory: 1 }, turns);
    expect(() => reader.read(VTT, "a.vtt")).toThrow(FormatError);
    expect(tries).toBe(1);
    await worker.terminate();
    expect(() => reader.read(VTT, "a.vtt")).toThrow(FormatError);
    expect(tries).toBe(1);
  });
});
