import { type Report, tally } from "../check/index.ts";
import type { CheckRequest } from "../desk/index.ts";
import { printableJson } from "../publish/index.ts";
import { TaskError } from "./task-error.ts";
import type { CheckPart } from "./thread-message.ts";
import type { AskOptions, WorkerPool } from "./worker-pool.ts";

/**
 * Checks a text on a thread; answers the report as JSON, as `saidso check --format json` prints it. A check that has to
 * be ended answers what it had: quotations it did not come to are undecided, `out-of-time`. Throws a `TaskError`.
 */
export async function checkOn(
  pool: WorkerPool,
  request: CheckRequest,
  { part = () => {}, signal }: AskOptions = {},
): Promise<string> {
  const parts: CheckPart[] = [];
  const gathered = (one: CheckPart): void => {
    parts.push(one);
    part(one);
  };
  try {
    return await pool.ask("check", request, { part: gathered, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    const partial = error instanceof TaskError && error.code === "timed-out" ? partialReport(parts) : null;
    if (partial === null) throw error;
    return `${printableJson(partial)}\n`;
  }
}

/** The report with the findings that were told; null where the check had not come to the first. */
function partialReport(parts: readonly CheckPart[]): Report | null {
  const [first] = parts;
  if (first?.kind !== "begun") return null;
  const { report } = first;
  const findings = [...report.findings];
  for (const one of parts) if (one.kind === "found") findings[one.index] = one.finding;
  return { ...report, summary: tally(findings, report.form), findings };
}
