import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { openArchive, type Parcel, parcelOf } from "../../../src/stores/sqlite/index.ts";
import { library } from "../../contract/library.ts";
import { freshPath } from "../../contract/stores.ts";

function parcelsOfWorker(): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  const worker = new Worker(join(import.meta.dirname, "parcel-worker.ts"), { execArgv: [] });
  worker.on("message", (parcel: Parcel) => parcels.push(parcel));
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => resolve(parcels));
  });
}

test("a parcel made on another thread is the parcel made on this one", async () => {
  const entries = library();
  const parcels = await parcelsOfWorker();
  expect(parcels.length).toBe(entries.length);
  parcels.forEach((parcel, i) => {
    expect(parcel).toEqual(parcelOf(entries[i]!));
  });
});

test("an archive takes parcels and entries alike", () => {
  const entries = library();
  const [one, other] = [freshPath(), freshPath()].map((path) => openArchive(path, { create: true }));
  const half = entries.length >> 1;
  expect(one!.add(entries)).toEqual(
    other!.add([...entries.slice(0, half), ...entries.slice(half).map(parcelOf)]),
  );
  expect(other!.list({}, 1000, 0)).toEqual(one!.list({}, 1000, 0));
  expect(other!.verify()).toEqual([]);
});
