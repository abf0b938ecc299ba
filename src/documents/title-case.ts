/** Words that titles leave small. */
const SMALL =
  /^(?:a|an|the|and|but|or|nor|for|so|yet|of|in|on|at|to|by|as|from|with|into|onto|over|per|via|vs|de|la|le|du|al|el|is|are|be)$/iu;

/** Titles are read up to here; a paragraph is longer only by accident. */
const LOOKED_AT = 2000;
/** Share of the larger words that must be capitalised: a title may hold a foreign or a coined word. */
const CAPITALISED = 0.8;

/**
 * Whether `text` is set as a title is: its larger words capitalised or all of it in capitals, no full stop at its end.
 * A text in a script without capitals is not.
 */
export function isTitleCase(text: string): boolean {
  const head = text.slice(0, LOOKED_AT).trim();
  if (/[^.]\.$|[,;:]$/u.test(head) && !/\b\p{Lu}\.$/u.test(head)) return false;
  const words = head.replace(/\[\^?[\d*]{1,3}\]/gu, "").match(/\p{L}[\p{L}\p{M}'’.-]*/gu) ?? [];
  const large = words.filter((word, index) => index === 0 || !SMALL.test(word));
  if (large.length === 0 || !/^\p{Lu}/u.test(words[0]!)) return false;
  const capitalised = large.filter((word) => /^(?:al-|el-)?['’]?\p{Lu}/u.test(word)).length;
  return capitalised >= large.length * CAPITALISED;
}
