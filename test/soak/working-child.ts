import { writeSync } from "node:fs";
import { Random } from "../../bench/misquote/random.ts";
import { doWork, nextWork, type Work } from "./archive-work.ts";
import { openWorked } from "./worked-archive.ts";

/** Works on the archive at a path until it is killed, and says on standard output what it begins and what is done. */
function work(path: string, seed: number): never {
  const random = new Random(seed);
  let archive = told({ kind: "open" }, () => openWorked(path));
  for (;;) {
    const next = nextWork(archive, random);
    told(next, () => {
      if (next.kind === "merge") archive.settle(0);
      else if (next.kind === "close") archive.close();
      else doWork(archive, next);
    });
    if (next.kind === "close") archive = told({ kind: "open" }, () => openWorked(path));
  }
}

function told<T>(begun: Work, task: () => T): T {
  writeSync(1, `${JSON.stringify({ begun })}\n`);
  const result = task();
  writeSync(1, `${JSON.stringify({ done: true })}\n`);
  return result;
}

work(process.argv[2]!, Number(process.argv[3]));
