import { RULE_BOOK, type RuleEntry } from "../check/index.ts";
import { Exit, Failure } from "./failure.ts";

/** `saidso explain [RULE]`: prints one rule, or a line for each. */
export function explainCommand(id: string | undefined): number {
  const text = id === undefined ? RULE_BOOK.map(oneLine).join("\n") : explained(find(id));
  process.stdout.write(`${text}\n`);
  return Exit.clean;
}

function find(id: string): RuleEntry {
  const rule = RULE_BOOK.find((entry) => entry.id === id.toLowerCase());
  if (rule === undefined) throw new Failure("usage", id, "is no rule; `saidso explain` lists them all.");
  return rule;
}

function oneLine({ id, severity, what }: RuleEntry): string {
  return `${id.padEnd(27)}${severity.padEnd(9)}${what}`;
}

function explained({ id, severity, status, what, why, source, breach, clean }: RuleEntry): string {
  const beside = status === null ? "stands beside the status" : `status ${status}`;
  return [
    `${id}: ${severity}, ${beside}`,
    "",
    what,
    why,
    "",
    ...(source === null ? [] : [`  source  ${source}`]),
    `  breach  ${breach}`,
    `  clean   ${clean}`,
  ].join("\n");
}
