import { isNameWord, isNotName, isParticle, isPossessive, nameEnd, nameStart } from "./name.ts";
import type { Token } from "./token.ts";

/** Who speaks, as tokens `from` to `to` (exclusive) name him. */
export interface Subject {
  readonly kind: "name" | "pronoun" | "description" | "first-person";
  readonly from: number;
  readonly to: number;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const pronouns = words(
  "he she they it il elle ils elles er sie él ella ellos ellas lui egli он она они ona hij zij han hon",
);
/** The writer, or the one he speaks to: no third party. */
const firstPersons = words(
  "i we you je nous vous ich wir du ihr yo nosotros tú usted io noi eu nós ik wij jag vi я мы ja my",
);
/** Auxiliaries and adverbs that stand between a subject and its verb. */
const fillers = words(
  `has have had having is was were are be been being did does do will would shall should may might can could must also
  then thus hereby indeed heretofore yesterday today tonight later once again first now just still even already never always often soon finally further earlier recently
  également notamment récemment clairement simplement seulement vivement publiquement not only both all simply merely ever too though however ont ai avons avez avait avaient aurait est ensuite aussi également
  alors ha había hat hatte habe auch dann noch s'est himself herself themselves itself n'a l'a m'a hat também też także`,
);
const nounsInLy =
  /^(?:family|ally|assembly|reply|supply|bully|monopoly|butterfly|belly|jelly|anomaly|subassembly)$/;
const determiners = words(
  "the a an his her their its our my this that these those one another some several many two three le la les un une des der die das ein eine el los las una its",
);
/** A phrase that one of these starts belongs to the noun before it. */
const attaching = words("of for from at behind de du des d' von vom del");
/** A phrase that one of these starts is adverbial and no part of the subject. */
const adverbial = words(
  "in on after before during with to by under about over through against into between among within amid upon following dans en après avant pendant avec nach vor bei mit während im am durante tras con",
);
const conjunctions = words("and but or et mais und aber y pero e и а но");
const breakers = words(
  "that when as while because if whether since although though unless until where which what than so who whom whose de que qui dass weil",
);
/** Longest description, in tokens: "the acting deputy secretary of the guild" has seven. */
const LONGEST_DESCRIPTION = 10;
/** Phrases passed over between a verb and its subject. */
const MOST_PHRASES = 4;
/** Tokens looked at, towards the sentence's start, past an apposition. */
const LONGEST_APPOSITION = 60;

/** I've, she'd, they're without the verb. */
function uncontracted(token: Token): string {
  return token.lower.replace(/'(?:m|ve|d|ll|re|s)$/, "");
}

/** Whether a token means the writer or the one he speaks to: I, we’ve, you, nous. */
export function isFirstPerson(token: Token): boolean {
  return firstPersons.has(uncontracted(token)) || token.lower.startsWith("j'");
}

/** French auxiliaries with their subject behind: a-t-elle déclaré. */
const inverted = /^(?:a|ont|avait|avaient|aurait|est)-(?:t-)?(?:il|elle|ils|elles|on)$/;

/** Whether a token is a pronoun of the third person that can speak: she, he’s, a-t-elle. */
export function isPronoun(token: Token): boolean {
  return pronouns.has(uncontracted(token)) || inverted.test(token.lower);
}

/** Whether a token can stand between a verb and its subject. */
export function isFiller(token: Token): boolean {
  return fillers.has(token.lower) || (/^\p{Ll}{3,}ly$/u.test(token.text) && !nounsInLy.test(token.text));
}

/**
 * The subject that ends before token `verb`, looked for from there back to `floor`.
 * `shared` where a conjunction joins the verb to an earlier one; null where there is none.
 */
export function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  floor: number,
): Subject | "shared" | null {
  let at = verb - 1;
  for (let phrase = 0; phrase < MOST_PHRASES; phrase++) {
    at = beforeParentheses(tokens, skipFillers(tokens, at, floor), floor);
    if (at < floor) return null;
    const token = tokens[at];
    if (conjunctions.has(token.lower)) return subjectOfJoined(tokens, at - 1, floor) ?? "shared";
    if (/^[,–—-]$/.test(token.text)) return acrossApposition(tokens, at, floor);
    if (token.kind !== "word") return null;
    if (/^(?:who|which|that|qui|que|der|die)$/.test(token.lower)) {
      return antecedent(tokens, at > floor && tokens[at - 1].text === "," ? at - 2 : at - 1, floor);
    }
    const found = nounPhraseEndingAt(tokens, at, floor);
    if (found === null || found.kind !== "adverbial") return found;
    at = found.from - 1;
  }
  return null;
}

/** "When the host spoke, Halim laughed and replied": the name or pronoun right before the verb that is joined to another. */
function subjectOfJoined(tokens: readonly Token[], verb: number, floor: number): Subject | null {
  const subject = verb - 1;
  if (subject < floor || !/^\p{Ll}+ed$/u.test(tokens[verb].text)) return null;
  if (!isPronoun(tokens[subject]) && !isNameWord(tokens[subject])) return null;
  const found = nounPhraseEndingAt(tokens, subject, floor);
  return found === null || found.kind === "adverbial" ? null : found;
}

/** Whom "who" means: the name or description right before it, whatever preposition governs that. */
function antecedent(tokens: readonly Token[], at: number, floor: number): Subject | null {
  if (at < floor || tokens[at].kind !== "word") return null;
  return isNameWord(tokens[at]) ? nameEndingAt(tokens, at, floor) : descriptionEndingAt(tokens, at, floor);
}

function skipFillers(tokens: readonly Token[], from: number, floor: number): number {
  let at = from;
  for (;;) {
    while (at >= floor && (isFiller(tokens[at]) || tokens[at].lower === "a" || isObject(tokens, at, floor)))
      at--;
    const time = timeEndingAt(tokens, at, floor);
    if (time === 0) return at;
    at -= time;
  }
}

/** The nous of "le maire nous dit", before a verb that is not its own ("nous disons"). */
function isObject(tokens: readonly Token[], at: number, floor: number): boolean {
  if (
    at <= floor ||
    tokens[at - 1].kind !== "word" ||
    !/^(?:nous|vous|lui|leur|me|te|se|nos|les)$/.test(tokens[at].lower)
  )
    return false;
  return !/(?:ons|ez)$/.test(tokens[at + 1]?.lower ?? "");
}

/** Tokens of a time that ends at `at` and stands without preposition: "two days ago", "last week". */
function timeEndingAt(tokens: readonly Token[], at: number, floor: number): number {
  if (at - 2 >= floor && tokens[at].lower === "ago") return 3;
  const period =
    /^(?:week|month|year|night|morning|afternoon|evening|weekend|day|spring|summer|autumn|winter)$/;
  const ends = at - 1 >= floor && period.test(tokens[at].lower);
  return ends && /^(?:last|this|next|that|one|later)$/.test(tokens[at - 1].lower) ? 2 : 0;
}

/** Who owns what follows: the name or description that ends with the possessive token `at` ("the minister's"). */
export function possessorEndingAt(tokens: readonly Token[], at: number, floor: number): Subject | null {
  return isNameWord(tokens[at]) ? nameEndingAt(tokens, at, floor) : descriptionEndingAt(tokens, at, floor);
}

function beforeParentheses(tokens: readonly Token[], from: number, floor: number): number {
  if (from < floor || tokens[from].text !== ")") return from;
  let at = from;
  while (at >= floor && tokens[at].text !== "(" && from - at < LONGEST_APPOSITION) at--;
  return at - 1;
}

type Phrase = Subject | { readonly kind: "adverbial"; readonly from: number; readonly to: number };

/** The noun phrase that ends with token `at`; `adverbial` where a preposition shows it to be no subject. */
function nounPhraseEndingAt(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const token = tokens[at];
  if (isFirstPerson(token)) return { kind: "first-person", from: at, to: at + 1 };
  if (isPronoun(token)) return { kind: "pronoun", from: at, to: at + 1 };
  const phrase = isNameWord(token) ? nameEndingAt(tokens, at, floor) : descriptionEndingAt(tokens, at, floor);
  if (phrase === null) return null;
  const before = phrase.from - 1;
  if (before < floor) return phrase;
  if (adverbial.has(tokens[before].lower)) return { kind: "adverbial", from: before, to: at + 1 };
  if (attaching.has(tokens[before].lower)) return withOwner(tokens, phrase, before, floor);
  return conjunctions.has(tokens[before].lower) ? joined(tokens, phrase, before, floor) : phrase;
}

/** "the secretary of the guild", "a spokesman for Marrow"; but of "Marrow of the guild" the name alone. */
function withOwner(tokens: readonly Token[], phrase: Subject, preposition: number, floor: number): Phrase {
  let first = preposition;
  for (let steps = 0; steps < MOST_PHRASES && first > floor; steps++) {
    const head = tokens[first - 1];
    if (head.kind !== "word") break;
    const outer = isNameWord(head)
      ? nameEndingAt(tokens, first - 1, floor)
      : descriptionEndingAt(tokens, first - 1, floor);
    if (outer === null) break;
    if (outer.kind === "name") return outer;
    const before = tokens[outer.from - 1];
    if (outer.from > floor && adverbial.has(before.lower))
      return { kind: "adverbial", from: outer.from - 1, to: phrase.to };
    if (outer.from <= floor || !attaching.has(before.lower))
      return { kind: "description", from: outer.from, to: phrase.to };
    first = outer.from - 1;
  }
  return { kind: "adverbial", from: preposition, to: phrase.to };
}

/** "Marrow and Reed" is one subject; "the storm passed and Marrow" is not. */
function joined(tokens: readonly Token[], phrase: Subject, conjunction: number, floor: number): Subject {
  if (phrase.kind !== "name" || conjunction - 1 < floor || !isNameWord(tokens[conjunction - 1]))
    return phrase;
  const first = nameEndingAt(tokens, conjunction - 1, floor);
  if (first === null || first.kind !== "name") return phrase;
  const before = tokens[first.from - 1];
  if (
    first.from > floor &&
    (adverbial.has(before.lower) || attaching.has(before.lower) || /ed$/.test(before.lower))
  )
    return phrase;
  return { kind: "name", from: first.from, to: phrase.to };
}

function nameEndingAt(tokens: readonly Token[], at: number, floor: number): Subject | null {
  let from = nameStart(tokens, at, floor);
  from = withLeadingParticles(tokens, from, floor);
  const before = from > floor ? tokens[from - 1] : null;
  if (before !== null && isPossessive(before)) return { kind: "name", from, to: at + 1 };
  if (before !== null && /^(?:the|a|an|le|la|les|der|die|das|el|los)$/.test(before.lower)) {
    return { kind: "description", from: from - 1, to: at + 1 };
  }
  return { kind: "name", from, to: at + 1 };
}

/** "de la Cruz insisted": particles belong to a name where nothing stands before them. */
function withLeadingParticles(tokens: readonly Token[], start: number, floor: number): number {
  let from = start;
  while (from > floor && start - from < 3 && isParticle(tokens[from - 1])) from--;
  return from === floor || tokens[from - 1].kind !== "word" ? from : start;
}

function descriptionEndingAt(tokens: readonly Token[], at: number, floor: number): Subject | null {
  let from = at;
  while (from >= floor && at - from < LONGEST_DESCRIPTION) {
    const token = tokens[from];
    if (token.kind !== "word") break;
    if (determiners.has(token.lower)) return from < at ? { kind: "description", from, to: at + 1 } : null;
    if (isPossessive(token))
      return { kind: "description", from: possessorStart(tokens, from, floor), to: at + 1 };
    if (
      isPreposition(token) ||
      conjunctions.has(token.lower) ||
      breakers.has(token.lower) ||
      isPronoun(token) ||
      auxiliary.test(token.lower)
    )
      break;
    from--;
  }
  const bare = from >= floor && auxiliary.test(tokens[from].lower) ? 0 : at - from;
  const bounded = from < floor || !isPreposition(tokens[from]) || attaching.has(tokens[from].lower);
  return bare > 0 && bare <= 3 && bounded ? { kind: "description", from: from + 1, to: at + 1 } : null;
}

/** A verb inside what would be a description shows that it is none: "the fleet was at the same time". */
const auxiliary =
  /^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|shall|should|may|might|can|could|must)$/;

