import type { CheckRequest } from "../desk/index.ts";
import type { ReportFormName } from "../publish/index.ts";
import type { House } from "./house.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Bytes of a text whose page would keep others waiting: it is made where texts are checked. */
const LONG = 2 ** 18;

/** The threads that make a text's page. */
export function threadsFor(
  { bytes }: CheckRequest,
  { reads, checks }: Pick<House, "reads" | "checks">,
): WorkerPool {
  return bytes.length > LONG ? checks : reads;
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
