import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { isLoopback, type RunningServer, serve } from "../server/index.ts";
import { archivePath } from "./archive-path.ts";
import { Exit, Failure } from "./failure.ts";
import { sampleArchive } from "./sample-archive.ts";
import { withArchive } from "./store.ts";
import { version } from "./version.ts";

export interface ServeCommandOptions {
  readonly archive?: string;
  readonly host: string;
  readonly port: number;
  readonly sample: boolean;
  readonly private: boolean;
  readonly allowHost: readonly string[];
  readonly checks: number;
  readonly queue: number;
  /** Seconds. */
  readonly limit: number;
  /** Whom harvesters may write to. */
  readonly email?: string;
  readonly logLevel: string;
}

/** The worker beside this file: as it is while developing, bundled where this one is. */
const WORKER = new URL(`./desk-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** The package's own stories, to be tried. */
const STORIES = fileURLToPath(new URL("../../samples/stories", import.meta.url));

/** `saidso serve`: serves the archive until it is told to stop (SIGTERM, Ctrl-C); answers the exit code. */
export async function serveCommand(options: ServeCommandOptions): Promise<number> {
  const token = process.env.SAIDSO_TOKEN || null;
  refuseOpenDoor(options, token);
  if (token !== null) refuseUnusable(token);
  if (options.sample && options.archive !== undefined)
    throw new Failure("usage", "--sample", "serves its own archive; leave --sample or --archive out.");
  const sample = options.sample ? await sampleArchive() : null;
  try {
    const archive = sample?.path ?? archivePath(options.archive).path;
    await withArchive(archive, { readOnly: true }, () => {});
    const server = await started(options, archive, token);
    process.stdout.write(`saidso reads ${sample === null ? archive : "its samples"} at ${server.url}\n`);
    await stopSignal();
    await server.close();
    return Exit.clean;
  } finally {
    sample?.remove();
  }
}

/** Whoever can reach an address may read what is held and use the machine: not without a token. */
function refuseOpenDoor({ host, private: isPrivate }: ServeCommandOptions, token: string | null): void {
  if (token !== null) return;
  if (!isLoopback(host))
    throw new Failure(
      "usage",
      `--host ${host}`,
      "other machines could reach it, and no token is set; set SAIDSO_TOKEN, or leave --host out.",
    );
  if (isPrivate)
    throw new Failure("usage", "--private", "no token is set that could be asked for; set SAIDSO_TOKEN.");
}

/** A token goes in a header: what has no place there could never be sent. */
function refuseUnusable(token: string): void {
  if (!/^[\x21-\x7e]+$/u.test(token))
    throw new Failure(
      "usage",
      "SAIDSO_TOKEN",
      "has white space, or other signs than ASCII's, which no program can send; set letters, digits and marks.",
    );
}

async function started(
  { host, port, limit, allowHost, ...options }: ServeCommandOptions,
  archive: string,
  token: string | null,
): Promise<RunningServer> {
  try {
    return await serve({
      ...options,
      ...(options.sample ? { samples: STORIES } : {}),
      host,
      port,
      archive,
      token,
      worker: WORKER,
      rehearsed: true,
      limit: limit * 1000,
      // Where others reach this machine, they may do so by its own name.
      names: new Set(isLoopback(host) ? allowHost : [...allowHost, hostname()]),
      version: version(),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new Failure(
        "usage",
        `--port ${port}`,
        "another program listens there; name another port, or 0 for a free one.",
      );
    if (code === "EACCES")
      throw new Failure("usage", `--port ${port}`, "may not be used; name one above 1023.");
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new Failure("usage", `--host ${host}`, "is no address of this machine; name another.");
    throw error;
  }
}

/** Waits for SIGTERM or Ctrl-C. A second one ends the process at once: the archive is sound after that too. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      let heard = false;
      process.on(signal, () => {
        if (heard) process.exit(signal === "SIGINT" ? 130 : 143);
        heard = true;
        resolve();
      });
    }
  });
}
