/** Scripts told apart; Latin is further told by its languages' commonest words. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["zh", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];

/** Words that are common in one language and rare in the others; a word that two share tells nothing. */
const COMMON: Readonly<Record<string, string>> = {
  en: "the and of that is was with not this are have for it they we you but which be by our will from who what would there",
  fr: "le les des une est que qui dans pas pour nous avec sur sont mais cette vous ils elle au aux du ne plus être je c'est",
  de: "der die das und ist nicht ein eine wir mit auf den dem von zu sich auch sie ich werden haben für aber oder",
  es: "el los las que una es por con para no se del como pero más está son nos muy hay lo su este",
  it: "il gli che è una non per con sono della di nel ma come più questo anche alla dei",
  pt: "os que uma não para com são mais como mas nós ele isso foi dos das pela também muito",
  sv: "och att det är inte jag som på för av med den till vi har ett men om var han hon",
  pl: "i w nie się na że jest z do to jak ale po o co tak za od przez był była są",
  tr: "bir ve bu da de için ile çok ne daha gibi ama her olarak değil var",
  nl: "het een van niet dat is zijn voor met ook maar wij aan door naar worden deze",
};

const SETS = Object.entries(COMMON).map(
  ([language, words]) => [language, new Set(words.split(" "))] as const,
);

/** Units of text read: enough words of any text to tell. */
const SAMPLE = 20_000;
/** Common words needed before a Latin-script language is named; fewer tell nothing. */
const FEWEST = 2;

/** The language a text is written in, as a two-letter tag, or null where it cannot be told. For a script, its most written language. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [language, pattern] of SCRIPTS)
    if ((sample.match(pattern)?.length ?? 0) * 2 > letters) return language;
  const words =
    sample
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}']+/gu) ?? [];
  const counts = SETS.map(
    ([language, set]) => [language, words.filter((word) => set.has(word)).length] as const,
  );
  const [best, second] = counts.toSorted((a, b) => b[1] - a[1]);
  return best![1] >= FEWEST && best![1] > second![1] ? best![0] : null;
}
