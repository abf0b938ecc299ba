import { type ReportProblem, RULE_BOOK, type RuleEntry } from "../../check/index.ts";
import { markdownText } from "../markdown-text.ts";
import { REASON_SENTENCES, type Reason } from "../status-text.ts";

/** How grave a result is, in SARIF's words. */
export type Level = "error" | "warning" | "note" | "none";

/** SARIF's word for each severity. */
export const LEVELS: Readonly<Record<ReportProblem["severity"], Level>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** A rule as SARIF describes it (reportingDescriptor, 3.49). */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: Level };
  readonly properties: { readonly tags: readonly string[] };
}

/** The id by which a quotation that could not be decided is reported. */
export function undecidedRule(reason: Reason | null): string {
  return `undecided/${reason ?? "unknown"}`;
}

/** Every rule, in the rule book's order, then the reasons for which a quotation is undecided: an index never changes within a version. */
export const SARIF_RULES: readonly SarifRule[] = [
  ...RULE_BOOK.map(ruleOf),
  ...(Object.keys(REASON_SENTENCES) as Reason[]).map(reasonOf),
];

const INDEXES: ReadonlyMap<string, number> = new Map(SARIF_RULES.map(({ id }, index) => [id, index]));

/** The place of a rule among {@link SARIF_RULES}; -1, SARIF's word for none, where it is not there. */
export function ruleIndex(id: string): number {
  return INDEXES.get(id) ?? -1;
}

function ruleOf({ id, severity, what, why, source, breach, clean }: RuleEntry): SarifRule {
  const examples: readonly (readonly [string, string | null])[] = [
    ["Source", source],
    ["Breach", breach],
    ["Clean", clean],
  ];
  const told = examples.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
  const lines = told.map(({ name, text }) => `${name}: ${text}`);
  const items = told.map(({ name, text }) => `- **${name}:** ${markdownText(text)}`);
  return {
    id,
    shortDescription: { text: braced(what) },
    fullDescription: { text: braced(`${what} ${why}`) },
    help: {
      text: braced([what, why, ...lines].join("\n")),
      markdown: braced(`${markdownText(what)} ${markdownText(why)}\n\n${items.join("\n")}`),
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["quotation", id.startsWith("form/") ? "form" : "words"] },
  };
}

function reasonOf(reason: Reason): SarifRule {
  const what = REASON_SENTENCES[reason];
  const told = `${what} An undecided quotation is neither right nor wrong: somebody has to look.`;
  return {
    id: undecidedRule(reason),
    shortDescription: { text: what },
    fullDescription: { text: told },
    help: { text: told, markdown: markdownText(told) },
    defaultConfiguration: { level: "none" },
    properties: { tags: ["quotation", "undecided"] },
  };
}

/** SARIF reads {0} in a message as a placeholder and doubles the braces of a text (3.11.5). */
export function braced(text: string): string {
  return text.replace(/[{}]/gu, "$&$&");
}
