import { heldId } from "../desk/held-edition.ts";
import { oneLine } from "../publish/index.ts";
import { archivePath } from "./archive-path.ts";
import { counted } from "./count.ts";
import { Exit } from "./failure.ts";
import { type PrintFormat, print } from "./print.ts";
import { withArchive } from "./store.ts";

export interface RemoveCommandOptions {
  readonly archive?: string;
  readonly format: PrintFormat;
}

/** `saidso remove ID…`: takes documents out with all their versions; where one is not held, none is taken out. */
export function removeCommand(names: readonly string[], options: RemoveCommandOptions): Promise<number> {
  return withArchive(archivePath(options.archive).path, {}, (archive) => {
    const ids = [...new Set(names.map((name) => heldId(archive, name)))];
    const removed = ids.map((id) => {
      const versions = archive.versions(id).length;
      archive.remove(id);
      return { id, versions };
    });
    print(options.format, { removed }, () =>
      removed
        .map(({ id, versions }) => `removed  ${oneLine(id)}, ${counted(versions, "version")}`)
        .join("\n"),
    );
    return Exit.clean;
  });
}
