/** How bad a breach is: an error fails a finding, a warning asks for a look, info only tells. */
export type Severity = "error" | "warning" | "info";

/** What a quotation is, word for word, beside its source. */
export type Status = "verbatim" | "marked" | "altered" | "spliced" | "absent" | "undecided";

/** Why a quotation could not be decided. */
export type Reason = "too-short" | "many-places" | "other-language" | "no-source";

/** What a changed word touches. */
export type Touch = "negation" | "number" | "name";

/**
 * Every rule with its severity, and the status it brings about; null where it stands beside the status.
 * Ids are stable: users switch rules off by name.
 */
export const RULES = {
  "word-changed": { severity: "error", status: "altered" },
  "word-added": { severity: "error", status: "altered" },
  "word-dropped": { severity: "error", status: "altered" },
  "words-moved": { severity: "error", status: "altered" },
  "bracket-dropped": { severity: "error", status: "altered" },
  "omission-dropped": { severity: "error", status: "altered" },
  "omission-unmarked": { severity: "error", status: "spliced" },
  "omission-reorders": { severity: "error", status: "spliced" },
  "omission-crosses-turns": { severity: "error", status: "spliced" },
  "wrong-voice": { severity: "error", status: null },
  "wrong-speaker": { severity: "error", status: null },
  "not-found": { severity: "error", status: "absent" },
  superseded: { severity: "warning", status: null },
  "negation-omitted": { severity: "warning", status: null },
  "condition-cut": { severity: "warning", status: null },
  "headline-not-spoken": { severity: "warning", status: null },
  "letter-case": { severity: "warning", status: null },
  "bracket-changed": { severity: "info", status: null },
  typo: { severity: "info", status: null },
  "form/outlet-missing": { severity: "warning", status: null },
  "form/date-mismatch": { severity: "error", status: null },
  "form/bracket-unbalanced": { severity: "error", status: null },
  "form/quotation-unclosed": { severity: "warning", status: null },
  "form/note-missing": { severity: "error", status: null },
  "form/note-unused": { severity: "warning", status: null },
  "form/reference-unresolved": { severity: "info", status: null },
  "form/number-taken": { severity: "error", status: null },
  "ignore/reason-missing": { severity: "error", status: null },
  "ignore/rule-unknown": { severity: "error", status: null },
  "ignore/unused": { severity: "warning", status: null },
} as const satisfies Record<string, { severity: Severity; status: Status | null }>;

export type RuleId = keyof typeof RULES;
