import type { RuleId } from "../core/index.ts";
import { RULES } from "../core/index.ts";
import type { Remark } from "../formats/index.ts";

/** A remark that silences rules for the next block, or for the whole file. */
export interface Ignore {
  readonly remark: Remark;
  readonly isForFile: boolean;
  /** Rules by their ids; `*` stands for all. */
  readonly rules: readonly (RuleId | "*")[];
  readonly reason: string;
}

/** A remark that was meant to silence a rule and does not. */
export interface BrokenIgnore {
  readonly remark: Remark;
  readonly rule: "ignore/reason-missing" | "ignore/rule-unknown";
  readonly message: string;
}

/** `saidso-ignore RULE, RULE: reason`; also what comes near it, so that a slip is told and not passed over. */
const REMARK = /^\s*saidso-([\w-]+)[^\S:]*([^:]*)(?::([\s\S]*))?$/u;
const SCOPES: ReadonlyMap<string, boolean> = new Map([
  ["ignore", false],
  ["ignore-file", true],
]);

/** What a comment says to saidso; null where it says nothing to it. */
export function readRemark(remark: Remark): Ignore | BrokenIgnore | null {
  const match = REMARK.exec(remark.text);
  if (match === null) return null;
  const [, verb = "", names = "", why = ""] = match;
  const isForFile = SCOPES.get(verb);
  const unknown = (message: string): BrokenIgnore => ({ remark, rule: "ignore/rule-unknown", message });
  if (isForFile === undefined)
    return unknown(`saidso-${verb} says nothing to saidso; saidso-ignore and saidso-ignore-file do.`);
  const rules = names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (rules.length === 0) return unknown("It names no rule; * stands for all.");
  const stranger = rules.find((rule) => rule !== "*" && !Object.hasOwn(RULES, rule));
  if (stranger !== undefined) return unknown(`“${stranger}” is no rule; \`saidso explain\` lists them all.`);
  const reason = why.replace(/\s+/gu, " ").trim();
  if (reason === "")
    return {
      remark,
      rule: "ignore/reason-missing",
      message: `It gives no reason: saidso-${verb} ${rules.join(", ")}: why it may stand.`,
    };
  return { remark, isForFile, rules: rules as (RuleId | "*")[], reason };
}
