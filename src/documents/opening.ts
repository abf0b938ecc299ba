import type { Span } from "../core/index.ts";

/** Longest line that opens excerpts: it names the speaker, the outlet and the date at the most. */
const LONGEST = 500;
const OPENS =
  /^(?:(?:the )?following (?:is|are|was|were)\b|(?:below|here) (?:is|are)\b|following (?:is|are)?\s*(?:the |a )?(?:translat|excerpt|transcript|text|full|quote)|(?:the )?(?:(?:main|relevant|full|translated|key|complete) )?(?:excerpts?|text|transcript|translation)s? (?:from|of) (?:the|his|her|their|this|an?) (?:interview|article|sermon|speech|column|statement|lecture|address|editorial|essay|press conference)[^.]{0,80}(?:follows?|:))/iu;
const EXCERPTED =
  /\b(?:excerpts?|translations?|transcripts?|text|quotes|passages|extracts?|highlights|interview|article|sermon|speech|statement|lecture|address|column|editorial|posts?|tweets|letter|remarks|communiqu[eé]|answers|questions)\b/iu;

/** Whether a unit is the editor's line that opens the excerpts: "The following are excerpts from the interview:[2]". */
export function isOpening(text: string, unit: Span): boolean {
  return unit.end - unit.start <= LONGEST && opens(text.slice(unit.start, unit.end));
}

/** The last sentence of a paragraph where that opens the excerpts; null where the paragraph is that sentence alone. */
export function openingSentence(text: string, unit: Span): Span | null {
  const from = Math.max(unit.start, unit.end - LONGEST);
  const tail = text.slice(from, unit.end);
  let start = -1;
  for (const match of tail.matchAll(/[.?!…]["'”’)\]]*(?:\[\d{1,3}\])?\s+(?=\p{Lu})/gu)) {
    if (opens(tail.slice(match.index + match[0].length))) start = match.index + match[0].length;
  }
  return start < 0 ? null : { start: from + start, end: unit.end };
}

function opens(words: string): boolean {
  const bare = words.replace(/\[\^?\d{1,3}\]/gu, "").trim();
  // A sentence after it says more than that excerpts follow.
  return OPENS.test(bare) && EXCERPTED.test(bare) && !/[.?!]["'”’)]*\s+\p{Lu}\p{L}+\s/u.test(bare);
}

/** Whose words an opening says to be excerpted, as it names him: "excerpts from Volk's article"; null where it does not. */
export function excerptedIn(opening: string): string | null {
  const match =
    /\b(?:from|of)\s+((?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){0,4}\p{Lu}[\p{L}\p{M}'’-]*?)(?:['’]s|(?<=s)['’])\s+(?:[\p{L}\d,]+\s+){0,4}?(\p{Ll}+)/u.exec(
      opening,
    );
  return match !== null && EXCERPTED.test(match[2]!) ? match[1]! : null;
}
