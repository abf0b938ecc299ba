import { fileURLToPath } from "node:url";
import { type SampleArchive, sampleArchive } from "../../src/cli/sample-archive.ts";
import { type RunningServer, type ServeOptions, serve } from "../../src/server/index.ts";
import { DESK_WORKER } from "../built.ts";

/** A real server with a real archive. */
export interface Room {
  readonly url: string;
  /** The archive's file. */
  readonly archive: string;
  close(): Promise<void>;
}

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Serves an archive, the samples where none is given, on a free port of this machine. */
export async function openRoom(
  options: Partial<ServeOptions> = {},
  made: Promise<SampleArchive> = sampleArchive(),
): Promise<Room> {
  const { path, remove } = await made;
  const server: RunningServer = await serve({
    host: "127.0.0.1",
    port: 0,
    worker: DESK_WORKER,
    archive: path,
    token: null,
    private: false,
    names: new Set(),
    checks: 1,
    queue: 64,
    limit: 30_000,
    logLevel: "silent",
    version: "0.0.0",
    ...options,
  });
  return {
    url: server.url,
    archive: path,
    close: async () => {
      await server.close();
      remove();
    },
  };
}
