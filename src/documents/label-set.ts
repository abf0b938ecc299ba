import { opensQuotation } from "./enclosure.ts";
import { type Label, readLabel } from "./label.ts";
import type { Unit } from "./unit.ts";

/** A label of a text, by the unit and the line of it that it starts. */
export interface PlacedLabel {
  readonly label: Label;
  readonly unit: number;
  readonly line: number;
}

/** Labels that start this late in a text, as a share of its units, are a report's own examples unless they are many. */
const LATE = 1 / 3;
/** A printed conversation has a title and an introduction above it, of this many units at the most. */
export const LONGEST_PREAMBLE = 8;
/** As many labels as three questions and their answers are a conversation wherever they start. */
const MANY = 6;
/** A conversation in which fewer than one unit in this many has a label is a text with a colon here and there. */
const SPARSE = 40;

/**
 * The labels of a conversation: those of the `candidates` that convince together, in text order; empty where none do.
 * One label convinces by what it says (Q with one who answers, a role, an office) or by coming again; addresses,
 * ordinals and sentences that end in a colon do neither. `quoted` says that words after a label open with a quotation
 * mark, as in a dispatch: then one of each is enough.
 */
export function labelsOf(
  text: string,
  units: readonly Unit[],
  candidates: readonly PlacedLabel[],
  quoted = false,
): PlacedLabel[] {
  const counts = countsOf(candidates);
  const asked = candidates.some(({ label }) => label.voice === "interviewer");
  const sure = candidates.filter(({ label }) => isSure(label, counts, asked, quoted, text));
  const sureKeys = countsOf(sure.filter(({ label }) => !label.slip));
  const firm = sure.filter(({ label }) => sureKeys.has(partyKey(label)));
  if (!convinces(text, firm, sureKeys, units.length, quoted)) return [];
  return withNeighbors(text, units, candidates, firm);
}

/** Labels of the one who speaks alone ("THE PRESIDENT."): no conversation, but no words of his either. */
export function officeLabelsOf(candidates: readonly PlacedLabel[]): PlacedLabel[] {
  return candidates.filter(({ label }) => label.style === "office" && label.inline);
}

/** Every label that the words at a line's start may be, in text order. */
export function candidatesOf(text: string, units: readonly Unit[]): PlacedLabel[] {
  const found: PlacedLabel[] = [];
  units.forEach((unit, index) => {
    if (unit.kind === "heading" || unit.kind === "caption" || unit.kind === "note") return;
    unit.lines.forEach((line, number) => {
      if (number > 0 && !endsSentence(text, unit.lines[number - 1]!.end)) return;
      const label = readLabel(text, line.start, line.end);
      if (label !== null) {
        const inline = label.inline || number + 1 < unit.lines.length;
        found.push({ label: { ...label, inline }, unit: index, line: number });
      }
    });
  });
  return found;
}

/** A line can start a turn only where the line before it ended a sentence; else it is wrapped. */
function endsSentence(text: string, end: number): boolean {
  return /[.?!…:"'”’»)\]—-]/u.test(text[end - 1]!);
}

/** A person is counted by family name, as it alone comes again; another party by the label's key. */
function partyKey(label: Label): string {
  const named = label.style === "titled" || label.style === "capitals" || label.style === "name";
  return named ? lastWord(label.key) : label.key;
}

function countsOf(labels: readonly PlacedLabel[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of labels) counts.set(partyKey(label), (counts.get(partyKey(label)) ?? 0) + 1);
  return counts;
}

function isSure(
  label: Label,
  counts: ReadonlyMap<string, number>,
  asked: boolean,
  quoted: boolean,
  text: string,
): boolean {
  const count = counts.get(partyKey(label))!;
  if (label.key === "Q?") return label.ending === "colon" && counts.has("A");
  if (label.style === "answer") return asked;
  if (!label.inline) return count > 1 && label.detail === null;
  if (label.voice === "interviewer" || label.style === "office") return true;
  if (quoted && opensQuotation(text, label.end)) return true;
  return count > 1;
}

function convinces(
  text: string,
  firm: readonly PlacedLabel[],
  counts: ReadonlyMap<string, number>,
  units: number,
  quoted: boolean,
): boolean {
  const repeated = Math.max(repetitions(counts), repetitions(keyCounts(firm)));
  const parties = Math.max(counts.size, repeated);
  const asked = firm.some(({ label }) => label.voice === "interviewer");
  const audience = firm.some(({ label }) => label.audience);
  if (parties < 2)
    return quoted && firm.length > 0 && firm.every(({ label }) => opensQuotation(text, label.end));
  if (audience && firm.every(({ label }) => label.style !== "question")) return true;
  if (firm.length < MANY && firm[0]!.unit > Math.max(LONGEST_PREAMBLE, units * LATE) && !quoted) return false;
  if (firm.length * SPARSE < units) return false;
  return (
    asked || quoted || repeated > 1 || (repeated === 1 && firm.some(({ label }) => label.style !== "name"))
  );
}

/** How often each label comes in the same words: two persons may share a family name. */
function keyCounts(labels: readonly PlacedLabel[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of labels) counts.set(label.key, (counts.get(label.key) ?? 0) + 1);
  return counts;
}

function repetitions(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].filter((count) => count > 1).length;
}

/** The firm labels, and among them the candidates that occur once and are followed or led by a firm label. */
function withNeighbors(
  text: string,
  units: readonly Unit[],
  candidates: readonly PlacedLabel[],
  firm: readonly PlacedLabel[],
): PlacedLabel[] {
  const labelled = new Set(firm.map(({ unit }) => unit));
  const chosen = new Set(firm);
  const families = new Set(firm.map(({ label }) => lastWord(label.key)));
  // Under Q and A no names speak: a name before a colon is a title's.
  const lettered = firm.some(({ label }) => label.style === "answer");
  return candidates.filter((candidate) => {
    if (chosen.has(candidate)) return true;
    const { label, unit } = candidate;
    if (!label.inline || label.slip || label.style === "answer") return false;
    if (label.style === "titled" && (label.ending === "colon" || unit === 0)) return true;
    if (label.style !== "name" && families.has(lastWord(label.key))) return true;
    if (label.style === "name" && (lettered || (label.detail === null && !label.words.includes(" "))))
      return false;
    if (label.style === "name" && unit === 0 && !endsSentence(text, units[0]!.end)) return false;
    return (
      labelled.has(unit + 1) && (labelled.has(unit - 1) || label.detail !== null || label.style !== "name")
    );
  });
}

function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(" ") + 1);
}
