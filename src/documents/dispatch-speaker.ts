import type { Speaker } from "./document.ts";
import {
  familyName,
  isName,
  isNameWord,
  isOffice,
  isParticle,
  isUncasedName,
  splitTitle,
} from "./person-name.ts";

interface Candidate {
  readonly name: string;
  readonly office: string | null;
  readonly score: number;
}

/** A summary is read up to here for names: it is a few paragraphs. */
const SUMMARY_REACH = 20_000;
/** The one who speaks is among the first names of a summary; each name costs a search of it. */
const MOST_NAMES = 40;
/** A title is read up to here for the name it starts with. */
const TITLE_REACH = 300;
/** A candidate needs two signs of being the one who speaks; one alone a place or an outlet has, too. */
const LOWEST_SCORE = 3;

const SPEAKS =
  "said|says|stated|states|added|adds|told|tells|explained|explains|stressed|claimed|claims|argued|argues|warned|warns|noted|notes|spoke|speaks|discussed|discusses|wrote|writes|called|calls|asserted|declared|praised|rejected|insisted|described|recalled|emphasized|expressed|continued|concluded|admitted|urged|asked|answered|replied|reiterated|commented|boasted|promised|complained|criticized|addressed|lectured|predicted|announced|accused";
const NO_NAME_START =
  /^(?:In|On|At|The|A|An|As|Of|For|From|With|When|While|After|Before|During|Following|Noting|Asked|Asking|Speaking|According|He|She|They|It|His|Her|Their|This|That|These|Those|To|By|But|And|Also|However|Meanwhile|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Stressing|Adding|Another|Like|Since|Then|Yesterday|Today|Recently|Earlier|Later|Last|Now)$/u;
const INSTITUTION =
  /\b(?:Courier|Times|Post|News|Newspaper|TV|Television|Radio|Channel|Website|Agency|University|Party|Council|Union|Guild|Society|Ministry|Committee|Street|River|Port|Bay|Island|Islands|Library|Museum|Orchestra|Almanac|Observer|Herald|Gazette|Daily|Weekly|Journal|Magazine|Press|Network|Movement|Organization|Association|Institute|Center|Centre|House|Court|Bank|Company|Republic|States|Kingdom|East|West|North|South)\b/u;

/**
 * Whom a dispatch lets speak: the name that its captions, title and summary point to together, with the office that the
 * summary gives; null where they point to none. `excerpted` are those whose words its openings say to be excerpted.
 */
export function speakerOf(
  title: string,
  summary: string,
  captions: readonly string[],
  excerpted: readonly string[] = [],
): Speaker | null {
  const familyNames = new Set(excerpted.map(familyName));
  const words = summary
    .slice(0, SUMMARY_REACH)
    .replace(/\[\^?\d{1,3}\]/gu, "")
    .replace(/\s+/gu, " ");
  const folded = fold(title);
  const names = new Set([
    ...namesOf(words),
    ...captions.flatMap((shows) => (isPerson(shows) ? [bare(shows)] : [])),
  ]);
  let best: Candidate | null = null;
  for (const name of [...names].slice(0, MOST_NAMES)) {
    const candidate = weigh(name, words, folded, captions, familyNames);
    if (best === null || candidate.score > best.score) best = candidate;
  }
  if (best === null || best.score < LOWEST_SCORE) best = null;
  const found = best?.name ?? introducedIn(title) ?? nameBeforeColon(title) ?? caselessName(title, words);
  return found === null ? null : { name: found, office: best?.office ?? null };
}

/** Who asks, where the summary says so: "interviewed by NAME", "host NAME". */
export function interviewerOf(summary: string): string | null {
  const words = summary.slice(0, SUMMARY_REACH).replace(/\s+/gu, " ");
  const match =
    /\b(?:interviewed by|interviewer|moderated by|moderator|hosted by|host|anchor|presenter|(?:interview|conversation) with (?:the )?(?:journalist|reporter|presenter|correspondent|broadcaster)|questions (?:put |asked )?(?:by|from))\s+/u.exec(
      words,
    );
  if (match === null) return null;
  return namesOf(words.slice(match.index + match[0].length).slice(0, 80), true)[0] ?? null;
}

function isPerson(words: string): boolean {
  const name = bare(words);
  return name.includes(" ") && isName(name) && !INSTITUTION.test(name);
}

