/** Scripts told apart, by the first and last code unit of their blocks; Latin is further told by its languages' commonest words. */
const SCRIPTS: readonly (readonly [string, number, number])[] = [
  ["el", 0x370, 0x3ff],
  ["ru", 0x400, 0x52f],
  ["he", 0x590, 0x5ff],
  ["ar", 0x600, 0x8ff],
  ["hi", 0x900, 0x97f],
  ["th", 0xe00, 0xe7f],
  ["zh", 0x3040, 0x30ff],
  ["zh", 0x3400, 0x9fff],
  ["ko", 0xac00, 0xd7af],
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

const LANGUAGES = Object.keys(COMMON);
/** The languages that a word is common in, as indices into {@link LANGUAGES}. */
const COMMON_IN = new Map<string, number[]>();
for (const [index, language] of LANGUAGES.entries())
  for (const word of new Set(COMMON[language]!.split(" ")))
    COMMON_IN.set(word, [...(COMMON_IN.get(word) ?? []), index]);

/** Units of text read: enough words of any text to tell. */
const SAMPLE = 6000;
/** Common words needed before a Latin-script language is named; fewer tell nothing. */
const FEWEST = 2;

/** The language a text is written in, as a two-letter tag, or null where it cannot be told. For a script, its most written language. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const script = scriptOf(sample);
  if (script !== "latin") return script;
  const words =
    sample
      .toLowerCase()
      .replace(/’/gu, "'")
      .match(/[\p{L}']+/gu) ?? [];
  const counts = LANGUAGES.map((language) => ({ language, count: 0 }));
  for (const word of words) for (const index of COMMON_IN.get(word) ?? []) counts[index]!.count++;
  const [best, second] = counts.sort((a, b) => b.count - a.count);
  return best!.count >= FEWEST && best!.count > second!.count ? best!.language : null;
}

/** The language of the script that most letters are in, `latin`, or null where there are no letters. One pass, no regular expression: every source is looked at. */
function scriptOf(sample: string): string | null {
  const counts = new Map<string, number>();
  let letters = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    const script =
      code < 0x250 ? latinAt(code) : SCRIPTS.find(([, first, last]) => code >= first && code <= last)?.[0];
    if (script === undefined) continue;
    letters++;
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  for (const [script, count] of counts) if (count * 2 > letters) return script;
  return letters === 0 ? null : "latin";
}

function latinAt(code: number): string | undefined {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0;
  return isLetter ? "latin" : undefined;
}
