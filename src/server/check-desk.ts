import { type Report, tally } from "../check/index.ts";
import { type CheckRequest, MOST_SOURCES } from "../desk/index.ts";
import { printableJson } from "../publish/index.ts";
import { isGuarded } from "../reading/index.ts";
import { ProblemError } from "./problem.ts";
import { TaskError } from "./task-error.ts";
import type { CheckPart } from "./thread-message.ts";
import type { AskOptions, WorkerPool } from "./worker-pool.ts";

/** Threads that check one text together: each reads it anew, a tenth of a story's check where reading it takes little. */
const MOST_TOGETHER = 4;
/** Bytes of a text that threads share: the report is then put together by the thread that answers requests. */
const MOST_SHARED = 1 << 18;

/**
 * Checks a text on a thread, or on several where they have nothing else to do; answers the report as JSON, as
 * `saidso check --format json` prints it. A check that has to be ended answers what it had: quotations it did not come
 * to are undecided, `out-of-time`. Throws a `TaskError`.
 */
export async function checkOn(
  pool: WorkerPool,
  request: CheckRequest,
  { part = () => {}, ...options }: AskOptions = {},
): Promise<string> {
  for (const field of ["documents", "sources"] as const)
    if (request[field].length > MOST_SOURCES)
      throw new ProblemError(
        "bad-request",
        `${field}: there are more than ${MOST_SOURCES}; add them to the archive, and check against all of it.`,
      );
  const files = [{ ...request, name: request.name === "-" ? "" : request.name }, ...request.sources];
  const weight = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const isHeavy =
    request.bytes.length > MOST_SHARED || files.some(({ bytes, name }) => isGuarded(bytes, name));
  const threads = isHeavy ? 1 : Math.min(pool.idle, MOST_TOGETHER);
  const begun: Report[] = [];
  /** By their place in the report; they are told in that order, whichever thread is first. */
  const found: Found[] = [];
  let told = 0;
  const gathered = (one: CheckPart): void => {
    if (one.kind === "begun") {
      if (begun.push(one.report) === 1) part(one);
      return;
    }
    found[one.index] = one;
    for (; found[told] !== undefined; told++) part(found[told]!);
  };
  const asked = { ...options, weight, part: gathered };
  try {
    if (threads < 2) return await pool.ask("check", request, asked);
    const shared = { ...request, taken: new Int32Array(new SharedArrayBuffer(4)) };
    await Promise.all(Array.from({ length: threads }, () => pool.ask("checkPart", shared, asked)));
  } catch (error) {
    const isPartial = error instanceof TaskError && error.code === "timed-out" && begun.length > 0;
    if (!isPartial) throw error;
  }
  // Somebody wrote into the archive between two threads' looks at it, and with other names they read the text otherwise.
  if (begun.some((one) => !sameQuotations(one, begun[0]!)))
    return pool.ask("check", request, { ...options, weight });
  return `${printableJson(together(begun[0]!, found))}\n`;
}

type Found = Extract<CheckPart, { kind: "found" }>;

function sameQuotations({ findings }: Report, { findings: others }: Report): boolean {
  return (
    findings.length === others.length &&
    findings.every(({ quotation }, i) => {
      const { start, end, attribution } = others[i]!.quotation;
      return (
        quotation.start === start &&
        quotation.end === end &&
        quotation.attribution?.name === attribution?.name
      );
    })
  );
}

/** The report as it stood before the first quotation was judged, with the findings told since. */
function together(report: Report, found: readonly Found[]): Report {
  const findings = [...report.findings];
  for (const { index, finding } of found.filter((one) => one !== undefined)) findings[index] = finding;
  return { ...report, summary: tally(findings, report.form), findings };
}
