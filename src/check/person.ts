/** Whether two names are one person's: `unsure` where the names alone do not tell. */
export type Identity = "same" | "different" | "unsure";

/** Titles and ranks that stand before a name and are no part of it. */
const TITLES = new Set(
  (
    "mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister brother sheikh sheik shaykh imam rabbi ayatollah " +
    "president vice premier chancellor minister secretary senator sen governor gov ambassador general gen colonel col major maj captain capt " +
    "lieutenant lt sergeant sgt judge justice king queen prince princess pope bishop archbishop representative rep congressman congresswoman " +
    "director chairman chairwoman chair speaker mayor commissioner under acting deputy former late the hon honorable honourable " +
    "m mme mlle monsieur madame mademoiselle docteur professeur président présidente ministre herr frau señor señora don doña " +
    "السيد السيدة الدكتور الدكتورة الأستاذ الأستاذة الشيخ الرئيس الوزير المهندس المهندسة د"
  ).split(" "),
);
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"]);
/** Particles that a surname may carry or drop. */
const PARTICLES = new Set(
  "al el de del della di da dos du des la le van von der den ten ter bin ibn ben bint abu".split(" "),
);

/** Short forms and the names they stand for: forms that do not begin alike. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  bill: ["william"],
  will: ["william"],
  bob: ["robert"],
  rob: ["robert"],
  dick: ["richard"],
  rick: ["richard"],
  jack: ["john"],
  jim: ["james"],
  jimmy: ["james"],
  tom: ["thomas"],
  tony: ["anthony", "antonio"],
  ted: ["edward", "theodore"],
  ned: ["edward"],
  mike: ["michael"],
  mick: ["michael"],
  joe: ["joseph"],
  harry: ["henry", "harold"],
  hank: ["henry"],
  chuck: ["charles"],
  peggy: ["margaret"],
  meg: ["margaret"],
  maggie: ["margaret"],
  kate: ["katherine", "catherine", "kathryn"],
  kitty: ["katherine", "catherine"],
  liz: ["elizabeth"],
  beth: ["elizabeth"],
  betty: ["elizabeth"],
  nell: ["eleanor", "helen"],
  nellie: ["eleanor", "helen"],
  polly: ["mary"],
  molly: ["mary"],
  sally: ["sarah"],
  sandy: ["alexander", "alexandra"],
  sasha: ["alexander", "alexandra"],
  larry: ["lawrence", "laurence"],
  jerry: ["gerald", "jerome"],
  bert: ["albert", "herbert", "robert"],
  gus: ["august", "augustus", "gustav"],
};

interface Name {
  readonly given: readonly string[];
  readonly surname: string;
}

/** The name's own words, folded: no titles, suffixes, articles, apostrophes. */
function words(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/[\p{Mn}'’‘ʼʻ`]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !SUFFIXES.has(word));
}

/** The parts of a name whose own words are these, folded. */
function partsOf(folded: readonly string[]): Name | null {
  const own = folded.filter((word, i, all) => !isTitleAt(word, i) || isSurname(all, i));
  const core = own.filter((word) => !PARTICLES.has(word)).map((word) => word.replace(/^ال(?=\p{L}{3})/u, ""));
  if (core.length === 0) return null;
  return { given: core.slice(0, -1), surname: core[core.length - 1]! };
}

/** Whether a folded word is a title; a single letter only as the first word, for further on it is an initial. */
function isTitleAt(word: string, index: number): boolean {
  return (TITLES.has(word) || TITLES.has(`ال${word}`)) && (word.length > 1 || index === 0);
}

/** Whether a title is a surname here: the last word, after one that is no title ("Nora King", "Owen Chancellor"). */
function isSurname(all: readonly string[], index: number): boolean {
  return index === all.length - 1 && all.some((word, i) => !isTitleAt(word, i));
}

/** A name as it is compared, read once for many comparisons. */
export interface ReadName {
  readonly name: string;
  /** Its own words, folded, with a space between. */
  readonly words: string;
  readonly isProper: boolean;
  /** Null where nothing but titles and particles is left. */
  readonly parts: Name | null;
  /** First letters of its parts, folded. */
  readonly letters: string;
  /** The name, folded, where it may be made of a whole name's first letters; else null. */
  readonly initials: string | null;
  /** One word of a script without capitals, which may as well be a description. */
  readonly isLoneUncased: boolean;
}

/** Names remembered as they were read: the same few are compared at every place where words stand. */
const MOST_READ = 20_000;
const read = new Map<string, ReadName>();

/** Reads a name; it throws at none. */
export function readName(name: string): ReadName {
  const held = read.get(name);
  if (held !== undefined) return held;
  const isPlain = PLAIN.test(name);
  const own = isPlain ? plainWords(name) : words(name);
  const parts = partsOf(isPlain ? own : words(ownWords(name).join(" ")));
  const made: ReadName = {
    name,
    words: own.join(" "),
    isProper: isPlain || isProperName(name),
    parts,
    letters: parts === null ? "" : [...parts.given, parts.surname].map((part) => part[0]).join(""),
    initials: INITIALS.test(name) ? name.toLowerCase() : null,
    isLoneUncased: /^[\p{Script=Arabic}\p{Script=Hebrew}]+$/u.test(name),
  };
  if (read.size >= MOST_READ) read.clear();
  read.set(name, made);
  return made;
}

/** "Ada Penrose", "Owen T. Lark": nine names in ten, read without a look at other scripts, descriptions and appositions. */
const PLAIN = /^(?!The |Les |Der |Das )[A-Z][a-z]+(?: [A-Z](?:\.|[a-z]+))* [A-Z][a-z]+$/;

function plainWords(name: string): string[] {
  return name
    .toLowerCase()
    .replaceAll(".", "")
    .split(" ")
    .filter((word) => !SUFFIXES.has(word));
}

/**
 * Compares two names as a text may write them: full, surname alone, initials, titles, short forms.
 * The same surname with given names that contradict each other is two people. A description ("the harbor master")
 * and a name are `unsure`.
 */
export function identity(a: string, b: string): Identity {
  return identityOf(readName(a), readName(b));
}

/** {@link identity}, of names that are read. */
export function identityOf(a: ReadName, b: ReadName): Identity {
  if (a.words === b.words) return "same";
  if (isLoneSurname(a, b) || isLoneSurname(b, a)) return "same";
  if (!a.isProper || !b.isProper) return "unsure";
  const [left, right] = [a.parts, b.parts];
  if (left === null || right === null) return "unsure";
  if (a.initials === b.letters || b.initials === a.letters) return "same";
  if (left.surname === right.surname) return givenAgree(left.given, right.given) ? "same" : "different";
  if (left.given.length === 0 && right.given.includes(left.surname)) return "same";
  if (right.given.length === 0 && left.given.includes(right.surname)) return "same";
  return "different";
}

/** In a script without capitals one word alone may be a description; it is the name whose surname it is. */
function isLoneSurname(word: ReadName, name: ReadName): boolean {
  return (
    word.isLoneUncased && name.isProper && word.parts !== null && word.parts.surname === name.parts?.surname
  );
}

/** A word in capitals that may be made of a whole name's first letters, "OTL" for "Owen T. Lark": three letters or four, two are as often a surname in capitals. */
const INITIALS = /^\p{Lu}{3,4}$/u;

function givenAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  // Middle names may be left out: every given name of the shorter list must agree with one of the longer, in order.
  let next = 0;
  return shorter.every((name) => {
    while (next < longer.length && !givenMatch(name, longer[next]!)) next++;
    return next++ < longer.length;
  });
}

