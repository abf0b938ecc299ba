import { createHash } from "node:crypto";
import { Agent, request } from "node:http";

/** What came of one request. */
export interface Reply {
  /** 0 where the connection was lost. */
  readonly status: number;
  /** SHA-256 of the body. */
  readonly hash: string;
  readonly milliseconds: number;
  /** Whether a 503 says when to come again. */
  readonly saysWhen: boolean;
}

/** Asks a server over connections that are kept. */
export class Client {
  readonly #base: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 512 });

  constructor(base: string) {
    this.#base = new URL(base);
  }

  get(path: string): Promise<Reply> {
    return this.#send("GET", path, null);
  }

  /** Sends a text to be checked. */
  check(name: string, text: string): Promise<Reply> {
    return this.#send("POST", "/api/check", JSON.stringify({ name, text }));
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body: string | null): Promise<Reply> {
    const began = performance.now();
    const hash = createHash("sha256");
    return new Promise((resolve) => {
      const replied = (status: number, saysWhen = false): void =>
        resolve({ status, saysWhen, hash: hash.digest("hex"), milliseconds: performance.now() - began });
      const headers = body === null ? {} : { "Content-Type": "application/json" };
      const sent = request(new URL(path, this.#base), { method, agent: this.#agent, headers }, (answer) => {
        answer.on("data", (chunk) => hash.update(chunk));
        answer.on("end", () => replied(answer.statusCode ?? 0, answer.headers["retry-after"] !== undefined));
        answer.on("error", () => replied(0));
      });
      sent.on("error", () => replied(0));
      sent.end(body ?? undefined);
    });
  }
}
