import type { ReportProblem } from "../check/index.ts";
import { oneLine } from "./printable.ts";

/** Why a problem may stand, in words, as the end of its message; empty where it may not. */
export function ignoredLabel({ ignored }: Pick<ReportProblem, "ignored">): string {
  if (ignored === undefined) return "";
  return ignored.by === "baseline" ? " (known)" : ` (ignored: ${oneLine(ignored.reason ?? "")})`;
}
