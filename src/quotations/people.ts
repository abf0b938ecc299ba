import { FullNames, foldName, withoutTitles } from "./full-names.ts";
import { isNameWord, isNotName, isPersonal, isPossessive, isTitle, nameEnd } from "./name.ts";
import { isTerminal, sentenceStarts, type Token } from "./token.ts";

/** A name that the text mentions outside quotations. */
interface Mention {
  readonly start: number;
  readonly name: string;
  readonly personal: boolean;
  /** First word of its sentence, so that its capital tells nothing. */
  readonly initial: boolean;
  /** No preposition governs it. */
  readonly free: boolean;
  /** Of two words or more, or after a title. */
  readonly full: boolean;
  /** First name of its sentence, and no object of a preposition: likely what the sentence is about. */
  readonly subject: boolean;
}

type Gender = "female" | "male";

const female = new Set("she elle ella lei она ona zij ze hon".split(" "));
const male = new Set("he il él lui он on hij han".split(" "));
/** Cues of a question. */
const ASKS =
  /^(?:ask|asks|asked|asking|wonder|wonders|wondered|inquired?|queried|demanded|fragte|fragt|a demandé|demande|demandait|demandé|interroge|preguntó|pregunta|سأل|سألت|שאל|שאלה)$/u;
/** Share of long words with a capital from which on a block is in title case, and its capitals tell nothing. */
const TITLE_CASE = 0.6;
/** Words between a preposition and a name that say who he is: "by the show's host". */
const LONGEST_ROLE = 4;
/** Mentions looked back at for a pronoun; further back it hardly points. */
const FARTHEST_MENTION = 40;

