import { removeDocuments } from "../desk/remove-documents.ts";
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
    const answer = removeDocuments({ documents: names }, { archive });
    print(options.format, answer, () =>
      answer.removed
        .map(({ id, versions }) => `removed  ${oneLine(id)}, ${counted(versions, "version")}`)
        .join("\n"),
    );
    return Exit.clean;
  });
}
