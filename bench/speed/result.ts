import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { markdownTable } from "../markdown-table.ts";
import type { Row } from "./row.ts";

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const headings = ["what", "measured", "limit", ""].map((name, i) => ({ name, right: i === 1 || i === 2 }));
  return markdownTable(
    headings,
    rows.map(({ name, measured, limit, kept }) => [name, measured, limit, kept ? "" : "**not kept**"]),
  );
}

/** Date, processor, cores and Node.js: what a result depends on. */
export function machine(): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${processors[0]?.model.trim() ?? "unknown processor"}, ${processors.length} cores, Node.js ${process.versions.node}`;
}

/** The results' text with the section of this heading replaced by `body`, or put at its end. */
export function withSection(results: string, heading: string, body: string): string {
  const section = `## ${heading}\n\n${body}\n`;
  const sections = results.split(/^(?=## )/mu);
  const at = sections.findIndex((one) => one.startsWith(`## ${heading}\n`));
  if (at < 0) return `${results.trimEnd()}\n\n${section}`;
  sections[at] = at === sections.length - 1 ? section : `${section}\n`;
  return sections.join("");
}

/** Replaces a section of the results' file, which is made where there is none. */
export function writeSection(file: string, heading: string, body: string): void {
  const results = existsSync(file) ? readFileSync(file, "utf8") : "# Results\n";
  writeFileSync(file, withSection(results, heading, body));
}
