import { markdownTable } from "../markdown-table.ts";
import { type Outcome, type Score, scoreOf } from "./score.ts";

/** A checker with its outcomes. */
export interface Column {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** Scores by kind and in total, as a Markdown table; the first checker's statuses and rules too. */
export function table(columns: readonly Column[]): string {
  const main = columns[0]!;
  const kinds = [...new Set(main.outcomes.map(({ one }) => one.kind))];
  const names = ["kind", "cases", `${main.name}: wrong`, "status right", "rule right"];
  const peers = columns.slice(1).map(({ name }) => `${name}: wrong`);
  return markdownTable(
    [...names, ...peers].map((name, index) => ({ name, right: index > 0 })),
    [
      ...kinds.map((kind) => row(kind, columns, ({ one }) => one.kind === kind)),
      row("**faithful: false alarms**", columns, ({ one }) => one.faithful),
      row("**unfaithful: misses**", columns, ({ one }) => !one.faithful),
      row("**all**", columns, () => true),
    ],
  );
}

function row(name: string, columns: readonly Column[], test: (outcome: Outcome) => boolean): string[] {
  const [main, ...others] = columns.map(({ outcomes }) => scoreOf(outcomes.filter(test)));
  return [
    name,
    String(main!.cases),
    wrong(main!),
    share(main!.statusRight, main!.cases),
    share(main!.ruleRight, main!.cases),
    ...others.map(
      (score) =>
        `${wrong(score)} of ${score.cases} (${share(score.falseAlarms + score.misses, score.cases)})`,
    ),
  ];
}

function wrong(score: Score): string {
  return String(score.falseAlarms + score.misses);
}

function share(part: number | null, whole: number): string {
  return part === null || whole === 0
    ? "–"
    : `${((part / whole) * 100).toFixed(part === whole || part === 0 ? 0 : 2)} %`;
}
