import { printableJson } from "../publish/index.ts";

/** How a command prints data. */
export type PrintFormat = "pretty" | "json";

/** Prints on standard output: the value as JSON, or the text for people. */
export function print(format: string, value: unknown, text: () => string): void {
  process.stdout.write(`${format === "json" ? printableJson(value) : text()}\n`);
}
