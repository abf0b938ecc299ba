import type { Damage } from "../stores/sqlite/index.ts";
import { archivePath } from "./archive-path.ts";
import { counted } from "./count.ts";
import { Exit } from "./failure.ts";
import { type PrintFormat, print } from "./print.ts";
import { withProgress } from "./progress.ts";
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
    const damage = withProgress("verifying", (step) => archive.verify(step));
    if (damage.length > 0) return told(path, damage, options.format);
    const { documents, versions, words } = archive.size();
    const held = `${counted(documents, "document")} in ${counted(versions, "version")}, ${counted(words, "word")}`;
    const value = { clean: true, documents, versions, words, damage };
    print(options.format, value, () => `Clean: ${held}.`);
    return Exit.clean;
  });
}

/** A line for each damage, with the document where it is known. */
function told(path: string, damage: readonly Damage[], format: PrintFormat): number {
  if (format === "json") print(format, { clean: false, damage }, () => "");
  for (const { id, version, what } of damage)
    tell(`${path}: damaged: ${id === null ? "" : `${id}, version ${version}: `}${what}`);
  tell(`${path}: ${counted(damage.length, "damage")} found; restore it from a copy.`);
  return Exit.failed;
}
