/** Languages by their English names, as BCP 47 tags: those that translated sources come in. */
const TAGS = new Map(
  Object.entries({
    arabic: "ar",
    persian: "fa",
    farsi: "fa",
    dari: "prs",
    pashto: "ps",
    urdu: "ur",
    hindi: "hi",
    bengali: "bn",
    turkish: "tr",
    kurdish: "ku",
    hebrew: "he",
    yiddish: "yi",
    russian: "ru",
    ukrainian: "uk",
    belarusian: "be",
    polish: "pl",
    czech: "cs",
    slovak: "sk",
    hungarian: "hu",
    romanian: "ro",
    bulgarian: "bg",
    serbian: "sr",
    croatian: "hr",
    bosnian: "bs",
    slovene: "sl",
    macedonian: "mk",
    albanian: "sq",
    greek: "el",
    italian: "it",
    french: "fr",
    spanish: "es",
    catalan: "ca",
    portuguese: "pt",
    german: "de",
    dutch: "nl",
    danish: "da",
    swedish: "sv",
    norwegian: "no",
    icelandic: "is",
    finnish: "fi",
    estonian: "et",
    latvian: "lv",
    lithuanian: "lt",
    english: "en",
    irish: "ga",
    welsh: "cy",
    chinese: "zh",
    mandarin: "zh",
    cantonese: "yue",
    japanese: "ja",
    korean: "ko",
    vietnamese: "vi",
    thai: "th",
    indonesian: "id",
    malay: "ms",
    tagalog: "tl",
    burmese: "my",
    swahili: "sw",
    amharic: "am",
    tigrinya: "ti",
    somali: "so",
    hausa: "ha",
    armenian: "hy",
    georgian: "ka",
    azerbaijani: "az",
    azeri: "az",
    kazakh: "kk",
    uzbek: "uz",
    tajik: "tg",
    turkmen: "tk",
    mongolian: "mn",
    tibetan: "bo",
    uyghur: "ug",
  }),
);

const NAME = [...TAGS.keys()].join("|");
/** "in Arabic," and "translated from the Arabic": what follows must not make the name another noun's adjective. */
const STATED = new RegExp(
  `\\b(?:in|from(?: the)?(?: original)?|original) (${NAME})(?=[,.;:)\\]]|$|\\s(?:on|by|at|original|and (?:was|is)|\\d))|\\b(${NAME})[- ]language\\b`,
  "iu",
);

/** BCP 47 tag of a language's English name, or null where the name is not known. */
export function languageTag(name: string): string | null {
  return TAGS.get(name.trim().toLowerCase()) ?? null;
}

/** BCP 47 tag of the language that an editor's text says the source is in ("translated from the Arabic"), or null. */
export function statedLanguage(text: string): string | null {
  const match = STATED.exec(text.slice(0, 20_000));
  return match === null ? null : languageTag((match[1] ?? match[2])!);
}
