import { type Quoted, type Source, type Verdict, type VerifyOptions, verify } from "../../src/core/index.ts";

/** A verdict in one line: the status, then the rules broken, in order: "altered: word-changed, typo". */
export function told(
  quoted: Quoted,
  source: Source | string | Parameters<typeof verify>[1],
  options?: VerifyOptions,
): string {
  return line(verify(quoted, source, options));
}

/** The same line for a verdict at hand; undecided shows its reason. */
export function line(verdict: Verdict): string {
  const rules = verdict.reason === null ? verdict.problems.map(({ rule }) => rule) : [verdict.reason];
  return rules.length === 0 ? verdict.status : `${verdict.status}: ${rules.join(", ")}`;
}