function givenMatch(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  if (SHORT_FORMS[a]?.includes(b) || SHORT_FORMS[b]?.includes(a)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  const stem = short.replace(/(?:ie|y)$/u, "");
  return long.startsWith(stem) || (stem !== short && long.startsWith(stem.replace(/(\p{L})\1$/u, "$1")));
}

/**
 * Whether a name names a person. A description ("the keeper of the Ferry Garden", "Tessim mayor") does not, nor does
 * an institution ("the Quay Gazette"). In scripts without capitals two words are a name, unless an article leads them.
 */
export function isProperName(name: string): boolean {
  const own = ownWords(name);
  if (!own.some((word) => /\p{Lu}|\p{Lt}/u.test(word))) return isUncasedName(own);
  const article = ARTICLE.test(own[0]!);
  const [first, ...rest] = article ? own.slice(1) : own;
  if (first === undefined || isTitle(first)) return rest.some(isCapitalised);
  // "the baker Ada Penrose" names; "the Gazette" and "the Tern Street baker" do not.
  if (article && isCapitalised(first)) return false;
  // "US President", "UN Secretary": an office with its country, and nobody's name.
  if (isTitle(own[own.length - 1]!) && own.slice(0, -1).every((word) => /^(?:\p{Lu}\.?){2,4}$/u.test(word)))
    return false;
  return isCapitalised(own[own.length - 1]!) && own.some((word) => isCapitalised(word) && !isTitle(word));
}

const ARTICLE = /^(?:[Tt]he|THE|le|la|les|Les|der|die|das|Der|Das|el|los|las)$/u;
/** What follows these tells where somebody is or what he does, not his name. */
const PREPOSITION = /^(?:of|for|at|in|from|on|with|who|du|des|dans|à|aus|im|am|beim)$/u;

/** The words up to the first preposition, without brackets and apposition. */
function ownWords(name: string): string[] {
  const all = name
    .replace(/\([^)]*\)/gu, " ")
    .replace(/[,،].*$/u, "")
    .split(/[^\p{L}\p{M}\p{N}'’.-]+/u)
    .filter((word) => word !== "");
  const end = all.findIndex((word, i) => i > 0 && PREPOSITION.test(word));
  return end < 0 ? all : all.slice(0, end);
}

function isUncasedName(own: readonly string[]): boolean {
  const untitled = own.filter((word) => !isTitle(word));
  return (
    untitled.some((word) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word)) &&
    untitled.length > 1 &&
    !untitled[0]!.startsWith("ال")
  );
}

function isCapitalised(word: string): boolean {
  return /^[^\p{L}]*(?:[\p{Lu}\p{Lt}]|\p{Ll}{1,3}['’-]\p{Lu})/u.test(word);
}

function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replace(/\.$/u, ""));
}

/** Whether a description ("the head of the guild") fits an office ("head of the Port Sorrel pilots' guild"): all its words of weight stand in it. */
export function fitsOffice(description: string, office: string): boolean {
  const weight = words(description).filter((word) => word.length > 2 && !LIGHT.has(word));
  const held = new Set(words(office));
  return weight.length > 0 && weight.every((word) => held.has(word));
}

const LIGHT = new Set(["the", "and", "les", "des", "new", "former", "who", "its", "his", "her"]);
