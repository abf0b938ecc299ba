import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import { sharedTurns } from "../reading/turns.ts";
import { Access } from "./access.ts";
import { appOf } from "./app.ts";
import type { House } from "./house.ts";
import { requestLog } from "./log.ts";
import { problemFrom, problemOf } from "./problem.ts";
import { Results } from "./results.ts";
import { samplesOf } from "./samples.ts";
import { warmUp } from "./warm-up.ts";
import { WorkerPool } from "./worker-pool.ts";

export interface ServeOptions {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  /** The module of a thread, which opens the archive and calls `serveTasks`. */
  readonly worker: URL;
  /** The archive's file. */
  readonly archive: string;
  /** The folder of stored results; without it, one beside the archive. */
  readonly results?: string;
  /** A folder of texts that the check page offers to be tried; without it, none are. */
  readonly samples?: string;
  /** Null: nothing is taken in. */
  readonly token: string | null;
  /** Reading needs the token too. */
  readonly private: boolean;
  /** Names the server answers to beside loopback and addresses in figures. */
  readonly names: ReadonlySet<string>;
  /** Checks at once. */
  readonly checks: number;
  /** Checks that may wait. */
  readonly queue: number;
  /** Milliseconds of a check. */
  readonly limit: number;
  /** Threads that nobody asks yet try their work beforehand, so that the first answers take no longer than others. */
  readonly rehearsed?: boolean;
  /** Of pino's. */
  readonly logLevel: string;
  /** Whom harvesters may write to (OAI-PMH); without one, an address that is plainly none is told. */
  readonly email?: string;
  readonly version: string;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** Takes nothing more, answers what it has taken, ends its threads. */
  close(): Promise<void>;
}

/** Questions of pages and programs that may wait for the reading thread: each takes milliseconds. */
const READ_QUEUE = 256;
const WRITE_QUEUE = 16;
/** Milliseconds that those who read an answer slowly are given once all threads are done. */
const PARTING = 5000;
/** Milliseconds between two looks for connections that are done with. */
const LOOK = 50;

/** Starts the server. Throws the system's error where it cannot listen. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  sharedTurns();
  const { worker, archive, limit, queue, access, names, log } = { ...options, ...partsOf(options) };
  const pool = (readOnly: boolean, threads: number, waiting: number): WorkerPool =>
    new WorkerPool({ worker, data: { archive, readOnly }, threads, queue: waiting, limit });
  const house: House = {
    checks: pool(true, options.checks, queue),
    reads: pool(true, 1, READ_QUEUE),
    writes: pool(false, 1, WRITE_QUEUE),
    access,
    results: new Results(options.results ?? `${archive}.results`),
    samples: samplesOf(options.samples ?? null),
    email: options.email ?? null,
    version: options.version,
  };
  const pools = [house.checks, house.reads, house.writes];
  const server = await listening(appOf(house, names, log).fetch, options);
  house.checks.warm();
  house.reads.warm();
  if (options.rehearsed === true) void warmUp(house);
  return {
    url: urlOf(options.host, (server.address() as AddressInfo).port),
    close: async () => {
      log.tell("stopping");
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that was in use is kept open for another request, which does not come.
      const idle = setInterval(() => server.closeIdleConnections(), LOOK);
      await Promise.all(pools.map((one) => one.close()));
      const late = setTimeout(() => server.closeAllConnections(), PARTING);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    },
  };
}

function partsOf({ token, private: isPrivate, logLevel }: ServeOptions) {
  return { access: new Access(token, isPrivate), log: requestLog(logLevel) };
}

function listening(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: ServeOptions,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(fetch, { hostname: host, errorHandler: answerUnheard }));
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** What is answered where no request could be made of what was sent, so that the app never heard of it. */
function answerUnheard(error: unknown): Response {
  const problem =
    error instanceof RequestError
      ? problemOf("bad-request", "Host: it, or the address asked for, is not as HTTP has them.")
      : problemFrom(error);
  return new Response(`${JSON.stringify(problem, null, 2)}\n`, {
    status: problem.status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}
