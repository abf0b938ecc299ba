import { archivePath } from "./archive-path.ts";
import { counted } from "./count.ts";
import { Exit } from "./failure.ts";
import { type PrintFormat, print } from "./print.ts";
import { progressLine } from "./progress.ts";
import { tell } from "./stderr-line.ts";
import { withArchive } from "./store.ts";

export interface VerifyCommandOptions {
  readonly archive?: string;
  readonly format: PrintFormat;
}

/** `saidso verify-archive`: checks all that is held, prints a line for each damage; answers 2 where there is one. */
export function verifyCommand(options: VerifyCommandOptions): Promise<number> {
  const { path } = archivePath(options.archive);
  return withArchive(path, { readOnly: true }, (archive) => {
    const progress = progressLine(process.stderr, "verifying");
    const damage = [...archive.verify(progress.step)];
    progress.clear();
    const { documents, versions, words } = archive.size();
    const clean = damage.length === 0;
    const held = `${counted(documents, "document")} in ${counted(versions, "version")}, ${counted(words, "word")}`;
    if (options.format === "json" || clean)
      print(options.format, { clean, documents, versions, words, damage }, () => `Clean: ${held}.`);
    for (const { id, version, what } of damage)
      tell(`${path}: damaged: ${id === null ? what : `${id}, version ${version}: ${what}`}`);
    if (!clean) tell(`${path}: ${counted(damage.length, "damage")} found; restore it from a copy.`);
    return clean ? Exit.clean : Exit.failed;
  });
}
