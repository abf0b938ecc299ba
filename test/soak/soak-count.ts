/** Whether the tests run in full (`npm run test:soak`) and not in the small counts of `npm test`. */
export const SOAK = process.env.SAIDSO_SOAK === "1";

/** Milliseconds that one test in full may take. */
export const SOAK_TIMEOUT = 1_800_000;

/** How often something is tried: `all` times in full. */
export function tries(few: number, all: number): number {
  return SOAK ? all : few;
}
