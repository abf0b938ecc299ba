import type { Block } from "../formats/index.ts";
import type { Draft } from "./draft.ts";
import { clauseAt } from "./inserted-clause.ts";
import { trimmed } from "./paragraph.ts";
import type { Passage } from "./passage.ts";
import type { Stretch } from "./quotation.ts";
import { signatureOf } from "./signature.ts";
import type { Token } from "./token.ts";

/** Languages whose dialogues open with a dash, by primary subtag. */
const dashLanguages = new Set(
  "fr es ca pt gl it ru uk be bg sr hr pl tr ro hu el cs sk sl lt lv fi sv nb no da et ka hy".split(" "),
);

/**
 * The words that a dash at the paragraph's start opens: up to the attribution ("— Nous partons, dit Marrow") or the
 * paragraph's end, and again after an attribution between dashes. Null where the paragraph is no such speech: in
 * other languages an attribution must follow an em dash.
 */
export function dashLine(passage: Passage, block: Block, language: string): Draft | null {
  const { text } = passage;
  const opening = /^(?:[—–―]|-(?=\s))\s*/.exec(text.slice(block.start, block.start + 4));
  if (opening === null || block.kind !== "paragraph" || signatureOf(text, block.start, block.end) !== null)
    return null;
  const tokens = passage.tokens.filter(({ start }) => start >= block.start + opening[0].length);
  if (tokens.length === 0) return null;
  const spoken = speechOf({ ...passage, tokens, starts: [0] }, block);
  const usual = dashLanguages.has(language) && (!opening[0].startsWith("-") || spoken.name !== null);
  const told = /^[—―]/.test(opening[0]) && spoken.name !== null;
  if (!usual && !told) return null;
  const parts = spoken.parts
    .map(({ start, end }) => trimmed(text, start, end))
    .filter(({ start, end }) => start < end);
  if (parts.length === 0) return null;
  const signature = spoken.name === null ? {} : { signature: { name: spoken.name, cue: spoken.cue } };
  return { kind: "dash", parts, extents: [{ start: block.start, end: block.end }], ...signature };
}

interface Speech {
  readonly parts: Stretch[];
  readonly name: Stretch | null;
  readonly cue: string;
}

function speechOf(passage: Passage, block: Stretch): Speech {
  const { tokens } = passage;
  const start = tokens[0].start;
  for (let at = 1; at < tokens.length; at++) {
    if (!/^[,!?…—–―-]$/.test(tokens[at - 1].text)) continue;
    const clause = clauseAt(passage, at);
    if (clause === null) continue;
    const parts = [{ start, end: wordsEnd(tokens, at) }];
    const again = /^[—–―-]$/.test(tokens[at - 1].text) ? resumed(tokens, clause.to) : null;
    if (again !== null) parts.push({ start: again, end: block.end });
    return { parts, name: clause.name, cue: clause.cue };
  }
  return { parts: [{ start, end: block.end }], name: null, cue: "" };
}

/** The words before a clause end before its dash, and before a comma that only parts the two. */
function wordsEnd(tokens: readonly Token[], clause: number): number {
  let last = clause - 1;
  if (/^[—–―-]$/.test(tokens[last].text)) last--;
  if (last > 0 && tokens[last].text === ",") last--;
  return tokens[last].end;
}

/** Where the words go on after an attribution: behind the next dash. */
function resumed(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at + 1 < tokens.length; at++) {
    if (/^[—–―-]$/.test(tokens[at].text))
      return tokens[at + 1].kind === "punctuation" ? (tokens[at + 2]?.start ?? null) : tokens[at + 1].start;
  }
  return null;
}