function bare(words: string): string {
  return splitTitle(words.trim()).name.replace(/['’]s$/u, "");
}

/** Runs of two and more capitalised words; `atStart`: only the one that `words` start with. */
function namesOf(words: string, atStart = false): string[] {
  const names: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    while (run.length > 0 && (NO_NAME_START.test(run[0]!) || isParticle(run[0]!))) run.shift();
    while (run.length > 0 && isParticle(run[run.length - 1]!)) run.pop();
    const name = bare(run.join(" "));
    if (name.includes(" ") && isName(name)) names.push(name);
    run = [];
  };
  for (const token of words.split(" ")) {
    const word = token.replace(/^["“(]+|[",;:.?!)”]+$/gu, (edge) =>
      /^\.$/u.test(edge) && /^\p{Lu}\.$/u.test(token) ? edge : "",
    );
    if (isNameWord(word) || (run.length > 0 && isParticle(word))) run.push(word);
    else {
      flush();
      if (atStart) return names;
      continue;
    }
    // A mark after the word ends the name, but not the full stop of an initial or a title.
    if (/[",;:?!)”]$|[^.]{4,}\.$|['’]s$/u.test(token)) flush();
    if (atStart && names.length > 0) return names;
  }
  flush();
  return names;
}

function weigh(
  name: string,
  summary: string,
  title: string,
  captions: readonly string[],
  familyNames: ReadonlySet<string>,
): Candidate {
  const after = firstAfter(name, summary, APPOSITION);
  const led = leadOf(name, summary);
  const officeAfter = after !== null && isOfficeHeld(after[1]!) ? after[1]!.trim() : null;
  const officeBefore = led !== null && hasOffice(led) ? trimLead(led) : null;
  let score = 0;
  if (captions.some((shows) => bare(shows) === name)) score += 5;
  else if (captions.some((shows) => shows.startsWith(name))) score += 2;
  if (title.includes(fold(name))) score += 3;
  if (officeAfter !== null) score += 2;
  if (officeBefore !== null) score += 1;
  if (after !== null || summary.includes(`${name}, who `)) score += 1;
  if (firstAfter(name, summary, WHO_SAYS) !== null) score += 2;
  if (firstAfter(name.slice(name.lastIndexOf(" ") + 1), summary, SAYS) !== null) score += 2;
  if (summary.includes(`the ${name}`) || summary.includes(`The ${name}`)) score -= 4;
  if (INSTITUTION.test(name) || isOutlet(name, summary)) score -= 3;
  if (familyNames.has(familyName(name))) score += 5;
  return { name, office: officeAfter ?? officeBefore, score };
}

const APPOSITION = /^,\s(?:the |a |an )?([^,.;()"“”]{3,120}?)(?=,|\.|;|\(| who | in an? | on \p{Lu})/u;
const SAYS = new RegExp(`^,? (?:also |further |then |again |went on to )?(?:${SPEAKS})\\b`, "u");
/** "Oskar Lindh, who heads the drivers' council, said". */
const WHO_SAYS = new RegExp(`^, who\\s[^.;"“”]{3,120}?,\\s(?:${SPEAKS})\\b`, "u");
/** Units after a name that a pattern is matched against: more than either pattern takes. */
const PATTERN_REACH = 150;

/** What `pattern` finds right after the first place of a name where it finds anything; null where nowhere. */
function firstAfter(name: string, summary: string, pattern: RegExp): RegExpExecArray | null {
  for (let at = summary.indexOf(name); at >= 0; at = summary.indexOf(name, at + 1)) {
    const end = at + name.length;
    const found = isWordStart(summary, at) ? pattern.exec(summary.slice(end, end + PATTERN_REACH)) : null;
    if (found !== null) return found;
  }
  return null;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/\p{L}/u.test(text[at - 1]!);
}

/** Words before a name looked at for an office: the longest titles that desks print. */
const LONGEST_LEAD = 12;

/** The words between a clause's start, or a preposition, and the name's first place after one; null where there are none. */
function leadOf(name: string, summary: string): string | null {
  for (let at = summary.indexOf(name); at >= 0; at = summary.indexOf(name, at + 1)) {
    const words = summary.slice(Math.max(0, at - 200), at).split(" ");
    if (words.pop() !== "") continue;
    let from = words.length;
    while (from > 0 && words.length - from < LONGEST_LEAD && /^[\p{L}'’&-]+$/u.test(words[from - 1]!)) from--;
    const start = words.findIndex((word, i) => i >= from && /^(?:with|by|of|from|In|interview)$/u.test(word));
    const first =
      from === 0 || /[,.;(]$/u.test(words[from - 1]!) ? from : start < 0 ? words.length : start + 1;
    if (first < words.length) return words.slice(first).join(" ");
  }
  return null;
}

/** Whether an apposition says what its name is: its own noun is an office, and no other person's ("columnist Tom Reed wrote"). */
function isOfficeHeld(phrase: string): boolean {
  const words = phrase.trim().split(/\s+/u);
  const end = words.findIndex((word) => /^(?:of|for|at|in|on|to|from|with|by|about|that|which)$/u.test(word));
  const head = end < 0 ? words : words.slice(0, end);
  const office = head.findLastIndex((word) => isOffice(word));
  if (office < 0 || /^who/u.test(head[0]!) || SPOKE.test(head[0]!)) return false;
  return /^\p{Lu}/u.test(head[office]!) || !/^\p{Lu}/u.test(head[office + 1] ?? "");
}

const SPOKE = new RegExp(`^(?:${SPEAKS})$`, "u");
const OUTLETS =
  "daily weekly monthly newspaper magazine journal website channel station agency periodical paper portal".split(
    " ",
  );

/** Whether the summary says of a name that it is a paper's or a channel's. */
function isOutlet(name: string, summary: string): boolean {
  return OUTLETS.some((noun) => summary.includes(`${noun} ${name}`) || summary.includes(`${name} ${noun}`));
}

function hasOffice(phrase: string): boolean {
  return phrase.split(/\s+/u).some((word) => isOffice(word));
}

function trimLead(phrase: string): string {
  return phrase.trim().replace(/^(?:the|a|an|with|by|of|In|in)\s+/u, "");
}

const INTERVIEW =
  /^(?:an? |une? |ein |una )?(?:(?:exclusive |full )?(?:interview|conversation|q&a) with|(?:entretien|interview|conversation|rencontre) avec|(?:interview|gespräch) mit|(?:entrevista|conversación|conversa) (?:con|com|a)|intervista (?:a|con)|intervju med|(?:interview|gesprek) met|(?:حوار|مقابلة|لقاء|حديث|مقابلة صحفية) مع|گفتگو با|ראיון עם|专访|採訪|采访)\s*/iu;

/** `Interview with NAME, OFFICE`, in the languages whose words for it leave the name as it is. */
function introducedIn(title: string): string | null {
  const match = INTERVIEW.exec(title.slice(0, TITLE_REACH));
  if (match === null) return null;
  const rest = title.slice(match[0].length, TITLE_REACH).replace(/\s+/gu, " ");
  const cased = namesOf(rest, true)[0];
  if (cased !== undefined) return cased;
  const uncased = rest.split(/[,:;،؛，：—–(]/u)[0]!.trim();
  return uncased !== "" && isUncasedName(uncased) ? uncased : null;
}

/** `NAME: claim; claim` and `NAME, OFFICE: …`, for titles without a summary that says more. */
function nameBeforeColon(title: string): string | null {
  const head =
    /^([^:,;]{3,60}?)(?:[:,]| In (?:An? )?(?:\p{Lu}\p{L}+ ){0,3}(?:Interview|Article|Sermon|Speech|Lecture)\b)/u.exec(
      title.replace(/\s+/gu, " "),
    );
  if (head === null || !isPerson(head[1]!)) return null;
  const name = bare(head[1]!);
  return name.split(" ").length <= 4 && !hasOffice(name) && familyName(name) !== "" ? name : null;
}

/** In a script without capitals: the last words before the title's colon that the summary has too, two at the least. */
function caselessName(title: string, summary: string): string | null {
  const head = /^([\p{Script=Arabic}\p{Script=Hebrew}\p{M}'’" -]{4,80}):/u.exec(title.replace(/\s+/gu, " "));
  const words = head === null ? [] : head[1]!.trim().split(" ");
  for (let from = 0; from + 2 <= words.length; from++) {
    const name = words.slice(from).join(" ");
    if (summary.includes(name)) return name;
  }
  return null;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[‘’ʿʾ]/gu, "'");
}
