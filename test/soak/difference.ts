import { isDeepStrictEqual } from "node:util";

/** Where two plain values first differ and what stands there, on one line; null where they do not. */
export function difference(actual: unknown, expected: unknown, at = ""): string | null {
  if (isDeepStrictEqual(actual, expected)) return null;
  const isInside = [actual, expected].every((one) => typeof one === "object" && one !== null);
  if (isInside) {
    const [mine, other] = [actual, expected] as Record<string, unknown>[];
    for (const key of new Set([...Object.keys(other!), ...Object.keys(mine!)])) {
      const found = difference(mine![key], other![key], `${at}.${key}`);
      if (found !== null) return found;
    }
  }
  return `${at}: ${shown(actual)} instead of ${shown(expected)}`;
}

function shown(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 200);
}
