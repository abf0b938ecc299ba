import { writeSync } from "node:fs";
import { TEXT_READER } from "../../src/formats/index.ts";
import { reindex } from "../../src/stores/sqlite/index.ts";

/** Writes the archive at a path anew; tells of each version that is read and when it is done. */
reindex(process.argv[2]!, TEXT_READER, (done) => writeSync(1, `${done}\n`));
writeSync(1, "done\n");
