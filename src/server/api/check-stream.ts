import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { CheckRequest } from "../../desk/index.ts";
import { printableJson } from "../../publish/index.ts";
import { checkOn } from "../check-desk.ts";
import { problemFrom } from "../problem.ts";
import type { CheckPart } from "../thread-message.ts";
import type { WorkerPool } from "../worker-pool.ts";

/** Milliseconds after which an answer that waits in line begins: a problem that is known before has its own status. */
const FIRST = 1000;
/** Milliseconds between two signs of life: proxies end what is silent for half a minute. */
const ALIVE = 15_000;

/**
 * Checks a text and answers its findings as they come, as server-sent events: `begun`, `finding`, and at last `report`,
 * or `problem`. Who leaves ends the check.
 */
export async function streamCheck(c: Context, pool: WorkerPool, request: CheckRequest): Promise<Response> {
  const left = new AbortController();
  const { signal } = c.req.raw;
  signal.addEventListener("abort", () => left.abort(), { once: true });
  const parts = new Parts();
  const report = checkOn(pool, request, { part: (part) => parts.tell(part), signal: left.signal });
  // It is waited for twice: here, so that a problem that comes first is thrown, and in the stream.
  await Promise.race([report, parts.first, new Promise((resolve) => setTimeout(resolve, FIRST))]);
  c.header("X-Accel-Buffering", "no");
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => left.abort());
    const alive = setInterval(() => void stream.write(": still at work\n\n"), ALIVE);
    parts.sendTo(stream);
    try {
      const data = await report;
      await parts.sent;
      await stream.writeSSE({ event: "report", data });
    } catch (error) {
      await parts.sent;
      await stream.writeSSE({ event: "problem", data: printableJson(problemFrom(error)) });
    } finally {
      clearInterval(alive);
    }
  });
}

/** What a check tells, kept until somebody listens, then sent in its order. */
class Parts {
  readonly #kept: CheckPart[] = [];
  #stream: SSEStreamingApi | null = null;
  #begin: () => void = () => {};
  /** Settled with the first part. */
  readonly first: Promise<void> = new Promise((resolve) => {
    this.#begin = resolve;
  });
  /** Settled once all that was told is sent. */
  sent: Promise<unknown> = Promise.resolve();

  tell(part: CheckPart): void {
    this.#begin();
    if (this.#stream === null) this.#kept.push(part);
    else this.#send(this.#stream, part);
  }

  sendTo(stream: SSEStreamingApi): void {
    this.#stream = stream;
    for (const part of this.#kept.splice(0)) this.#send(stream, part);
  }

  #send(stream: SSEStreamingApi, part: CheckPart): void {
    const event =
      part.kind === "begun"
        ? { event: "begun", data: printableJson({ quotations: part.report.findings.length }) }
        : { event: "finding", data: printableJson({ index: part.index, finding: part.finding }) };
    this.sent = this.sent.then(() => stream.writeSSE(event));
  }
}
