import { type MessagePort, workerData } from "node:worker_threads";
import { FormatError, readFile, unpack } from "../formats/index.ts";
import { portableText } from "./portable-text.ts";
import type { Answered, Asked, ThreadData } from "./thread-message.ts";

/** The thread of a `GuardedReader`: reads one file after the other. It waits for no event loop but its own. */
const { answered, port } = workerData as ThreadData & { readonly port: MessagePort };

async function answerTo({ id, task, bytes, name }: Asked): Promise<Answered> {
  try {
    if (task === "unpack") return { id, kind: "parts", parts: unpack(bytes, name) };
    return { id, kind: "text", text: portableText(await readFile(bytes, name)) };
  } catch (error) {
    if (error instanceof FormatError) return { id, kind: "refused", code: error.code, data: error.data };
    return { id, kind: "fault", reason: String(error) };
  }
}

// What a reader's library throws after its time is of no file that is still waited for, and ends nothing.
process.on("uncaughtException", () => {});

Atomics.store(answered, 0, 0);
Atomics.notify(answered, 0);
port.on("message", async (asked: Asked) => {
  port.postMessage(await answerTo(asked));
  Atomics.store(answered, 0, asked.id);
  Atomics.notify(answered, 0);
});
