import type { Word } from "./word.ts";

const OPENING = "([{<«‹";
const CLOSING = ")]}>»›";
const PUNCTUATION = /^[.,:;!?…\u060c\u061b\u061f]$/;
const LEFTWARD_LETTER = /[\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u0750-\u077f]/;

/** The bracket that glyphs begin with, but for points and commas; null where another stands there. */
function edgeSign(texts: readonly string[]): string | null {
  const sign = texts.find((text) => !PUNCTUATION.test(text));
  return sign !== undefined && (OPENING.includes(sign) || CLOSING.includes(sign)) ? sign : null;
}

/**
 * Whether brackets and guillemets in text that runs to the left are named by the shape that is seen (true) or by the sign
 * that was written (false), which producers do differently: a sign at the right edge of such a word opens. Null where no
 * word tells.
 */
export function namesShapes(words: readonly Word[]): boolean | null {
  let votes = 0;
  for (const { glyphs } of words) {
    if (!glyphs.some(({ text }) => LEFTWARD_LETTER.test(text))) continue;
    const texts = glyphs.map(({ text }) => text);
    const [left, right] = [edgeSign(texts), edgeSign(texts.toReversed())];
    if (right !== null) votes += CLOSING.includes(right) ? 1 : -1;
    if (left !== null) votes += OPENING.includes(left) ? 1 : -1;
  }
  return votes === 0 ? null : votes > 0;
}