function isPreposition(token: Token): boolean {
  return adverbial.has(token.lower) || attaching.has(token.lower);
}

function possessorStart(tokens: readonly Token[], possessive: number, floor: number): number {
  if (isNameWord(tokens[possessive])) {
    const start = nameStart(tokens, possessive, floor);
    return start > floor && determiners.has(tokens[start - 1].lower) ? start - 1 : start;
  }
  let at = possessive - 1;
  while (at >= floor && possessive - at < 4) {
    if (determiners.has(tokens[at].lower)) return at;
    at--;
  }
  return possessive;
}

/** "Marrow, who led the guild, told": back over the commas to the first part that is a name, or ends in one. */
function acrossApposition(tokens: readonly Token[], comma: number, floor: number): Subject | null {
  const first = Math.max(floor, comma - LONGEST_APPOSITION);
  let end = comma;
  let fallback: Subject | null = null;
  for (let at = comma - 1; at >= first - 1; at--) {
    if (at >= first && !/^[,;–—]$/.test(tokens[at].text)) continue;
    const whole = wholeName(tokens, at + 1, end);
    if (whole !== null) return whole;
    if (end < comma && fallback === null && startsApposition(tokens[end + 1]))
      fallback = endOfSegment(tokens, at + 1, end);
    end = at;
  }
  return fallback;
}

