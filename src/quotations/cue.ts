import { isNameWord } from "./name.ts";
import type { CueKind, Lexicon } from "./reporting-verb.ts";
import type { Token } from "./token.ts";

/** A word or phrase that credits: tokens from `at` to `end` (exclusive). */
export interface Cue {
  readonly at: number;
  readonly end: number;
  readonly kind: CueKind;
  /** Lower case, as {@link Attribution.cue} shows it. */
  readonly word: string;
  /** What follows the verb after a hyphen: the il of dit-il. */
  readonly pronoun: string | null;
}

const determiners = new Set(
  "the a an this that these those his her its their our my your no any some every each such other another".split(
    " ",
  ),
);
const beforeInfinitive = new Set(
  "to will would can could may might must shall should did does do don't didn't they we i you people some many others critics officials and".split(
    " ",
  ),
);
const passive = new Set("is are was were be been being am get gets got".split(" "));
/** Verbs whose object is what is named; passive or directly before the quotation, they name and do not report. */
const namers = new Set(
  "called dubbed labeled labelled named termed branded deemed hailed described characterized portrayed known titled entitled headlined".split(
    " ",
  ),
);
/** Verbs with a person as object: in the passive their subject is the one spoken to. */
const addressed = new Set(
  "told asked questioned informed advised warned reminded reassured assured urged accused criticized criticised denounced praised thanked instructed addressed quoted cited interrupted interviewed taught".split(
    " ",
  ),
);

/** The cue at token `at`, judged with the tokens from `floor` on; null where the token credits no one. */
export function cueAt(tokens: readonly Token[], at: number, floor: number, lexicon: Lexicon): Cue | null {
  const token = tokens[at];
  if (token.kind !== "word") return null;
  const phrase = namingPhrase(tokens, at, lexicon);
  if (phrase > 0) {
    const word = tokens
      .slice(at, at + phrase)
      .map(({ lower }) => lower)
      .join(" ");
    return { at, end: at + phrase, kind: "naming", word, pronoun: null };
  }
  return idiomAt(tokens, at) ?? verbAt(tokens, at, floor, lexicon);
}

function namingPhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  for (const phrase of lexicon.phrases.get(tokens[at].lower) ?? []) {
    if (phrase.every((word, offset) => tokens[at + offset]?.lower === word)) return phrase.length;
  }
  return 0;
}

/** "as Marrow put it", "she went on:". */
function idiomAt(tokens: readonly Token[], at: number): Cue | null {
  const pair = `${tokens[at].lower} ${tokens[at + 1]?.lower}`;
  if (
    !/^(?:put|puts) (?:it|things)$|^(?:went|goes) on$|^chimed in$|^(?:shot|shoots|fired|fires|hit|hits) back$/.test(
      pair,
    )
  )
    return null;
  if (/on$/.test(pair) && tokens[at + 2]?.kind === "word") return null;
  return { at, end: at + 2, kind: "finite", word: pair, pronoun: null };
}

function verbAt(tokens: readonly Token[], at: number, floor: number, lexicon: Lexicon): Cue | null {
  const token = tokens[at];
  const [verb, pronoun] = splitPronoun(token.lower);
  const kind = lexicon.words.get(verb);
  if (kind === undefined) return null;
  if (/^\p{Lu}/u.test(token.text) && at > floor && tokens[at - 1].kind === "word" && !inHeadline(tokens, at))
    return null;
  if (!isVerb(tokens, at, floor, kind)) return null;
  return { at, end: at + 1, kind, word: verb, pronoun };
}

/** A verb with a capital, as headlines have it: Arden Says "…", Arden Says: "…". */
function inHeadline(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const introduces = next?.kind === "quotation" || /^(?:[:,]|that|she|he|they)$/.test(next?.lower ?? "");
  return introduces && isNameWord(tokens[at - 1]) && !/^(?:states|posts)$/.test(tokens[at].lower);
}

function splitPronoun(word: string): [string, string | null] {
  const match = /^(.+?)-(?:t-)?(il|elle|ils|elles|on|je|nous)$/.exec(word);
  return match === null ? [word, null] : [match[1], match[2]];
}

function isVerb(tokens: readonly Token[], at: number, floor: number, kind: CueKind): boolean {
  const previous = at > floor ? tokens[at - 1] : null;
  const next = tokens[at + 1];
  const word = tokens[at].lower;
  const french = previous?.lower === "a" && /[éu]$|^(?:dit|écrit)$/.test(word);
  if (
    previous !== null &&
    !french &&
    (determiners.has(previous.lower) || /(?:'s|s')$/.test(previous.lower))
  ) {
    return previous.lower === "that" && kind === "finite";
  }
  if (kind === "infinitive" && (previous === null || !beforeInfinitive.has(previous.lower))) return false;
  if (word.startsWith("call") && next !== undefined && /^(?:for|on|off|in|up|into)$/.test(next.lower))
    return false;
  if (namers.has(word) && (next === undefined || next.kind === "quotation" || next.lower === "as")) {
    return (
      previous !== null && (/^(?:he|she|they|i|we|you|who)$/.test(previous.lower) || isNameWord(previous))
    );
  }
  if (previous !== null && word.endsWith("ed") && adjectival.test(previous.lower)) return false;
  return !isPassive(tokens, at, floor);
}

/** Before a participle that stands for an adjective: "by repeated statements". */
const adjectival = /^(?:by|with|of|in|from|for|as|on|under)$/;
/** Past participles that do not end in -ed. */
const irregularParticiple = /^(?:told|said|written|spoken|sworn|begun|thought|sung|foretold|held|retold)$/;

/** "was declared", "when asked": whoever the subject is, he is not the one who speaks. */
function isPassive(tokens: readonly Token[], at: number, floor: number): boolean {
  const word = tokens[at].lower;
  if (!word.endsWith("ed") && !irregularParticiple.test(word)) return false;
  let before = at - 1;
  while (
    before >= floor &&
    /ly$|^(?:not|never|also|then|once|often|since|later|first)$/.test(tokens[before].lower)
  )
    before--;
  if (before < floor)
    return (
      addressed.has(word) &&
      /^(?:about|whether|if|by|why|how|what|when|to|for|again|on)$/.test(tokens[at + 1]?.lower ?? "")
    );
  if (passive.has(tokens[before].lower)) return true;
  return (addressed.has(word) || namers.has(word)) && /^(?:when|if|as|once)$/.test(tokens[before].lower);
}
