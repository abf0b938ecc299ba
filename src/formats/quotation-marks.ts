/** Outer and inner marks, opening and closing, by language, as CLDR's delimiters give them; English where unlisted. */
const MARKS: readonly (readonly [languages: string, marks: string])[] = [
  ["fr it el hy", "«»“”"],
  ["es ca eu pt-pt gl", "«»“”"],
  ["no nb nn", "«»‘’"],
  ["ru uk be kk ky", "«»„“"],
  ["de de-at et is lt sl cs sk bg ka lb", "„“‚‘"],
  ["de-ch fr-ch it-ch rm fa", "«»‹›"],
  ["pl ro hu", "„”«»"],
  ["hr bs sr mk sq", "„”‚’"],
  ["sv fi he", "””’’"],
  ["ar", "”“’‘"],
  ["ja zh-tw zh-hk zh-hant", "「」『』"],
];

const ENGLISH = "“”‘’";

const BY_LANGUAGE = new Map(
  MARKS.flatMap(([languages, marks]) =>
    languages.split(" ").map((language): [string, string] => [language, marks]),
  ),
);

/** The marks that a browser sets around `<q>` in this language; `level` is 0 for the outermost, and they alternate. */
export function quotationMarks(
  language: string | null,
  level: number,
): readonly [open: string, close: string] {
  const tag = language?.toLowerCase() ?? "";
  const marks = BY_LANGUAGE.get(tag) ?? BY_LANGUAGE.get(tag.split("-")[0]!) ?? ENGLISH;
  return level % 2 === 0 ? [marks[0]!, marks[1]!] : [marks[2]!, marks[3]!];
}

/** True for text that brings its own quotation marks. */
export function startsWithMark(text: string): boolean {
  return /^["“”„‟«»‹›「『‘‚]/.test(text);
}
