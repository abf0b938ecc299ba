/** What stands at the start of a line and says who speaks. `length` covers it and the space after it. */
export interface SpeakerLabel {
  readonly length: number;
  /** `>>` and a dash say that another speaks; a name may follow. */
  readonly mark: "chevrons" | "dash" | null;
  readonly name: string | null;
  /** What brackets or a comma after the name say of its office. */
  readonly role: string | null;
}

const WORD = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'’‘.&-]{0,40}`;
const PARTICLE = "(?:al|el|bin|ibn|van|von|der|den|de|del|della|di|da|dos|du|la|le|of|the|and|&|y)";
const NAME = String.raw`${WORD}(?:[ \u00a0](?:${WORD}|${PARTICLE}|#?\d{1,3})){0,5}`;
/** A figure or a slash after the colon is a time, a verse or an address. */
const LABEL = new RegExp(
  String.raw`(?:(${NAME})(?:[ \u00a0]?\(([^()\n]{1,60})\)|,[ \u00a0]([^:\n]{1,60}))?|[[(](${NAME})[\])])[ \u00a0]?[:：](?![\d/])[ \u00a0]*`,
  "yu",
);
/** A name in brackets before words, without a colon: a label where the file has that name as one. */
const BRACKETED = new RegExp(String.raw`[[(](${NAME})[\])][ \u00a0]*(?=[^\s[(])`, "yu");
const CHEVRONS = /(?:>|›|»){2,3}[ \u00a0]*/y;
/** An em dash goes on with a sentence; the shorter ones open a line of dialogue. */
const DASH = /[-–‐][ \u00a0]?(?=["“«'‘¿¡[(♪]?[\p{L}])/uy;

/** Words that end in a colon at a line's start and name nobody; upper case. */
const NO_NAME = new Set(
  `NOTE NOTES WARNING UPDATE REMEMBER ANSWER QUESTION EXAMPLE IMPORTANT TITLE SUBJECT SUMMARY SOURCE SOURCES DATE PLACE
  CREDIT CREDITS CORRECTION CHAPTER PART SECTION STEP LESSON RULE FIRST SECOND THIRD LAST FINALLY THIS THAT I WE YOU HE SHE
  IT THEY AND BUT SO OR IF HERE THERE NOW YES NO WELL OK OKAY LOOK LISTEN PS P.S. RE`.split(/\s+/),
);
const OPENS_SENTENCE =
  /^(?:the|a|an|this|that|these|those|my|our|your|his|her|its|their|one|and|but|so|or|if|when|what|who|why|how|in|on|at|to|for)\s/i;

const ENDS_SENTENCE = /[.!?…—–-]["”’»)\]]*\s+$/u;
/** Who speaks, by his part in the talk: a label even where it stands once. */
const ROLE =
  /^(?:narrator|interviewer|moderator|presenter|host|reporter|announcer|anchor|audience|caller|interpreter|translator)$/iu;

const UPPER = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

function spaced(name: string): string {
  return name.replace(/\s+/gu, " ").trim();
}

/** A name's one spelling, by which labels are compared. */
export function speakerKey(name: string): string {
  return spaced(name).toUpperCase().replace(/\./g, "");
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Tells labels from words that happen to end in a colon. `add` every line's start first, then ask. */
export class SpeakerLabels {
  readonly #counts = new Map<string, number>();
  /** Made when the first bracket asks for it, after all lines were added. */
  #byWord: Map<string, string | null> | null = null;
  /** Lines that open with `>>`. */
  #chevrons = 0;
  #capitals = 0;
  #letters = 0;

  /** Counts what may be a label at `at`, and how the text is written. */
  add(text: string, at: number): void {
    const open = this.#mark(text, at);
    if (open.mark === "chevrons") this.#chevrons++;
    const label = matched(LABEL, text, at + open.length);
    const name = label?.[1] ?? label?.[4];
    if (name !== undefined) {
      const key = speakerKey(name);
      if (this.#counts.size < MOST_NAMES) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
    const line = text.slice(at + (label?.[0].length ?? 0), at + SAMPLE);
    this.#letters += line.match(/\p{L}/gu)?.length ?? 0;
    this.#capitals += line.match(/\p{Lu}/gu)?.length ?? 0;
  }

  /** The label at `at`, the start of a line, or null. */
  at(text: string, at: number): SpeakerLabel | null {
    const { mark, length } = this.#mark(text, at);
    const label = matched(LABEL, text, at + length);
    const name = label?.[1] ?? label?.[4];
    if (label !== null && name !== undefined && this.#names(label, name, mark)) {
      return {
        length: length + label[0].length,
        mark,
        name: spaced(name),
        role: label[2]?.trim() ?? label[3]?.trim() ?? null,
      };
    }
    const bracketed = matched(BRACKETED, text, at + length);
    const known = bracketed === null ? null : this.#known(bracketed[1]!);
    if (bracketed !== null && known !== null)
      return { length: length + bracketed[0].length, mark, name: known, role: null };
    return mark === null ? null : { length, mark, name: null, role: null };
  }

  /**
   * Whether `>>` inside a line, at `at`, says that another speaks: it stands after a sentence's end, or the file opens
   * lines with it. Else it may be a sign that the text speaks of.
   */
  turnsAt(text: string, at: number): boolean {
    if (!text.startsWith(">>", at)) return false;
    return this.#chevrons > 0 || ENDS_SENTENCE.test(text.slice(Math.max(0, at - 8), at));
  }

  #mark(text: string, at: number): Pick<SpeakerLabel, "mark" | "length"> {
    const chevrons = matched(CHEVRONS, text, at);
    if (chevrons !== null) return { mark: "chevrons", length: chevrons[0].length };
    const dash = matched(DASH, text, at);
    return { mark: dash === null ? null : "dash", length: dash?.[0].length ?? 0 };
  }

  /** The one name of a label in the file that is this, or has it as a word; null where none or several do. */
  #known(name: string): string | null {
    const key = speakerKey(name);
    if (this.#counts.has(key) && !NO_NAME.has(key)) return key;
    this.#byWord ??= this.#words();
    return this.#byWord.get(key) ?? null;
  }

  /** Names of several words by each of them; null for a word of several names. */
  #words(): Map<string, string | null> {
    const byWord = new Map<string, string | null>();
    for (const name of this.#counts.keys()) {
      const words = new Set(name.split(" "));
      if (words.size > MOST_WORDS || OPENS_SENTENCE.test(name)) continue;
      for (const word of words) byWord.set(word, byWord.has(word) ? null : name);
    }
    return byWord;
  }

  #names(label: RegExpExecArray, name: string, mark: SpeakerLabel["mark"]): boolean {
    const key = speakerKey(name);
    const isKnown = (this.#counts.get(key) ?? 0) > 1;
    if (mark === "chevrons") return isKnown || !this.#isInCapitals || !OPENS_SENTENCE.test(name);
    // A comma may go on with a sentence: only after a sure mark is it an office.
    if (NO_NAME.has(key) || label[3] !== undefined) return false;
    if (label[4] !== undefined || label[2] !== undefined || mark === "dash") return true;
    const words = name.split(/\s+/u).length;
    if (isKnown && words <= MOST_WORDS) return !OPENS_SENTENCE.test(name) || UPPER.test(name);
    if (ROLE.test(name)) return true;
    if (this.#isInCapitals) return false;
    if (/^[QA]$/u.test(name) || (UPPER.test(name) && key.length > 1)) return words <= MOST_WORDS;
    return words > 1 && words <= MOST_WORDS && !OPENS_SENTENCE.test(name);
  }

  /** Live captions are in capitals throughout: there capitals tell no name from words. */
  get #isInCapitals(): boolean {
    return this.#capitals * 2 > this.#letters && this.#letters > 0;
  }
}

/** Names of more words are sentences. */
const MOST_WORDS = 4;
/** A file has fewer speakers; what more there is are sentences with a colon. */
const MOST_NAMES = 10_000;
/** Letters of a line that tell how a file is written. */
const SAMPLE = 80;
