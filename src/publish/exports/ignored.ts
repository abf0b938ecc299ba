import type { ReportProblem } from "../../check/index.ts";

/** That somebody has said of a problem that it may stand: a remark in the text, or a baseline beside it. */
export interface Ignored {
  readonly by: "remark" | "baseline";
  /** What a remark gives as its reason. */
  readonly reason: string | null;
}

/** A problem that may be one to let stand. */
export type Ignorable = Pick<ReportProblem, "rule"> & { readonly ignored?: Ignored | undefined };

/** Why a problem is let stand; null where nobody has said so. */
export function ignoredOf({ ignored }: Ignorable): Ignored | null {
  return ignored ?? null;
}
