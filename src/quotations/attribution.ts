import { type CaselessCredit, caselessAfter, caselessBefore, isCaseless } from "./caseless-credit.ts";
import type { Credit } from "./credit.ts";
import { creditAfter, creditLater } from "./credit-after.ts";
import { creditBefore, creditOfSentence, isTitleOfWork } from "./credit-before.ts";
import {
  type EastAsianCredit,
  eastAsianAfter,
  eastAsianBefore,
  isEastAsianText,
} from "./east-asian-credit.ts";
import { isPersonal } from "./name.ts";
import { type Passage, type Place, passageOf, sentenceEnd, sentenceStart } from "./passage.ts";
import { People } from "./people.ts";
import type { Attribution, Stretch } from "./quotation.ts";
import { type Token, tokensOf } from "./token.ts";

/** Tokens on either side of a quotation from which its paragraph's script is told. */
const SCRIPT_SAMPLE = 30;
/** UTF-16 code units before a quotation in which {@link attributionBefore} looks; more than any clause has. */
const LONGEST_LEAD = 2000;

/** What the text says of one quotation: someone; `writer`, that these are no third party's words; or null, nothing. */
export type Verdict = Attribution | "writer" | null;

/** Whom the sentences around a quotation credit with it: after `last` of its paragraphs, or before the `first`. */
export function attributionOf(first: Place, last: Place, people: People): Verdict {
  const sample = sampleAround(first);
  if (isCaseless(sample)) return caselessAttribution(first, last, people);
  if (isEastAsianText(sample)) {
    const found = eastAsianAttribution(first, last, people);
    if (found !== null) return found;
  }
  if (isTitleOfWork(first.passage, first.at)) return "writer";
  const credited = creditAfter(last.passage, last.at);
  if (credited !== null) return resolve(last.passage, credited, people);
  const introduced = creditBefore(first.passage, first.at);
  if (introduced !== null) return resolve(first.passage, introduced, people);
  const later = creditLater(last.passage, last.at);
  return later === null ? null : resolve(last.passage, later, people);
}

/** Whom the sentence that ends before token `at`, which holds no quotation, credits with speech. */
export function attributionOfSentence({ passage, at }: Place, people: People): Verdict {
  const credit = creditOfSentence(passage, at);
  return credit === null ? null : resolve(passage, credit, people);
}

/** The words near a quotation, its own left out. */
function sampleAround({ passage, at }: Place): string {
  const near = passage.tokens.slice(Math.max(0, at - SCRIPT_SAMPLE), at + SCRIPT_SAMPLE);
  return near.map((token) => token.text.slice(0, SCRIPT_SAMPLE)).join(" ");
}

