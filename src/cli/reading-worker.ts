import { parentPort } from "node:worker_threads";
import { transferables } from "../stores/sqlite/parcel.ts";
import { readingOf, type Unread } from "./reading.ts";

/** One thread of a `ReadingPool`: takes files' bytes, answers what was read, one for one and in order. */
parentPort!.on("message", (unread: Unread) => {
  const reading = readingOf(unread);
  parentPort!.postMessage(reading, reading.kind === "parcel" ? transferables(reading.parcel) : []);
});