/** A segment that is nothing but a name, a pronoun or a description, whatever conjunction leads it. */
function wholeName(tokens: readonly Token[], from: number, to: number): Subject | null {
  let at = from;
  while (at < to && (conjunctions.has(tokens[at].lower) || tokens[at].lower === "that")) at++;
  if (at >= to) return null;
  if (isPronoun(tokens[at]) && at + 1 === to) return { kind: "pronoun", from: at, to };
  if (!isNameWord(tokens[at]) || nameEnd(tokens, at, to) !== to) return null;
  return { kind: "name", from: at, to };
}

function startsApposition(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === "word" &&
    /^[\p{Ll}\d]/u.test(token.text) &&
    !conjunctions.has(token.lower)
  );
}

function endOfSegment(tokens: readonly Token[], from: number, to: number): Subject | null {
  if (to <= from || tokens[to - 1].kind !== "word") return null;
  const phrase = nounPhraseEndingAt(tokens, to - 1, from);
  return phrase === null || phrase.kind === "adverbial" ? null : phrase;
}

const betweenVerbAndSubject =
  /^(?:also|then|later|aussi|ensuite|auch|también|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|am|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)$/;

/** The subject that starts at token `at`, after its verb ("said the harbor master Tomas Reed"); null for none. */
export function subjectAfter(tokens: readonly Token[], at: number, limit: number): Subject | null {
  let from = at;
  while (from < limit && betweenVerbAndSubject.test(tokens[from].lower)) from++;
  const token = tokens[from];
  if (from >= limit || token.kind !== "word") return null;
  if (isFirstPerson(token)) return { kind: "first-person", from, to: from + 1 };
  if (isPronoun(token)) return { kind: "pronoun", from, to: from + 1 };
  if (isNameWord(token)) return { kind: "name", from, to: nameEnd(tokens, from, limit) };
  const description = descriptionFrom(tokens, from, limit);
  return description === null ? null : (nameInApposition(tokens, description.to, limit) ?? description);
}

