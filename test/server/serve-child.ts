import type * as Server from "../../src/server/index.ts";

type ServeOptions = Server.ServeOptions;

/** Runs the built server in a process of its own, as `saidso serve` does, with limits that its command does not offer. */
const { worker, names, ...options } = JSON.parse(process.argv[2]!) as Omit<
  ServeOptions,
  "worker" | "names"
> & {
  worker: string;
  names: readonly string[];
};
const { serve }: typeof Server = await import(new URL("../../dist/server/index.js", import.meta.url).href);
const server = await serve({
  ...options,
  worker: new URL(worker, import.meta.url),
  names: new Set(names),
});
process.stdout.write(`${server.url}\n`);
process.once("SIGTERM", async () => {
  await server.close();
  process.exit(0);
});
