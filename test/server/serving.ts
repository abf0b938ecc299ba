import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { version } from "../../src/cli/version.ts";
import type { Problem } from "../../src/server/problem.ts";
import { DESK_WORKER } from "../built.ts";
import { runIn } from "../cli/command.ts";

export const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
export const TOKEN = "a-token-of-the-test";
/** What the server's own log may say; a text has no place in any of it. */
const LOGGED = new Set(["level", "time", "method", "route", "status", "ms", "msg", "fault"]);

/** Takes nothing away: a byte-order mark is of the answer. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The sample files of a folder, in their order. */
export function samples(folder: "sources" | "stories"): { name: string; bytes: Buffer<ArrayBuffer> }[] {
  return readdirSync(join(SAMPLES, folder))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(SAMPLES, folder, name)) }));
}

/** A new archive with the sample sources, made by `saidso add`. */
export function sampleArchive(): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "saidso-server-"));
  const path = join(folder, "saidso.db");
  const { code, err } = runIn(folder, ["add", join(SAMPLES, "sources"), "--archive", path]);
  expect(code, err).toBe(0);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How a server of the tests differs from the usual one. */
export interface ServingOptions {
  readonly archive: string;
  readonly token?: string | null;
  readonly private?: boolean;
  readonly names?: readonly string[];
  readonly checks?: number;
  readonly queue?: number;
  readonly limit?: number;
  /** A folder of texts to be tried. */
  readonly samples?: string;
  /** Beside serve-child.ts. */
  readonly worker?: string;
}

/** An answer with its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A running server, and all that it has logged. */
export class Serving {
  readonly url: string;
  readonly child: ChildProcess;
  readonly #log: string[];

  private constructor(child: ChildProcess, url: string, log: string[]) {
    this.child = child;
    this.url = url;
    this.#log = log;
  }

  static start(options: ServingOptions): Promise<Serving> {
    const all = {
      host: "127.0.0.1",
      port: 0,
      worker: DESK_WORKER.href,
      token: TOKEN,
      private: false,
      names: [],
      checks: 2,
      queue: 64,
      limit: 30_000,
      logLevel: "debug",
      version: version(),
      ...options,
    };
    const child = fileURLToPath(new URL("serve-child.ts", import.meta.url));
    return Serving.of(spawn(process.execPath, [child, JSON.stringify(all)]));
  }

  /** Waits until a process that serves has printed its address. */
  static async of(child: ChildProcess): Promise<Serving> {
    const log: string[] = [];
    child.stderr!.setEncoding("utf8").on("data", (text: string) => log.push(text));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout!.setEncoding("utf8").on("data", (text: string) => {
        const address = /http:\/\/\S+\//u.exec(text);
        if (address !== null) resolve(address[0]);
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${log.join("")}`)));
    });
    return new Serving(child, url, log);
  }

  async ask(path: string, init: RequestInit = {}): Promise<Answered> {
    const answer = await fetch(new URL(path, this.url), init);
    return {
      status: answer.status,
      headers: answer.headers,
      text: decoder.decode(await answer.arrayBuffer()),
    };
  }

  async json(path: string, init: RequestInit = {}) {
    const { status, headers, text } = await this.ask(path, init);
    expect(headers.get("content-type"), text).toBe("application/json");
    return { status, value: JSON.parse(text), text };
  }

  /** The problem that is answered, which must be a whole one, on one line. */
  async problem(path: string, init: RequestInit = {}): Promise<Problem> {
    return problemIn(await this.ask(path, init));
  }

  /** Asks with headers that `fetch` keeps to itself. */
  raw(path: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.url), { method, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        answer.on("end", () =>
          resolve({
            status: answer.statusCode!,
            headers: new Headers(answer.headers as Record<string, string>),
            text,
          }),
        );
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  get log(): string {
    return this.#log.join("");
  }

  /** Stops it as the system does; it must end well, and its log must hold no text. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
    expect(child.exitCode, this.log).toBe(0);
    expectNoText(this.log);
  }
}

export function problemIn({ status, headers, text }: Answered): Problem {
  expect(headers.get("content-type"), text).toBe("application/problem+json");
  const problem = JSON.parse(text) as Problem;
  expect(problem).toMatchObject({ status, type: `/api#${problem.code}` });
  expect(problem.detail).toMatch(/^[^\n]+$/u);
  expect(headers.has("retry-after")).toBe(status === 503 && problem.code !== "timed-out");
  return problem;
}

const runs = new Set(
  [...samples("sources"), ...samples("stories")].flatMap(({ bytes }) => threes(bytes.toString("utf8"))),
);

function threes(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}

/** Each line has known fields alone, routes for paths, and no three words of a sample. */
export function expectNoText(log: string): void {
  for (const line of log.split("\n").filter((one) => one !== "")) {
    const entry = JSON.parse(line) as Record<string, unknown>;
    for (const field of Object.keys(entry)) expect(LOGGED).toContain(field);
    expect(String(entry.route ?? "-")).toMatch(/^(?:-|\/[a-z:/.-]*)$/u);
    for (const run of threes(line)) expect(runs.has(run), `${run}: ${line}`).toBe(false);
  }
}

/** A form with files, and texts. */
export function formOf(
  fields: readonly (readonly [string, string | { name: string; bytes: string | Uint8Array<ArrayBuffer> }])[],
): FormData {
  const form = new FormData();
  for (const [field, value] of fields)
    if (typeof value === "string") form.append(field, value);
    else form.append(field, new File([value.bytes], value.name));
  return form;
}

/** What a stream of server-sent events told. */
export function eventsOf(text: string): { event: string; data: string }[] {
  return text
    .split("\n\n")
    .filter((block) => block !== "" && !block.startsWith(":"))
    .map((block) => {
      const lines = block.split("\n");
      const field = (name: string): string[] =>
        lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
      return { event: field("event").join(""), data: field("data").join("\n") };
    });
}
