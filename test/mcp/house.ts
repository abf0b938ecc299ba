import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type RunningServer, type ServeOptions, serve } from "../../src/server/index.ts";
import { DESK_WORKER, MAIN } from "../built.ts";
import { folderWith, runIn } from "../cli/command.ts";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));

/** A folder with an archive of the samples, `saidso.db`. */
export function sampleFolder(): string {
  const folder = folderWith({});
  const { code, err } = runIn(folder, ["add", `${SAMPLES}sources`]);
  if (code !== 0) throw new Error(err);
  return folder;
}

export function sample(path: string): string {
  return readFileSync(`${SAMPLES}${path}`, "utf8");
}

export function samplePath(path: string): string {
  return `${SAMPLES}${path}`;
}

/** A server of the folder's archive. */
export function serving(folder: string, options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  return serve({
    host: "127.0.0.1",
    port: 0,
    worker: DESK_WORKER,
    archive: `${folder}/saidso.db`,
    token: null,
    private: false,
    names: new Set(),
    checks: 1,
    queue: 16,
    limit: 20_000,
    logLevel: "silent",
    version: "0.0.0",
    ...options,
  });
}

/** `old`: a client of before 2026, which shakes hands. */
export interface ClientOptions {
  readonly old?: boolean;
  readonly token?: string;
}

/** A client of the server's `/mcp`. */
export async function overHttp(url: string, { old = false, token }: ClientOptions = {}): Promise<Client> {
  const client = newClient(old);
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL("mcp", url), { requestInit: { headers } }));
  return client;
}

/** A client of a `saidso mcp` that runs in the folder. */
export async function overStdio(folder: string, { old = false }: ClientOptions = {}): Promise<Client> {
  const client = newClient(old);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, "mcp"],
      cwd: folder,
      stderr: "ignore",
    }),
  );
  return client;
}

function newClient(old: boolean): Client {
  const mode = old ? "legacy" : { pin: "2026-07-28" };
  return new Client({ name: "test", version: "1" }, { versionNegotiation: { mode } });
}

/** What a tool says. */
export interface Told {
  readonly text: string;
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: of each tool another.
  readonly value: any;
}

/** Asks a tool. The client throws where the answer does not fit the tool's output schema. */
export async function ask(client: Client, name: string, input: object, signal?: AbortSignal): Promise<Told> {
  const options = signal === undefined ? {} : { signal };
  const call = { name, arguments: input as Record<string, unknown> };
  const { content, structuredContent, isError } = await client.callTool(call, options);
  const [first] = content;
  if (content.length !== 1 || first?.type !== "text") throw new Error("It is not one text.");
  return { text: first.text, isError: isError === true, value: structuredContent };
}
