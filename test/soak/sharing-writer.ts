import { writeSync } from "node:fs";
import { madeEntry } from "./made-document.ts";
import { BATCHES, sharedBatch } from "./sharing-batches.ts";
import { openWorked } from "./worked-archive.ts";

/** Adds its batches, and tells of each as it is in. */
const [path, writer] = process.argv.slice(2);
const archive = openWorked(path!);
for (let batch = 0; batch < BATCHES; batch++) {
  archive.add(sharedBatch(Number(writer), batch).map(madeEntry));
  writeSync(1, `${batch}\n`);
  archive.settle(0);
}
archive.close();