/** "said the mayor, Paul Green": a name, and nothing more, after a description and a comma. */
function nameInApposition(tokens: readonly Token[], at: number, limit: number): Subject | null {
  if (at + 1 >= limit || tokens[at].text !== "," || !isNameWord(tokens[at + 1])) return null;
  const to = nameEnd(tokens, at + 1, limit);
  const ends = to === limit || tokens[to].kind === "punctuation";
  return ends && !isPossessive(tokens[to - 1]) ? { kind: "name", from: at + 1, to } : null;
}

function descriptionFrom(tokens: readonly Token[], from: number, limit: number): Subject | null {
  const determined = determiners.has(tokens[from].lower) || isPossessive(tokens[from]);
  let to = from;
  while (to < limit && to - from < LONGEST_DESCRIPTION) {
    const token = tokens[to];
    if (
      token.kind !== "word" ||
      conjunctions.has(token.lower) ||
      breakers.has(token.lower) ||
      isFiller(token)
    )
      break;
    if (
      adverbial.has(token.lower) ||
      (isNotName(token) && !determiners.has(token.lower) && !attaching.has(token.lower))
    )
      break;
    if (isNameWord(token)) {
      const end = nameEnd(tokens, to, limit);
      const owner = to > from && attaching.has(tokens[to - 1].lower);
      const article = to > from && determiners.has(tokens[to - 1].lower);
      const direct = !owner && !article;
      if (owner || (to > from + 1 && (article || isPossessive(tokens[to - 1])))) {
        to = end;
        continue;
      }
      return direct ? { kind: "name", from: to, to: end } : { kind: "description", from, to: end };
    }
    to++;
  }
  while (to > from && (attaching.has(tokens[to - 1].lower) || determiners.has(tokens[to - 1].lower))) to--;
  return determined && to - from > 1 ? { kind: "description", from, to } : null;
}
