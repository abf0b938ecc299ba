import type { MarkedVoice } from "../markup.ts";
import { attribute, holdsBlocks, opening, wordsOf, type XmlElement } from "./element.ts";
import type { Context } from "./flow.ts";
import type { Handler } from "./handlers.ts";
import type { Walk } from "./walk.ts";

/** A mark that opens a quotation, or the dash that opens a speech. */
const OPENS = /^["“”„‟«»‹›'‘’‚‛「『—–―]/u;

/** Quoted words: in a paragraph between marks, else a block; another's where `who` or their place says so. */
export const quotation: Handler = (walk, element, context, tag) => {
  const isIndirect = attribute(element, "direct") === "false";
  const party = isIndirect ? null : partyOf(walk, element, context);
  const write = (inside: Context): void => {
    const words = (): void =>
      isIndirect ? walk.children(element, inside) : quotedWords(walk, element, inside);
    if (party === null) words();
    else walk.flow.mark("quoted", party.name, words);
  };
  const holds = holdsBlocks(element, walk.finder);
  if (context.inline && !holds) {
    write(context);
    return;
  }
  walk.flow.end();
  const level = context.shape.kind === "quotation" ? context.shape.level + 1 : 1;
  const shape = tag === "said" ? context.shape : { ...context.shape, kind: "quotation" as const, level };
  write({ ...context, inline: !holds, shape });
  walk.flow.end();
};

/** The third party whom quoted words are; null for the one who speaks, and where it is not said. */
function partyOf(walk: Walk, element: XmlElement, context: Context): MarkedVoice | null {
  const { finder, turns } = walk;
  const who = turns.voiceOf(element);
  if (who !== null) {
    const isSame = who.kind === context.voice.kind && who.name === context.voice.name;
    return isSame && who.name !== null ? null : who;
  }
  if (finder.tag(element) !== "quote" || context.inline || context.turn === null) return null;
  const parent = element.parent as XmlElement;
  const author = finder.tag(parent) === "cit" ? finder.first(parent, "author") : null;
  return { kind: "quoted", name: wordsOf(author) };
}

/** Quoted words in a paragraph, between marks that are written where the text has none. */
function quotedWords(walk: Walk, element: XmlElement, context: Context): void {
  const { flow, header } = walk;
  const first = opening(element);
  const isMarked = OPENS.test(first) || OPENS.test(flow.before);
  const isBlock = !context.inline || context.shape.kind === "quotation";
  if (header.keepsQuotationMarks || isMarked || isBlock || first === "") {
    walk.children(element, context);
    return;
  }
  const [open, close] = context.quotes % 2 === 0 ? ["“", "”"] : ["‘", "’"];
  flow.sign(open!, element.start, context);
  walk.children(element, { ...context, quotes: context.quotes + 1 });
  flow.sign(close!, element.end, context);
}
