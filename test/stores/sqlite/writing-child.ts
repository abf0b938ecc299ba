/** A process that adds one document to an archive, waiting as long as it is told, and says what became of it. */
import { openArchive } from "../../../src/stores/sqlite/index.ts";
import { entry } from "../../contract/entries.ts";

const [path, wait] = process.argv.slice(2);
try {
  const archive = openArchive(path!, { wait: Number(wait) });
  const [addition] = archive.add([entry("child.txt", "The child adds a lamp of its own.")]);
  process.stdout.write(addition!.outcome);
  archive.close();
} catch (error) {
  process.stdout.write((error as { code: string }).code);
}
