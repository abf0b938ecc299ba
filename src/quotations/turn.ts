import type { Block } from "../formats/index.ts";
import { type Draft, startOf } from "./draft.ts";
import { isNameWord, isParticle, isTitle } from "./name.ts";
import { trimmed } from "./paragraph.ts";
import type { Stretch } from "./quotation.ts";
import { type Token, tokensOf } from "./token.ts";

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
  const named: NameLabel[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "paragraph") continue;
    const question = questionLabel(text, block, index);
    const name = question === null ? nameLabel(text, block, index) : null;
    if (question !== null) questions.push(question);
    if (name !== null) named.push(name);
  }
  const opens = (letters: RegExp) => questions.some(({ block }) => letters.test(text[blocks[block].start]));
  const asked = opens(/^Q/) || (opens(/^[PFDسש问問]/) && opens(/^[ARجת答]/));
  const speaking = new Set(named.filter(({ isLong }) => isLong).map(({ surname }) => surname));
  const labels = [...(asked ? questions : []), ...named.filter(({ surname }) => speaking.has(surname))];
  return labels.sort((one, other) => one.block - other.block);
}

function questionLabel(text: string, block: Block, index: number): Label | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + 20));
  const match = /^(?:(?:Q|A|Question|Answer)\s?[.:：]|(?:[RPFDسجשת问問答])\s?[:：])\s*(?=\S)/.exec(head);
  if (match === null) return null;
  return { block: index, words: trimmed(text, block.start + match[0].length, block.end).start, name: null };
}

interface NameLabel extends Label {
  readonly surname: string;
  /** Whether as many words follow as speech has, or a mark opens. */
  readonly isLong: boolean;
}

function nameLabel(text: string, block: Block, index: number): NameLabel | null {
  const head = text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL));
  const match = withColon.exec(head) ?? inCapitals.exec(head);
  if (match === null || notLabels.test(match[1])) return null;
  const name = { start: block.start, end: block.start + match[1].length };
  const tokens = tokensOf(text, name.start, name.end);
  if (tokens.length > LONGEST_NAME || !tokens.every(isLabelWord) || !isNameWord(tokens[tokens.length - 1]))
    return null;
  const words = trimmed(text, block.start + match[0].length, block.end).start;
  const speech = text.slice(words, Math.min(block.end, words + 200));
  const isLong = /^["“”„«»‘']/.test(speech) || speech.trim().split(/\s+/).length >= SHORTEST_SPEECH;
  return { block: index, words, name, surname: tokens[tokens.length - 1].lower, isLong };
}

/** `Ilse Marrow:`, `Marrow (pilot):`. */
const withColon = /^(\p{Lu}[^:\n"“”«»]{0,70}?)(?:\s*\([^()\n]{1,50}\))?\s?:\s+(?=\S)/u;
/** `THE PRESIDENT.`, `MR. SMITH.`; three letters at least, so that the numbers of sections are none. */
const inCapitals =
  /^((?!\p{Lu}{0,2}\.|[IVXLC]+\.)\p{Lu}[\p{Lu}'’-]*\.?(?:\s\p{Lu}[\p{Lu}'’-]*\.?){0,4}(?<!\.))\.\s+(?=\S)/u;

function isLabelWord(token: Token, at: number): boolean {
  return isNameWord(token) || isParticle(token) || isTitle(token) || (at === 0 && token.lower === "the");
}
