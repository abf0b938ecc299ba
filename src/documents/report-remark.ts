import { inTitleCase, isName, isNameWord, isOffice, isParticle, splitTitle } from "./person-name.ts";

/** Whom an editor's remark names: who was asked, and who asked. */
export interface RemarkedPeople {
  readonly asked: readonly string[];
  readonly asking: readonly string[];
  /** Who spoke, of a speech. */
  readonly speaking: readonly string[];
}

/** Where a name ends and its place, day or language begins. */
const NAME_END = /[;,:("“\]]|\s(?:in|on|at|from|to|during|after|before|date|place)\s|\s--|\s[-–—]\s|$/iu;
const SPEECH =
  /\b(?:speech|statement|address|sermon|lecture|remarks|message|eulogy|toast)\s+(?:delivered |given |made )?by\s+(.+)$/iu;
/** Words of a name; more may hold what somebody is. */
const LONGEST_NAME = 4;
const NOBODY =
  /\b(?:unidentified|unnamed|unspecified|unknown|reporters|journalists|correspondents|reporter|correspondent|journalist|interviewer)$/iu;

/**
 * The people of `Interview with ferry master Ilse Marrow by correspondent Jon Pike in Low Tessim`: names with what is
 * written in capitals before them, which may be an office. Names alone, where there is no more than a description, are none.
 */
export function peopleOf(remark: string): RemarkedPeople {
  const words = remark.replace(/\s+/gu, " ");
  const pair = /\b(?:interview|dialogue|discussion|conversation|talk)s?\s+with\s+(.+)$/iu.exec(words)?.[1];
  const speech = SPEECH.exec(words)?.[1];
  const speaking = speech === undefined ? [] : namesIn(speech);
  if (pair === undefined) return { asked: [], asking: [], speaking };
  const by = /^(.+?)\s+by\s+(.+)$/iu.exec(pair);
  return {
    asked: namesIn(by?.[1] ?? pair),
    asking: by === null ? [] : namesIn(by[2]!),
    speaking,
  };
}

function namesIn(words: string): string[] {
  const end = NAME_END.exec(words)?.index ?? words.length;
  return words
    .slice(0, end)
    .split(/\s+and\s+/iu)
    .map((one) => nameAtEnd(one.trim()))
    .filter((name) => name !== null);
}

/** The capitalised words that end a phrase, without a title before them; null where they name a role. */
function nameAtEnd(phrase: string): string | null {
  const words = phrase.split(" ");
  let from = words.length;
  while (from > 0 && (isNameWord(words[from - 1]!) || (from < words.length && isParticle(words[from - 1]!))))
    from--;
  while (from < words.length && isParticle(words[from]!)) from++;
  while (words.slice(from, -1).some(isOffice)) from++;
  const { name } = splitTitle(words.slice(from).join(" "));
  return name !== "" && words.length - from <= LONGEST_NAME && isName(name) && !NOBODY.test(phrase)
    ? inTitleCase(name)
    : null;
}
