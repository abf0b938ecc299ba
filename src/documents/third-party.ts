import type { Span } from "../core/index.ts";
import { attributionBefore, type MarkPair } from "../quotations/index.ts";

/** A phrase of fewer words that no one is said to say is a term or a title, and stays the speaker's own. */
const FEWEST_WORDS_OF_SPEECH = 4;
/** How far before a quotation its sentence is looked for: the longest clause that introduces one, with room. */
const SENTENCE_REACH = 300;

const FIRST_PERSON = /^(?:i|we|me|us|myself|ourselves|je|j|nous|أنا|نحن)(?:['’]\p{L}+)?$/iu;
const THIRD_PERSON =
  /^(?:he|she|they|il|elle|ils|elles|هو|هي|هم|er|sie|él|ella|ellos|он|она|они|הוא|היא|הם)$/iu;
/** A name, or a phrase that means someone: it starts with a capital or a determiner. */
const NAMES_SOMEONE =
  /^(?:\p{Lu}|\p{Lo}|['’‘]\p{Lu}|(?:the|a|an|one|some|my|our|his|her|their|your|this|that|every|al-\p{Lu}\S*|le|la|les|l['’]\S+|un|une|mon|ma|mes|notre|nos|son|sa|ses|leur)\s)/u;
/** "I said", "we have always told them": the speaker quotes himself. */
const OWN_WORDS =
  /\b(?:I|we)(?:['’](?:ve|d|ll|m|re))?\s+(?:(?:have|had|has|was|were|am|are|always|also|already|once|then|just|often|never|would|will|shall|can|could|must|did|do|want|to|even|only|still|later|first|recently|myself)\s+){0,3}?(?:said|say|saying|told|tell|telling|asked|ask|answered|answer|replied|reply|wrote|write|added|repeat(?:ed)?|declared?|thought|think|warned|insist(?:ed)?|call(?:ed)?|mean)\b[^.?!"“”]{0,60}$/iu;

/**
 * Whose words a mark inside a turn encloses: a third party's, named or not (null). Null for the speaker's own.
 * `credited` tells whom the text credits with the words that start at an offset, where that is known beforehand.
 */
export function thirdPartyOf(
  text: string,
  pair: MarkPair,
  floor: number,
  credited: ReadonlyMap<number, string>,
): { readonly name: string | null } | null {
  const known = credited.get(pair.open.end);
  if (known !== undefined) return { name: known };
  const from = sentenceStart(text, pair.open.start, floor);
  const attribution = attributionBefore(text, pair.open.start, from);
  if (attribution !== null) {
    if (FIRST_PERSON.test(attribution.name)) return null;
    const isSomeone = NAMES_SOMEONE.test(attribution.name) || THIRD_PERSON.test(attribution.name);
    return { name: isSomeone ? attribution.name : null };
  }
  if (OWN_WORDS.test(text.slice(from, pair.open.start))) return null;
  return isSpeech(text, pair.open.end, pair.close?.start ?? pair.end) ? { name: null } : null;
}

/**
 * Whose words a block quotation of an article or a plain text has, which the text credits with `name` or nobody: a third
 * party's, named or not (null). Null for words that its writer says are his own, and for a line too short to be speech.
 */
export function thirdPartyOfBlock(
  text: string,
  block: Span,
  name: string | null,
): { readonly name: string | null } | null {
  if (name !== null) return { name };
  const lead = text.slice(Math.max(0, block.start - SENTENCE_REACH), block.start).trimEnd();
  return OWN_WORDS.test(lead) || !isSpeech(text, block.start, block.end) ? null : { name };
}

function isSpeech(text: string, start: number, end: number): boolean {
  const words = text.slice(start, Math.min(end, start + 200)).match(/\p{L}+(?:['’-]\p{L}+)*/gu);
  return (words?.length ?? 0) >= FEWEST_WORDS_OF_SPEECH;
}

function sentenceStart(text: string, before: number, floor: number): number {
  const reach = Math.max(floor, before - SENTENCE_REACH);
  const within = text.slice(reach, before);
  let start = 0;
  for (const match of within.matchAll(
    /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Gov|No|vs|U\.S|\p{Lu}))[.?!…]["'”’»)\]]*\s+(?=\S)|\n/gu,
  )) {
    start = match.index + match[0].length;
  }
  return reach + start;
}
