import { guardedReader } from "../reading/index.ts";
import { archivePath } from "./archive-path.ts";
import { Exit } from "./failure.ts";
import { withProgress } from "./progress.ts";
import { failing, loadStore } from "./store.ts";

export interface ReindexCommandOptions {
  readonly archive?: string;
}

/** `saidso reindex`: reads all that is held again and writes the archive anew; the old one stays until that is done. */
export async function reindexCommand(options: ReindexCommandOptions): Promise<number> {
  const { path } = archivePath(options.archive);
  const { reindex } = await loadStore();
  await failing(path, () => withProgress("reading again", (step) => reindex(path, guardedReader(), step)));
  process.stdout.write(`Read again: ${path}.\n`);
  return Exit.clean;
}
