import type { Finding, Report } from "../check/index.ts";
import type { FormattedText } from "../formats/index.ts";
import type { Typography } from "./config.ts";
import { foldedWords } from "./folded-words.ts";
import { edited, inOriginal, type TextEdit } from "./text-edit.ts";
import { typographyEdits } from "./typography.ts";

/** A text as it was read and what was found of it. */
export interface Judged {
  readonly text: FormattedText;
  readonly report: Report;
}

/**
 * The original, decoded, with the typography of its faithful quotations mended. `judge` reads and checks a changed
 * original: what would change a word, a block or a finding is left as it is, quotation by quotation.
 */
export function mended(
  original: string,
  before: Judged,
  wanted: Typography,
  judge: (original: string) => Judged,
): { readonly original: string; readonly edits: number } {
  const groups = typographyEdits(before.text, before.report, wanted)
    .map((edits) => inOriginal(edits, before.text, original))
    .filter((edits) => edits.length > 0);
  const told = saysOf(before);
  const isSame = (edits: readonly TextEdit[]): boolean => saysOf(judge(edited(original, edits))) === told;
  const all = groups.flat();
  const kept = all.length === 0 || isSame(all) ? all : harmless(groups, isSame);
  return { original: edited(original, kept), edits: kept.length };
}

/** The groups that change nothing that is said of the text, each tried together with those before it. */
function harmless(
  groups: readonly (readonly TextEdit[])[],
  isSame: (edits: readonly TextEdit[]) => boolean,
): readonly TextEdit[] {
  let kept: readonly TextEdit[] = [];
  for (const group of groups) {
    const more = [...kept, ...group];
    if (isSame(more)) kept = more;
  }
  return kept;
}

/** All that typography must not touch: the blocks, the words, and what is found of each quotation. */
function saysOf({ text, report }: Judged): string {
  return JSON.stringify([
    text.blocks.map(({ kind, level, start, end }) => [kind, level, foldedWords(text.text.slice(start, end))]),
    report.findings.map(saysOfFinding),
    report.form.map(({ rule, text: said }) => [rule, foldedWords(said)]),
  ]);
}

function saysOfFinding({ quotation, status, reason, problems, match }: Finding): unknown {
  const { attribution } = quotation;
  return [
    foldedWords(quotation.text),
    quotation.parts.length,
    attribution === null ? null : [foldedWords(attribution.name), attribution.cue],
    status,
    reason,
    problems.map(({ rule, severity, source }) => [rule, severity, source?.start, source?.end]),
    match === null ? null : [match.document.id, match.document.version, match.start, match.end],
  ];
}
