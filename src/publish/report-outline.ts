import type { Report } from "../check/index.ts";

/** What a report found, without a word of the text, of its quotations, or of its name. */
export interface ReportOutline {
  readonly text: { readonly sha256: string; readonly words: number };
  readonly summary: Report["summary"];
  readonly findings: readonly {
    readonly line: number;
    readonly status: Report["findings"][number]["status"];
    readonly reason: Report["findings"][number]["reason"];
    readonly rules: readonly {
      readonly rule: string;
      readonly severity: Report["form"][number]["severity"];
    }[];
    /** Where the words stand: no words themselves. */
    readonly place: {
      readonly document: string;
      readonly version: number;
      readonly passage: string | null;
    } | null;
  }[];
  readonly form: readonly {
    readonly line: number;
    readonly rule: string;
    readonly severity: Report["form"][number]["severity"];
  }[];
}

/** The outline of a report: lines, statuses, rules, places. */
export function reportOutline({ text, summary, findings, form }: Report): ReportOutline {
  return {
    text: { sha256: text.sha256, words: text.words },
    summary,
    findings: findings.map(({ quotation, status, reason, problems, match }) => ({
      line: quotation.line,
      status,
      reason,
      rules: problems.map(({ rule, severity }) => ({ rule, severity })),
      place:
        match === null
          ? null
          : { document: match.document.id, version: match.document.version, passage: match.passage },
    })),
    form: form.map(({ line, rule, severity }) => ({ line, rule, severity })),
  };
}
