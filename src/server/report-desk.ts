import type { CheckRequest } from "../desk/index.ts";
import type { ReportFormName } from "../publish/index.ts";
import { isGuarded } from "../reading/index.ts";
import type { House } from "./house.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Bytes of a text whose page would keep others waiting: it is made where texts are checked. */
const LONG = 2 ** 18;

/** The threads that make a text's page: it is read for that once more. */
export function threadsFor(
  { name, bytes }: Pick<CheckRequest, "name" | "bytes">,
  { reads, checks }: Pick<House, "reads" | "checks">,
): WorkerPool {
  const isLong = bytes.length > LONG || isGuarded(bytes, name === "-" ? "" : name);
  return isLong ? checks : reads;
}

/** A report, given as JSON, in a form to be taken away: byte for byte what `saidso check --format` prints. */
export function reportOn(
  house: Pick<House, "reads" | "checks" | "version">,
  request: CheckRequest,
  report: string,
  format: Exclude<ReportFormName, "json">,
): Promise<string> {
  const alone = { ...request, documents: [], sources: [] };
  return threadsFor(request, house).ask("takeaway", {
    request: alone,
    report,
    format,
    version: house.version,
  });
}
