/** One line of the results: what was measured, the limit it is held to, and whether it is kept. */
export interface Row {
  readonly name: string;
  readonly measured: string;
  /** Empty where nothing is asked. */
  readonly limit: string;
  readonly kept: boolean;
}

/** A measure that is told, not held to anything. */
export function told(name: string, measured: string): Row {
  return { name, measured, limit: "", kept: true };
}

export function atMost(name: string, value: number, limit: number, unit: string): Row {
  return { name, measured: format(value, unit), limit: `≤ ${format(limit, unit)}`, kept: value <= limit };
}

export function atLeast(name: string, value: number, limit: number, unit: string): Row {
  return { name, measured: format(value, unit), limit: `≥ ${format(limit, unit)}`, kept: value >= limit };
}

/** A count that a bench must find, else it measured something else. */
export function exactly(name: string, count: number, expected: number): Row {
  return { name, measured: String(count), limit: `= ${expected}`, kept: count === expected };
}

/** A number with three figures at most. */
export function format(value: number, unit: string): string {
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return unit === "×" ? `${value.toFixed(digits)}×` : `${value.toFixed(digits)} ${unit}`;
}
