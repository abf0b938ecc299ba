import { mix } from "./mix.ts";

/** The commonest words of English, commonest first: they bear no subject, so they can be the same in a made-up language. */
const FUNCTION_WORDS = `the of and to in a that is for we it our be this as with i are on by not have which will from
has all or their they was it's been an at but its you who no so more can must these my would your there us when than do
if one should were any may what them other such only into his those up under he out new now upon every also time some
people between about because through over very well against most let make before without where yet last how first great
know many both then said each own work here much even after during while could good might me just too shall him her she
had did two like way long again never take want think don't that's we're it is within however still since toward down
whether therefore off until though another right say nothing always often perhaps i'm we've can't going got thing things
whose among once around having come came go went see seen give given back part place day days year years
three four five six seven eight nine ten hundred thousand
`;

/** Syllables of the made-up words, the simple ones oftener. */
const ONSETS = "b d f g h k l m n p r s t v w l m n r s t d br fl gr pl sh st".split(" ");
const VOWELS = "a e i o u a e i o ea".split(" ");
const CODAS = ["", "", "", "", "", "", "", "n", "r", "l"];
const ENDINGS = ["", "", "", "", "", "s", "s", "s", "ed", "ed", "ing", "er", "ly", "al", "ion", "en"];

/** Numbers from here on are names of affairs, spelled from their bits and kept nowhere. */
export const FIRST_NAME = 1 << 20;

/** What a word does in a sentence: after a determiner a word of content follows, after a preposition often "the". */
export const WordClass = { content: 0, other: 1, preposition: 2, determiner: 3 } as const;

const PREPOSITIONS = new Set(
  "of to in for with on by from at upon into about between through over under against without during within".split(
    " ",
  ),
);
const DETERMINERS = new Set(
  "the a an our this their his my your these its any no every each those her some many such whose".split(" "),
);

function classOf(word: string): number {
  if (PREPOSITIONS.has(word)) return WordClass.preposition;
  return DETERMINERS.has(word) ? WordClass.determiner : WordClass.other;
}

/**
 * The words of a made-up language, by number, commonest first: function words are English, the others made up, some of
 * them names and some of them figures. Frequent words are short.
 */
export class Lexicon {
  readonly size: number;
  /** Letters of all words in Latin-1, one after the other; word n's end where word n + 1's start. */
  readonly letters: Uint8Array;
  readonly starts: Int32Array;
  /** How many words at the front are function words, after which no sentence ends. */
  readonly functionWords: number;
  /** {@link WordClass} of every word. */
  readonly classes: Uint8Array;

  constructor(size: number) {
    this.size = size;
    const words = [...new Set(FUNCTION_WORDS.trim().split(/\s+/u))];
    this.functionWords = words.length;
    const taken = new Set(words);
    for (let number = words.length; number < size; number++) {
      let word = spell(number, number);
      for (let salt = 1; taken.has(word); salt++) word = spell(number, mix(number + salt * size));
      taken.add(word);
      words.push(word);
    }
    this.classes = new Uint8Array(size);
    for (let number = 0; number < this.functionWords; number++)
      this.classes[number] = classOf(words[number]!);
    words[words.indexOf("i")] = "I";
    this.starts = new Int32Array(size + 1);
    words.forEach((word, number) => {
      this.starts[number + 1] = this.starts[number]! + word.length;
    });
    this.letters = Uint8Array.from(Buffer.from(words.join(""), "latin1"));
  }

  /** The word of a number below `size`, or a name's. */
  word(number: number): string {
    if (number >= FIRST_NAME) return spellName(number);
    return Buffer.from(this.letters.subarray(this.starts[number], this.starts[number + 1])).toString(
      "latin1",
    );
  }
}

/** One made-up word in so many is a figure, one a name. */
const FIGURES = 45;
const NAMES = 14;

function spell(number: number, bits: number): string {
  const h = mix(bits ^ 0x5bd1e995);
  if ((h >>> 0) % FIGURES === 0) return figure(mix(h));
  if ((h >>> 0) % NAMES === 1) return spellName(h);
  const syllables = number < 300 ? 1 + ((h >>> 29) & 1) : 2 + (number > 1500 ? h >>> 31 : 0);
  return (
    syllablesOf(mix(h + 1), syllables) + ENDINGS[(mix(h + 2) >>> 0) % (number < 200 ? 4 : ENDINGS.length)]!
  );
}

function figure(bits: number): string {
  const value = bits >>> 4;
  const kind = bits & 7;
  if (kind < 2) return String(1900 + (value % 130));
  if (kind < 5) return String(value % 100);
  if (kind < 7) return `${1 + (value % 900)},${String(value % 977).padStart(3, "0")}`;
  return `${value % 60}.${(value >>> 6) % 10}`;
}

/** A name of two or three syllables with a capital; one in forty has an accent. */
export function spellName(bits: number): string {
  const h = mix(bits ^ 0x2545f491);
  const name = syllablesOf(h, 2 + (h >>> 31));
  const accented = (h >>> 8) % 40 === 0 ? name.replace(/e/u, "\u00e9") : name;
  return accented[0]!.toUpperCase() + accented.slice(1);
}

function syllablesOf(bits: number, count: number): string {
  let h = bits;
  let word = "";
  for (let i = 0; i < count; i++) {
    h = mix(h + 0x9e3779b9);
    word += ONSETS[(h >>> 0) % ONSETS.length]!;
    word += VOWELS[(h >>> 8) % VOWELS.length]!;
    word += CODAS[(h >>> 16) % CODAS.length]!;
  }
  return word;
}
