import type { Block } from "../formats/index.ts";
import { type Draft, startOf } from "./draft.ts";
import { isNameWord, isParticle, isTitle } from "./name.ts";
import { trimmed } from "./paragraph.ts";
import type { Stretch } from "./quotation.ts";
import { tokensOf } from "./token.ts";

/** The label that opens a turn: `Q:`, `A.`, `Ilse Marrow:`, `THE PRESIDENT.`, `Marrow (pilot):`. */
interface Label {
  /** Index of its block. */
  readonly block: number;
  /** Where its words start. */
  readonly words: number;
  /** Where the name stands; null for Q and A. */
  readonly name: Stretch | null;
}

/** Longest label, in UTF-16 code units, with a role in parentheses. */
const LONGEST_LABEL = 90;
/** Words of a name in a label: "His Excellency President Juan de la Cruz" has seven. */
const LONGEST_NAME = 7;
/** Fewer words after a label than this show a field ("Date: March 3"), not speech; a short answer to a Q is speech. */
const SHORTEST_SPEECH = 3;
/** Labels from which on a text is a transcript, whose last turn runs to its end. */
const TRANSCRIPT = 4;

const notLabels =
  /^(?:note|notes|title|caption|summary|update|correction|source|sources|warning|example|subject|date|see|photo|image|picture|headline|chapter|part|section|figure|table|step|tip|outlet|city|language|region|by|from|to|cc|re|place|time|address|phone|email|contact|price|author|translator|editor|edited|published|posted|related|read|watch|listen|location|ps|p\.s)\b/i;

/** The turns of a dialogue: a label, its words, and the unlabelled paragraphs up to the next one. */
export function turnsOf(text: string, blocks: readonly Block[], marked: readonly Draft[]): Draft[] {
  const labels = labelsOf(text, blocks);
  if (labels.length < 2) return [];
  const byStart = new Map(marked.map((draft) => [startOf(draft), draft]));
  const drafts: Draft[] = [];
  for (const [index, label] of labels.entries()) {
    const signature = { name: label.name, cue: ":" };
    const inMarks = byStart.get(label.words);
    if (inMarks !== undefined) {
      drafts.push({ ...inMarks, kind: "turn", signature });
      continue;
    }
    const next = labels[index + 1]?.block ?? (labels.length >= TRANSCRIPT ? blocks.length : label.block + 1);
    const parts = turnParts(blocks, label, next);
    if (parts.length > 0) drafts.push({ kind: "turn", parts, extents: parts, signature });
  }
  return drafts;
}

function turnParts(blocks: readonly Block[], label: Label, next: number): Stretch[] {
  const parts = [{ start: label.words, end: blocks[label.block].end }];
  for (let at = label.block + 1; at < next && blocks[at].kind === "paragraph"; at++) {
    parts.push({ start: blocks[at].start, end: blocks[at].end });
  }
  return parts.filter(({ start, end }) => start < end);
}

function labelsOf(text: string, blocks: readonly Block[]): Label[] {
  const questions: Label[] = [];
  const named: Label[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    const label = questionLabel(text, block, index) ?? nameLabel(text, block, index);
    if (label !== null) (label.name === null ? questions : named).push(label);
  }
  const asked = questions.some(({ block }) =>
    /^\W*Q/.test(text.slice(blocks[block].start, blocks[block].start + 4)),
  );
  const labels = [...(asked ? questions : []), ...named];
  return labels.sort((one, other) => one.block - other.block);
}

function questionLabel(text: string, block: Block, index: number): Label | null {
  const match = /^(?:Q|A|Question|Answer)\s?[.:]\s*(?=\S)/.exec(
    text.slice(block.start, Math.min(block.end, block.start + 20)),
  );
  if (match === null) return null;
  return { block: index, words: trimmed(text, block.start + match[0].length, block.end).start, name: null };
}

function nameLabel(text: string, block: Block, index: number): Label | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL));
  const match =
    /^(\p{Lu}[^:\n"“”«»]{0,70}?)(?:\s*\([^()\n]{1,50}\))?\s?:\s+(?=\S)/u.exec(head) ??
    /^((?:THE )?(?:\p{Lu}[\p{Lu}'’.-]*\s?){1,4}\p{Lu})\.\s+(?=\S)/u.exec(head);
  if (match === null || notLabels.test(match[1])) return null;
  const name = { start: block.start, end: block.start + match[1].length };
  const tokens = tokensOf(text, name.start, name.end);
  const fits =
    tokens.length <= LONGEST_NAME &&
    tokens.every(
      (token, at) =>
        isNameWord(token) || isParticle(token) || isTitle(token) || (at === 0 && token.lower === "the"),
    );
  if (!fits || !isNameWord(tokens[tokens.length - 1])) return null;
  const words = trimmed(text, block.start + match[0].length, block.end).start;
  const long =
    text
      .slice(words, Math.min(block.end, words + 200))
      .trim()
      .split(/\s+/).length >= SHORTEST_SPEECH;
  return long ? { block: index, words, name } : null;
}
