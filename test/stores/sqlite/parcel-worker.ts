/** Makes parcels of the library's entries on a thread of its own and hands them over. */
import { parentPort } from "node:worker_threads";
import { parcelOf, transferables } from "../../../src/stores/sqlite/index.ts";
import { library } from "../../contract/library.ts";

for (const entry of library()) {
  const parcel = parcelOf(entry);
  parentPort!.postMessage(parcel, transferables(parcel));
}
parentPort!.close();
