import { describe, expect, test } from "vitest";
import { verify } from "../../src/core/index.ts";
import { told } from "./told.ts";

type Row = readonly [name: string, quotation: string, source: string, told: string];

const languages: Readonly<Record<string, readonly Row[]>> = {
  French: [
    [
      "spaces before its marks",
      "Le port est-il fermé ? Non, dit-elle",
      "Le port est-il fermé\u202f? Non, dit-elle.",
      "verbatim",
    ],
    [
      "an apostrophe's shape",
      "l'eau du port n'est pas froide",
      "L’eau du port n’est pas froide.",
      "verbatim",
    ],
    [
      "another word",
      "Le jardin est ouvert tous les lundis",
      "Le jardin est ouvert tous les mardis.",
      "altered: word-changed",
    ],
    [
      "a swallowed negation",
      "Nous fermerons la bibliothèque en hiver",
      "Nous ne fermerons pas la bibliothèque en hiver.",
      "altered: word-dropped, word-dropped",
    ],
    [
      "an omission",
      "Nous fermerons […] en hiver",
      "Nous fermerons la petite bibliothèque en hiver.",
      "marked",
    ],
    ["supplied words", "Il [le boulanger] dort le jour", "Il [le boulanger] dort le jour.", "verbatim"],
    [
      "an accent",
      "Le marche du port ouvre à six heures",
      "Le marché du port ouvre à six heures.",
      "altered: word-changed, typo",
    ],
  ],
  German: [
    [
      "quotation marks inside",
      "Das Schild „geschlossen“ hing den ganzen Winter",
      "Das Schild »geschlossen« hing den ganzen Winter.",
      "verbatim",
    ],
    [
      "another word",
      "Die Fähre fährt jeden Montag um sechs",
      "Die Fähre fährt jeden Dienstag um sechs.",
      "altered: word-changed",
    ],
    [
      "a swallowed negation",
      "Wir schließen den Garten im Winter",
      "Wir schließen den Garten nicht im Winter.",
      "altered: word-dropped",
    ],
    [
      "words in another order",
      "Heute schließen wir den Garten",
      "Wir schließen heute den Garten.",
      "altered: words-moved",
    ],
    ["an omission", "Die Fähre fährt … um sechs", "Die Fähre fährt jeden Dienstag um sechs.", "marked"],
  ],
  Arabic: [
    ["diacritics left out", "الميناء مفتوح كل يوم", "المِينَاءُ مَفْتُوحٌ كُلَّ يَوْمٍ.", "verbatim"],
    ["tatweel", "الميـــناء مفتوح كل يوم", "الميناء مفتوح كل يوم.", "verbatim"],
    ["direction marks", "\u200fالميناء مفتوح\u200f كل يوم", "الميناء مفتوح كل يوم.", "verbatim"],
    ["another word", "الميناء مغلق كل يوم", "الميناء مفتوح كل يوم.", "altered: word-changed"],
    [
      "a swallowed negation",
      "نغلق المكتبة في الشتاء",
      "لا نغلق المكتبة في الشتاء أبدا. لن نغلق المكتبة في الربيع.",
      "verbatim",
    ],
    [
      "a negation swallowed inside",
      "نحن نغلق المكتبة في الشتاء",
      "نحن لا نغلق المكتبة في الشتاء.",
      "altered: word-dropped",
    ],
    ["an omission", "الميناء […] مفتوح كل يوم", "الميناء القديم الكبير مفتوح كل يوم.", "marked"],
    ["supplied words left out", "الميناء مفتوح كل يوم", "الميناء [القديم] مفتوح كل يوم.", "verbatim"],
  ],
  Hebrew: [
    ["points left out", "הנמל פתוח בכל יום", "הַנָּמָל פָּתוּחַ בְּכָל יוֹם.", "verbatim"],
    ["an acronym's mark", "דו״ח הנמל פורסם אתמול", 'דו"ח הנמל פורסם אתמול.', "verbatim"],
    ["another word", "הנמל סגור בכל יום", "הנמל פתוח בכל יום.", "altered: word-changed"],
    [
      "a negation swallowed inside",
      "הגן שלנו פתוח בחורף",
      "הגן שלנו לא פתוח בחורף.",
      "altered: word-dropped",
    ],
    ["an omission", "הנמל … פתוח בכל יום", "הנמל הישן והגדול פתוח בכל יום.", "marked"],
  ],
  Chinese: [
    ["marks of another shape", "港口每天开放,不收费", "港口每天开放，不收费。", "verbatim"],
    ["a line break inside", "港口每天\n开放，不收费", "港口每天开放，不收费。", "verbatim"],
    ["another character", "港口每月开放，不收费", "港口每天开放，不收费。", "altered: word-changed"],
    ["a character left out", "港口每天开放，收费", "港口每天开放，不收费。", "altered: word-dropped"],
    ["an omission", "港口……收费", "港口每天开放，不收费。", "marked: negation-omitted"],
    ["supplied characters left out", "港口每天开放，不收费", "港口［旧港］每天开放，不收费。", "verbatim"],
  ],
  Russian: [
    ["case of letters", "ПОРТ открыт каждый день", "Порт открыт каждый день.", "verbatim"],
    [
      "a swallowed negation",
      "Мы закроем библиотеку зимой",
      "Мы не закроем библиотеку зимой.",
      "altered: word-dropped",
    ],
  ],
};

for (const [language, rows] of Object.entries(languages)) {
  describe(language, () => {
    test.each(rows)("%s", (_, quotation, source, expected) => {
      expect(told(quotation, source)).toBe(expected);
    });
  });
}

const negations: readonly (readonly [language: string, quotation: string, source: string])[] = [
  ["French", "Nous fermerons le port", "Nous ne fermerons jamais le port."],
  ["German", "Wir schließen den Garten im Winter", "Wir schließen den Garten nicht im Winter."],
  ["Spanish", "La biblioteca cierra en invierno", "La biblioteca no cierra en invierno."],
  ["Arabic", "نحن نغلق المكتبة في الشتاء", "نحن لا نغلق المكتبة في الشتاء."],
  ["Hebrew", "הגן שלנו פתוח בחורף", "הגן שלנו לא פתוח בחורף."],
  ["Russian", "Мы закроем библиотеку зимой", "Мы не закроем библиотеку зимой."],
  ["Chinese", "港口每天开放，收费", "港口每天开放，不收费。"],
];

test.each(negations)("a swallowed negation is told in %s", (_, quotation, source) => {
  const { problems } = verify(quotation, source);
  expect(problems.flatMap(({ touches }) => touches)).toContain("negation");
});
