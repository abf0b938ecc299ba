import type { Status } from "../../src/core/index.ts";
import type { Case, Prediction } from "./case.ts";

/** How a checker fared with some cases. */
export interface Score {
  readonly cases: number;
  readonly faithful: number;
  /** Faithful cases with an error, or called absent, altered or spliced. */
  readonly falseAlarms: number;
  /** Unfaithful cases with no error, called verbatim, marked or undecided, or called nothing. */
  readonly misses: number;
  /** Cases with a right status; null where the checker has no statuses. */
  readonly statusRight: number | null;
  /** Cases with one of the rules that were broken, or none where none was; null where the checker names no rules. */
  readonly ruleRight: number | null;
}

export interface Outcome {
  readonly one: Case;
  readonly prediction: Prediction;
}

const ACCUSING: readonly Status[] = ["absent", "altered", "spliced"];

export function isFalseAlarm({ one, prediction }: Outcome): boolean {
  return one.faithful && (prediction.error || ACCUSING.includes(prediction.status ?? "verbatim"));
}

export function isMiss({ one, prediction }: Outcome): boolean {
  return !one.faithful && !prediction.error && !ACCUSING.includes(prediction.status ?? "verbatim");
}

export function isStatusRight({ one, prediction }: Outcome): boolean {
  return prediction.status !== undefined && one.expected.status.includes(prediction.status);
}

function isRuleRight({ one, prediction }: Outcome): boolean {
  const { rules } = one.expected;
  if (rules.length === 0) return prediction.rules?.length === 0;
  return rules.some((rule) => prediction.rules?.includes(rule) === true);
}

export function scoreOf(outcomes: readonly Outcome[]): Score {
  const number = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length;
  return {
    cases: outcomes.length,
    faithful: number(({ one }) => one.faithful),
    falseAlarms: number(isFalseAlarm),
    misses: number(isMiss),
    statusRight: outcomes.some(({ prediction }) => prediction.status !== undefined)
      ? number(isStatusRight)
      : null,
    ruleRight: outcomes.some(({ prediction }) => prediction.rules !== undefined) ? number(isRuleRight) : null,
  };
}

/** Predictions beside their cases; cases without one are left out. */
export function outcomesOf(cases: readonly Case[], predictions: readonly Prediction[]): Outcome[] {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  return cases.flatMap((one) => {
    const prediction = byId.get(one.id);
    return prediction === undefined ? [] : [{ one, prediction }];
  });
}

/** Fewer cases say too little of rates this low. */
const FEWEST_CASES = 5000;
const MOST_FALSE_ALARMS = 0.001;
const MOST_MISSES = 0.003;
const LEAST_STATUS_RIGHT = 0.99;

/** The limits that a score does not keep, in words; none where it keeps all. A checker without statuses is held to the others. */
export function brokenLimits(score: Score): string[] {
  const unfaithful = score.cases - score.faithful;
  const broken: string[] = [];
  if (score.cases < FEWEST_CASES) broken.push(`${score.cases} cases, fewer than ${FEWEST_CASES}`);
  if (score.falseAlarms > score.faithful * MOST_FALSE_ALARMS)
    broken.push(`false alarms above ${MOST_FALSE_ALARMS * 100} % of the faithful cases`);
  if (score.misses > unfaithful * MOST_MISSES)
    broken.push(`misses above ${MOST_MISSES * 100} % of the unfaithful cases`);
  if (score.statusRight !== null && score.statusRight < score.cases * LEAST_STATUS_RIGHT)
    broken.push(`status right in fewer than ${LEAST_STATUS_RIGHT * 100} % of the cases`);
  return broken;
}
