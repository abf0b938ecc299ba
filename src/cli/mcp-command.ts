import { serveOverStdio } from "../mcp/index.ts";
import { archiveDesk } from "./archive-desk.ts";
import { archivePath } from "./archive-path.ts";
import { Exit, Failure } from "./failure.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";
import { version } from "./version.ts";

export interface McpCommandOptions {
  readonly archive?: string;
}

/** Bytes of a message at the most: as the server takes them. */
const LIMIT = 16 * 2 ** 20;

/** `saidso mcp`: answers a model's tools on standard input and output until its client closes them; answers the exit code. */
export async function mcpCommand(options: McpCommandOptions): Promise<number> {
  const { path } = archivePath(options.archive);
  await withArchive(path, { readOnly: true }, () => {});
  // Nothing is written, so a signal may end the process whatever it does: none is listened to.
  const closed = await serveOverStdio(archiveDesk(path), {
    version: version(),
    limit: LIMIT,
    fault: tellFault,
  });
  if (!closed)
    throw new Failure("too-large", "standard input", "a message of more than 16 MB came; send less at once.");
  return Exit.clean;
}

/** Where an error arose. Its message is left out: it may hold words of a text. */
function tellFault(error: unknown, tool: string): void {
  const place = error instanceof Error ? (/\n\s+(at [^\n]+)/u.exec(error.stack ?? "")?.[1] ?? "") : "";
  const kind = error instanceof Error ? error.name : typeof error;
  tell(`${tool}: ${kind} ${place}: this is a fault of saidso; please report it with this line.`);
}
