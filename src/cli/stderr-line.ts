import { printable } from "../publish/index.ts";

/** Says one line on standard error, safe to print. */
export function tell(line: string): void {
  process.stderr.write(`saidso: ${printable(line)}\n`);
}
