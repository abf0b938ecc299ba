import { isCapitalised, type Token } from "./token.ts";

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Small words inside a name: Ana de la Cruz, Ludwig van Beethoven, Omar bin Salim. */
const particles = words(
  "de la del della der den van von bin ibn ben bint al el da di do dos das du des le ter ten te zu zum y e abu abd af av",
);

/** Titles before a name, lower case. Those without a full stop are kept only where no full name is known. */
const titles = words(
  `mr mrs ms mx dr prof gen col lt sgt capt cpt maj adm rev hon sen rep gov pres st sir dame lord lady madam madame
  mr. mrs. ms. mx. dr. prof. gen. col. lt. sgt. capt. cpt. maj. adm. rev. hon. sen. rep. gov. pres. mme mme. mlle mlle. m. mm.
  herr frau hr. fr. monsieur señor señora sr. sra. srta. don doña signor signora president presidente président senator
  congressman congresswoman governor mayor minister chancellor king queen prince princess pope bishop archbishop
  cardinal rabbi imam sheikh shaikh ayatollah mullah professor doctor captain general colonel major sergeant lieutenant
  admiral commander commodore judge justice detective inspector officer secretary ambassador director chairman
  chairwoman chief sister brother father mother uncle aunt maestro coach`,
);

/** Words that a sentence starts with, or that are always capitalised, and that are no part of a name. */
const notNames = words(
  `a an the this that these those then thus there here now today yesterday tomorrow tonight later still yet but and or nor so
  if in on at as of for from to by with without within into onto over under about above after before during since until
  till while when whenever where wherever why how what which who whom whose whether because although though unless once
  however moreover meanwhile instead also again perhaps maybe indeed finally earlier eventually recently asked noting
  speaking writing adding according his her its their our my your he she it they we you i one two three four five some
  many most all both each every no not never only even just last next first second third another other others such
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer autumn winter christmas easter i'm i've i'd i'll we're we've we'd we'll he's she's it's they're they've you're you've can could would will let was is
  are do does did has have had may must shall should might listen look remember imagine consider whereas therefore
  furthermore please yes well thank thanks ladies gentlemen applause laughter
  says said tells told asks asked warns warned calls called claims claimed vows vowed denies denied urges urged insists
  insisted adds added writes wrote mondays sundays nobody everybody everyone
  le les un une des dans sur pour mais et puis selon il elle ils elles on nous vous je ce cette ces son sa ses der die das
  den dem ein eine und aber im am als nach vor er sie es wir ich los las una pero según él ella su el la lundi mardi
  mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag`,
);

/** Words of places, bodies and papers: a name that holds one is not a person's. */
const impersonal = words(
  `guild union council committee commission ministry department office agency authority association society company
  corporation corp inc ltd llc club party church university college school institute academy museum library orchestra
  theatre theater bank court house senate congress parliament assembly port harbor harbour bay cape island islands isle
  lake river mount mountain valley street road avenue square bridge park gardens garden city town county state states
  north south east west northern southern eastern western times post news courier herald tribune gazette journal
  chronicle press radio tv television magazine review daily weekly website agency channel network report dispatch
  series special act bill plan treaty war battle conference festival prize award day week basin row quay pier dock
  station airport hotel hospital center centre group team fund trust force forces army navy act address constitution congress government administration law convention
  declaration democrat democrats republican republicans new york washington america american americans european trust foundation kingdom republic union nations`,
);

/** Whether a token is a title before a name: Dr., President. */
export function isTitle(token: Pick<Token, "lower">): boolean {
  return titles.has(token.lower);
}

/** Whether a token is a small word that may stand inside a name: de, van, bin. */
export function isParticle(token: Token): boolean {
  return particles.has(token.lower);
}

/** Whether a token is a function word, a day or a month, which its capital makes no name. */
export function isNotName(token: Token): boolean {
  return notNames.has(token.lower);
}

/** Whether a token can be a word of a name: capitalised and neither a function word nor a day or month. */
export function isNameWord(token: Token): boolean {
  return isCapitalised(token) && !isNotName(token);
}

/** Of those, what is also a given name, where it leads: Bill Harper, but the Harbor Bill. */
const givenNames = words("bill");

/** Whether these tokens, a name, may be a person's: no word of a place, body or paper among them. */
export function isPersonal(tokens: readonly Token[]): boolean {
  const from = tokens.length > 1 && givenNames.has(tokens[0].lower) ? 1 : 0;
  return !tokens.slice(from).some((token) => impersonal.has(token.lower.replace(/'s?$/, "")));
}

/** Index after the name that starts at `at`, which is a name word; initials and particles inside it included. */
export function nameEnd(tokens: readonly Token[], at: number, limit: number): number {
  let end = at;
  let next = at;
  while (next < limit) {
    if (isNameWord(tokens[next]) || (next > at && isCapitalised(tokens[next]) && isParticle(tokens[next]))) {
      next++;
      end = next;
      if (isPossessive(tokens[next - 1])) break;
    } else if (next > at && isParticle(tokens[next])) next++;
    else break;
  }
  return end;
}

/** Index of the first token of the name that ends with token `at`, which is a name word. */
export function nameStart(tokens: readonly Token[], at: number, floor: number): number {
  let start = at;
  let previous = at - 1;
  while (previous >= floor && at - previous < LONGEST_NAME) {
    const token = tokens[previous];
    if (isPossessive(token)) break;
    if (isNameWord(token) || (isCapitalised(token) && isParticle(token) && isNameWord(tokens[previous + 1])))
      start = previous;
    else if (!isParticle(token)) break;
    previous--;
  }
  return start;
}

/** Tokens; titles, particles and initials count. */
const LONGEST_NAME = 9;

/** Marrow's, pilots'. */
export function isPossessive(token: Token): boolean {
  return /(?:['’]s|s['’])$/.test(token.text);
}
