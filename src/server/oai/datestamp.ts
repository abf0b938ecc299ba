import { OaiError } from "./oai-error.ts";

/** The beginning of a range and what follows its end, as `RecentQuery` takes them. */
export interface Range {
  readonly since?: string;
  readonly until?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/u;
const SECOND = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u;

/** Reads `from` and `until`: days or seconds, both alike, in UTC. Throws `badArgument`. */
export function rangeOf(from: string | null, until: string | null): Range {
  for (const [name, value] of [
    ["from", from],
    ["until", until],
  ] as const)
    if (value !== null && timeOf(value) === null)
      throw new OaiError(
        "badArgument",
        `${name}: is no day (2016-03-28) and no second in UTC (2016-03-28T10:00:00Z).`,
      );
  if (from !== null && until !== null) {
    if (from.length !== until.length)
      throw new OaiError("badArgument", "from, until: one is a day and one a second; give both alike.");
    if (from > until) throw new OaiError("badArgument", "from: is later than until.");
  }
  return {
    ...(from === null ? {} : { since: from.replace("Z", "") }),
    ...(until === null ? {} : { until: after(until) }),
  };
}

function timeOf(value: string): number | null {
  if (!DAY.test(value) && !SECOND.test(value)) return null;
  const time = Date.parse(value);
  // 30 February is read as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.replace("Z", "")) ? time : null;
}

/** The day or second after one. */
function after(value: string): string {
  const isDay = DAY.test(value);
  const next = new Date(timeOf(value)! + (isDay ? 86_400_000 : 1000)).toISOString();
  return next.slice(0, isDay ? "YYYY-MM-DD".length : "YYYY-MM-DDThh:mm:ss".length);
}