function resolve(passage: Passage, credit: Credit, people: People): Verdict {
  const { text, tokens } = passage;
  const { kind, from, to } = credit.subject;
  if (kind === "first-person") return "writer";
  const { start } = tokens[from];
  const end = tokens[to - 1].end - (/['’]s$/.test(tokens[to - 1].text) && kind !== "pronoun" ? 2 : 0);
  if (kind === "pronoun") {
    const word = /-(?:t-)?(\p{L}+)$/u.exec(tokens[from].lower)?.[1] ?? tokens[from].lower;
    const name = people.meant(normalPronoun(word), start, sentenceOf(passage, from), credit.cue);
    return name === null ? null : { name, cue: credit.cue, start, end };
  }
  const written = text.slice(start, end).replace(/\s+/g, " ");
  const name = kind === "name" ? people.resolve(written) : written;
  people.credited(name, start, isAnimate(tokens, from, to), credit.cue);
  return { name, cue: credit.cue, start, end };
}

/** Whether he or she can mean it: not a paper, a body or a piece of writing. Its head decides: "the secretary of the guild". */
function isAnimate(tokens: readonly Token[], from: number, to: number): boolean {
  let head = from;
  while (head + 1 < to && !/^(?:of|for|at|from|by|in|de|du|von)$/.test(tokens[head + 1].lower)) head++;
  return isPersonal(tokens.slice(from, head + 1)) && !writing.test(tokens[head].lower);
}

const writing =
  /^(?:letter|statement|article|essay|bill|sign|text|document|message|page|post|story|poem|book|song|proverb|rule|notice|label|note|memo|email|declaration|resolution|manual|leaflet|poster|caption|headline|editorial|survey|study|witnesses|critics|officials)$/;

/** Where the sentence of a token starts, in the text. */
function sentenceOf(passage: Passage, at: number): number {
  return passage.tokens[sentenceStart(passage, at)].start;
}

function normalPronoun(word: string): string {
  return /^(?:his)$/.test(word) ? "he" : word === "her" ? "she" : word === "their" ? "they" : word;
}

function caselessAttribution(first: Place, last: Place, people: People): Verdict {
  const { tokens } = last.passage;
  const end = sentenceEnd(last.passage, Math.min(last.at + 1, tokens.length - 1));
  const after = caselessAfter(last.passage, last.at, end);
  if (after !== null) return resolveCaseless(last.passage, after, people);
  const before = caselessBefore(first.passage, first.at, sentenceStart(first.passage, first.at));
  return before === null ? null : resolveCaseless(first.passage, before, people);
}

function eastAsianAttribution(first: Place, last: Place, people: People): Verdict {
  const { text, tokens } = last.passage;
  const { end } = last.passage.tokens[last.at];
  const { start } = first.passage.tokens[first.at];
  const floor =
    first.passage.tokens[first.at - 1]?.kind === "quotation"
      ? first.passage.tokens[first.at - 1].end
      : first.passage.tokens[0].start;
  const limit = tokens[last.at + 1]?.kind === "quotation" ? end : tokens[tokens.length - 1].end;
  const credit = eastAsianAfter(text, end, limit) ?? eastAsianBefore(text, start, end, floor);
  return credit === null ? null : resolveEastAsian(text, credit, people);
}

function resolveEastAsian(
  text: string,
  { name: { start, end }, pronoun, cue }: EastAsianCredit,
  people: People,
): Verdict {
  if (pronoun === "writer") return "writer";
  const written = text.slice(start, end);
  const name = pronoun === null ? people.resolve(written) : people.meant(pronoun, start, start, cue);
  if (name === null) return null;
  if (pronoun === null) people.credited(name, start, true, cue);
  return { name, cue, start, end };
}

function resolveCaseless(passage: Passage, credit: CaselessCredit, people: People): Verdict {
  const { text, tokens } = passage;
  if (credit.firstPerson) return "writer";
  if (credit.pronoun !== null) {
    const name = people.meant(
      credit.pronoun,
      tokens[credit.verb].start,
      sentenceOf(passage, credit.verb),
      credit.cue,
    );
    return name === null
      ? null
      : { name, cue: credit.cue, start: tokens[credit.verb].start, end: tokens[credit.verb].end };
  }
  const { start } = tokens[credit.from];
  const { end } = tokens[credit.to - 1];
  const name = people.resolve(text.slice(start, end).replace(/\s+/g, " "));
  people.credited(name, start, true, credit.cue);
  return { name, cue: credit.cue, start, end };
}

/**
 * Whom the words of text.slice(from, start) credit with the quotation that opens at `start`: "The harbor master wrote
 * to us that" gives "The harbor master". Null where they credit no one, or the one who speaks ("I said"). A pronoun
 * that means no one named in these words is given as it stands, or, where the verb alone stands for one, in full.
 */
export function attributionBefore(
  text: string,
  start: number,
  from: number,
  options: { readonly language?: string | null } = {},
): Attribution | null {
  const language = options.language?.toLowerCase().split(/[-_]/)[0] ?? "";
  const opening: Token = { kind: "quotation", start, end: start, text: "", lower: "" };
  const words = tokensOf(text, Math.max(from, start - LONGEST_LEAD), start);
  const passage = passageOf(text, [...words, opening], language);
  const sample = sampleAround({ passage, at: words.length });
  if (isCaseless(sample)) {
    const credit = caselessBefore(passage, words.length, sentenceStart(passage, words.length));
    if (credit === null || credit.firstPerson) return null;
    const verdict = resolveCaseless(passage, credit, peopleIn(text, words));
    if (verdict === "writer") return null;
    return (
      verdict ?? {
        ...spanOf(words[credit.verb]),
        name: pronounIn(words[credit.verb], credit),
        cue: credit.cue,
      }
    );
  }
  if (isEastAsianText(sample)) {
    const credit = eastAsianBefore(text, start, start, Math.max(from, start - LONGEST_LEAD));
    const verdict = credit === null ? null : resolveEastAsian(text, credit, peopleIn(text, words));
    if (verdict === "writer") return null;
    if (credit !== null)
      return (
        verdict ?? { ...credit.name, name: text.slice(credit.name.start, credit.name.end), cue: credit.cue }
      );
  }
  const credit = creditBefore(passage, words.length);
  if (credit === null || credit.subject.kind === "first-person") return null;
  const verdict = resolve(passage, credit, peopleIn(text, words));
  return verdict === "writer" ? null : (verdict ?? asItStands(passage, credit));
}

/** Those whom the words name; most words credit no one, and then it is not asked. */
function peopleIn(text: string, words: readonly Token[]): People {
  const people = new People();
  people.read(text, words);
  return people;
}

function spanOf({ start, end }: Token): Stretch {
  return { start, end };
}

/** The pronoun that an Arabic or Hebrew verb holds in itself. */
function pronounIn(verb: Token, { pronoun }: CaselessCredit): string {
  const [he, she, they] = /[\u0590-\u05FF]/.test(verb.text) ? ["הוא", "היא", "הם"] : ["هو", "هي", "هم"];
  return pronoun === "she" ? she : pronoun === "they" ? they : he;
}

function asItStands(passage: Passage, credit: Credit): Attribution {
  const { start } = passage.tokens[credit.subject.from];
  const { end } = passage.tokens[credit.subject.to - 1];
  return { name: passage.text.slice(start, end), cue: credit.cue, start, end };
}
