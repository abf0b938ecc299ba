import { isNameWord, splitTitle } from "../../documents/index.ts";

/** A name as bibliographies take it apart; `literal` where its parts cannot be told. */
export type PersonParts =
  | { readonly literal: string }
  | {
      readonly given: string | null;
      /** Stays before the family name, and does not sort: "van der", "al-". "" where there is none. */
      readonly particle: string;
      readonly family: string;
      /** "Jr.", "III"; null where there is none. */
      readonly suffix: string | null;
    };

/** Small words that belong to the family name after them. */
const PARTICLES = new Set(
  "van von der den de del della di da dos das du la las los le lo ter ten te zu zum zur af av 't d'".split(
    " ",
  ),
);
/** The same, written large: a part of the family name itself ("Dick Van Dyke", "Robert De Niro"). */
const LARGE = new Set("Van Von De Del Della Di Da Dos Du La Le St. Saint Mac Al El Ben Abu".split(" "));
/** "son of" and the like: what follows is a father's name, and whether a family bears it is not told. */
const PATRONYMIC = /^(?:bin|ibn|bint|ben|bar|binti|ould|wuld)$/iu;
/** An article that is joined to the name after it. */
const ARTICLE = /^(a[lnrstdz]|el|ash)[-‑]['’‘ʿʾ]?(?=\p{Lu})/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|esq|ph\.?d|m\.?d)\.?$/iu;

/**
 * Family names that come first in the order of their language. In Latin letters nothing tells whether a name of two or
 * three words was turned round for English readers, so that such a name stays whole.
 */
const EASTERN = new Set(
  `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Feng
  Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Shen Zhong Cui Tan Mao Xi Hua
  Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Yoo Hong Moon Ban Roh Bae Baek Nguyen
  Tran Le Pham Hoang Phan Vu Vo Dang Bui Do Ngo Duong Ho Chiang Tsai Chow Wong Chan Leung Cheung Lau Ng`.split(
    /\s+/u,
  ),
);

/**
 * A person's name in its parts: given name, particle, family name, suffix. Titles before it are left out. Names of one
 * word, in scripts without capitals, in the order of another language, of a father's name, with a comma, or of no
 * person ("A reader from Orlo") stay whole.
 */
export function personParts(name: string): PersonParts {
  const whole = name.replace(/\s+/gu, " ").trim();
  const bare = splitTitle(whole);
  // "Mr. Pell" alone is not told better by his family name.
  if (bare.title !== null && !bare.name.includes(" ")) return { literal: whole };
  const words = bare.name.split(" ");
  const suffix = suffixOf(words);
  const named = suffix === null ? words : words.slice(0, -1);
  const last = named.at(-1) ?? "";
  if (suffix !== null) named[named.length - 1] = last.replace(/,$/u, "");
  if (named.length < 2 || !areNames(named) || isEastern(named)) return { literal: whole };
  return partsOf(named, suffix) ?? { literal: whole };
}

function suffixOf(words: readonly string[]): string | null {
  const last = words.at(-1)!;
  return words.length > 2 && SUFFIX.test(last) ? last : null;
}

function areNames(words: readonly string[]): boolean {
  const isSmall = (word: string): boolean =>
    PARTICLES.has(word) || PATRONYMIC.test(word) || /^(?:y|e|al|el|abu|abd)$/u.test(word);
  return words.every(
    (word, i) => (isNameWord(word) && !/[,;:]/u.test(word)) || (isSmall(word) && i < words.length - 1),
  );
}

function isEastern(words: readonly string[]): boolean {
  return words.length <= 3 && EASTERN.has(words[0]!);
}

function partsOf(words: readonly string[], suffix: string | null): PersonParts | null {
  const start = familyStart(words);
  if (start === null || start === 0) return null;
  const given = words.slice(0, start).join(" ");
  let from = start;
  while (from < words.length - 1 && PARTICLES.has(words[from]!)) from++;
  const small = words.slice(start, from).join(" ");
  const family = words.slice(from).join(" ");
  const article = ARTICLE.exec(family);
  if (article === null || small !== "") return { given, particle: small, family, suffix };
  // What follows the hyphen is the family name; the article is never parted from it in print.
  const cut = article[1]!.length + 1;
  return { given, particle: family.slice(0, cut), family: family.slice(cut), suffix };
}

/** Index of the first word of the family name, particles included; null where it cannot be told. */
function familyStart(words: readonly string[]): number | null {
  let start = words.length - 1;
  // "Ortega y Gasset"
  if (start >= 3 && /^(?:y|e)$/u.test(words[start - 1]!)) start -= 2;
  while (start > 1 && isJoined(words[start - 1]!)) start--;
  if (PATRONYMIC.test(words[start - 1]!)) return null;
  return start;
}

function isJoined(word: string): boolean {
  return PARTICLES.has(word) || LARGE.has(word) || /^(?:al|el|abu|abd)$/u.test(word) || word === "Abd";
}

/** A name in its usual order, as it was before it was parted. */
export function wholeName(parts: PersonParts): string {
  if ("literal" in parts) return parts.literal;
  const { given, suffix } = parts;
  return [given, familyOf(parts), suffix].filter((part) => part !== null && part !== "").join(" ");
}

/** The family name with its particle. */
export function familyOf({
  particle,
  family,
}: {
  readonly particle: string;
  readonly family: string;
}): string {
  return particle === "" ? family : /[-‑'’]$/u.test(particle) ? particle + family : `${particle} ${family}`;
}