/** Everyone whom a text names, and whom its pronouns mean. Fed in text order. */
export class People {
  readonly #mentions: Mention[] = [];
  /** Those that the caller knows, which may be many and are another's, and those of the text. */
  readonly #known: FullNames;
  readonly #own = new FullNames();
  readonly #counts = new Map<string, number>();
  readonly #genders = new Map<string, Gender>();
  #speaker: {
    readonly name: string;
    readonly at: number;
    readonly personal: boolean;
    readonly asks: boolean;
  } | null = null;
  /** Whom the pronoun being resolved cannot mean. */
  #excluded: string | null = null;

  /** `names`: people that the caller knows; they are not added to. */
  constructor(names: FullNames | readonly string[] = []) {
    this.#known = names instanceof FullNames ? names : new FullNames(names);
  }

  /** Takes in the names of a paragraph; of one in title case none. */
  read(text: string, tokens: readonly Token[]): void {
    if (isTitleCase(tokens)) return;
    const starts = new Set(sentenceStarts(text, tokens));
    let first = true;
    for (let at = 0; at < tokens.length; at++) {
      if (starts.has(at)) first = true;
      if (!isNameWord(tokens[at])) continue;
      const to = nameEnd(tokens, at, tokens.length);
      first = !this.#mention(text, tokens, at, to, first, starts.has(at)) && first;
      at = to - 1;
    }
  }

  /** The fullest form of a name: "Ilse Marrow" for "Marrow", where the text has just one such. */
  resolve(name: string): string {
    const plain = withoutTitles(name.replace(/['’]s?$/, ""));
    const words = plain.split(/\s+/);
    const upper = plain === plain.toUpperCase();
    if (words.length > 1 && !upper) return plain;
    const fitting = this.#fitting(words);
    if (fitting.length === 1) return fitting[0];
    return fitting.length === 0 && words.length > 1 ? plain : name.replace(/['’]s?$/, "");
  }

  /** The full names that these words are part of, two at the most: of a given name thousands may be held. Of several, those in capitals do not count. */
  #fitting(words: readonly string[]): string[] {
    const last = words[words.length - 1];
    const all = new Set<string>();
    const mixed = new Set<string>();
    for (const names of [this.#known.with(last), this.#own.with(last)])
      for (const full of names) {
        // A word finds only names that it is part of.
        if (words.length > 1 && !fits(words, full)) continue;
        all.add(full);
        if (full !== full.toUpperCase()) mixed.add(full);
        if (mixed.size > 1) return [...mixed];
      }
    return [...(all.size > 1 ? mixed : all)];
  }

  /** Whether the text, or the caller, gives a full name that this one is part of. */
  knows(name: string): boolean {
    return this.#known.with(name).size > 0 || this.#own.with(name).size > 0;
  }

  /** Notes that `name` was credited with words at `at` by `cue`; `personal`: he or she can mean it. */
  credited(name: string, at: number, personal: boolean, cue = ""): void {
    this.#speaker = { name, at, personal, asks: ASKS.test(cue) };
    if (personal && name.includes(" ") && !/^\p{Ll}|^(?:The|A|An) /u.test(name)) this.#own.add(name);
  }

  /**
   * Whom a pronoun at `at` means: the last one credited, or a later sentence's subject; null where none fits. A name
   * of one word that starts a sentence before `sentence`, the pronoun's own, counts only if it comes again.
   * After a question the one who asked it is not the one who speaks, unless `cue` asks again.
   */
  meant(pronoun: string, at: number, sentence: number, cue = ""): string | null {
    this.#excluded = this.#speaker?.asks === true && !ASKS.test(cue) ? this.#speaker.name : null;
    const gender = female.has(pronoun) ? "female" : male.has(pronoun) ? "male" : null;
    if (pronoun === "it")
      return this.#speaker !== null && !this.#speaker.personal ? this.#speaker.name : null;
    const name =
      this.#lastSubject(at, gender) ??
      this.#lastSpeaker(gender) ??
      this.#lastMention(at, gender) ??
      this.#lastSingle(at, gender, sentence);
    if (name !== null && gender !== null) this.#genders.set(name, gender);
    return name;
  }

  #lastSpeaker(gender: Gender | null): string | null {
    if (this.#speaker === null || (gender !== null && !this.#speaker.personal)) return null;
    return this.#agrees(this.#speaker.name, gender) ? this.#speaker.name : null;
  }

  #lastSubject(at: number, gender: Gender | null): string | null {
    if (gender === null) return null;
    return this.#findBack(at, gender, (mention) => mention.subject, this.#speaker?.at ?? -1);
  }

  #lastMention(at: number, gender: Gender | null): string | null {
    if (gender === null) return null;
    return this.#findBack(at, gender, ({ free }) => free, -1) ?? this.#findBack(at, gender, () => true, -1);
  }

  #lastSingle(at: number, gender: Gender | null, sentence: number): string | null {
    if (gender === null) return null;
    const sure = ({ subject, initial, start, name }: Mention) =>
      subject && (!initial || start >= sentence || this.#counts.get(name)! > 1);
    return this.#findBack(at, gender, sure, -1, true);
  }

  #findBack(
    at: number,
    gender: Gender,
    wanted: (mention: Mention) => boolean,
    after: number,
    single = false,
  ): string | null {
    const last = countBefore(this.#mentions, at) - 1;
    for (let index = last; index >= 0 && last - index < FARTHEST_MENTION; index--) {
      const mention = this.#mentions[index];
      if (mention.start < after) return null;
      const name = this.resolve(mention.name);
      const likely =
        mention.personal && (single || mention.full || name !== mention.name || this.knows(name));
      if (likely && wanted(mention) && this.#agrees(name, gender)) return name;
    }
    return null;
  }

  #agrees(name: string, gender: Gender | null): boolean {
    if (name === this.#excluded) return false;
    const known = this.#genders.get(name);
    return gender === null || known === undefined || known === gender;
  }

  #mention(
    text: string,
    tokens: readonly Token[],
    from: number,
    to: number,
    first: boolean,
    initial: boolean,
  ): boolean {
    const before = tokens[from - 1]?.lower ?? "";
    const placed =
      /^(?:the|a|an|his|her|its|their|our|my|your|this|that|in|at|on|near|into|across|le|la|les|à|der|die|das|el|los|las|en)$/.test(
        before,
      );
    const personal = !placed && isPersonal(tokens.slice(from, to));
    // "As for Marrow, she said": what the sentence is about, whatever the preposition.
    const topic = before === "for" && tokens[from - 2]?.lower === "as";
    const governed = !topic && /^(?:of|from|with|by|to|for|about|against|de|von|avec)$/.test(before);
    const free = !governed && !isAgent(tokens, from);
    const subject = first && personal && free;
    const titled = tokens.slice(from, to - 1).findLastIndex((token) => isTitle(token)) + 1;
    const start = from + titled;
    const possessive = isPossessive(tokens[to - 1]);
    const named = to - start === 1 && titled > 0 ? start - 1 : start;
    const name = text
      .slice(tokens[named].start, tokens[to - 1].end)
      .replace(possessive ? /['’]s?$/ : /$^/, "");
    if (titled > 0) this.#learnGender(tokens[from + titled - 1].lower, name);
    if (personal && to - start > 1 && to - start < 6) this.#own.add(name.replace(/\s+/g, " "));
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#mentions.push({
      start: tokens[from].start,
      name,
      personal,
      initial,
      free,
      full: to - named > 1,
      subject: subject && !possessive,
    });
    return subject;
  }

  #learnGender(title: string, name: string): void {
    if (
      /^(?:mrs|ms|miss|mme|mlle|frau|sra|señora|lady|queen|princess|chairwoman|congresswoman)\.?$/.test(title)
    ) {
      this.#genders.set(name, "female");
    } else if (/^(?:mr|herr|sr|señor|monsieur|sir|lord|king|prince|chairman|congressman)\.?$/.test(title)) {
      this.#genders.set(name, "male");
    }
  }
}

/** Whether a name with its office is who did what a participle says: "Asked by the host Carl Ude". */
function isAgent(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at > 0 && from - at <= LONGEST_ROLE; at--) {
    const { kind, text, lower } = tokens[at];
    if (kind !== "word" || !/^\p{Ll}/u.test(text)) return false;
    if (lower === "by") return /ed$/.test(tokens[at - 1].lower);
  }
  return false;
}

function countBefore(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether every word of a shorter name stands in the fuller one: "J. Marrow" is not "Ilse Marrow". */
function fits(words: readonly string[], full: string): boolean {
  const folded = full.split(/\s+/).map(foldName);
  return words.every((word) => folded.includes(foldName(word)));
}

function isTitleCase(tokens: readonly Token[]): boolean {
  if (
    tokens.some((token) => token.kind === "quotation") ||
    (tokens.length > 0 && isTerminal(tokens[tokens.length - 1]))
  )
    return false;
  const long = tokens.filter((token) => token.kind === "word" && token.text.length > 3);
  const capitals = long.filter((token) => /^\p{Lu}/u.test(token.text));
  return long.length > 5 && capitals.length > TITLE_CASE * long.length && !long.some(isNotNameInside);
}

/** A lower-case function word of four letters or more shows running text full of names, not a title. */
function isNotNameInside(token: Token): boolean {
  return isNotName(token) && /^\p{Ll}/u.test(token.text);
}
