import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "../../src/core/index.ts";

const same: readonly (readonly [name: string, one: string, other: string])[] = [
  ["case", "HARBOUR", "harbour"],
  ["Greek final sigma is not told apart from the small letter it is", "ΛΙΜΑΝΙ", "λιμανι"],
  ["a ligature and its letters", "oﬃce", "office"],
  ["full-width letters", "Ｆｅｒｒｙ", "ferry"],
  ["full-width digits", "２０４", "204"],
  ["composed and decomposed accents", "caf\u00e9", "cafe\u0301"],
  ["a soft hyphen", "light\u00adhouse", "lighthouse"],
  ["a zero-width space", "light\u200bhouse", "lighthouse"],
  ["a zero-width joiner", "light\u200dhouse", "lighthouse"],
  ["direction marks", "\u200fharbour\u200e", "harbour"],
  ["direction isolates and embeddings", "\u2067harbour\u2069\u202c", "harbour"],
  ["a byte-order mark", "\ufeffharbour", "harbour"],
  ["Arabic diacritics", "مِينَاء", "ميناء"],
  ["Arabic tatweel", "مينـــاء", "ميناء"],
  ["a superscript alef", "هٰذا", "هذا"],
  ["Hebrew points", "נָמָל", "נמל"],
  ["Hebrew cantillation", "נ֣מל", "נמל"],
  ["a curly and a straight apostrophe", "don’t", "don't"],
  ["an apostrophe that is a reversed mark", "don‛t", "don't"],
  ["a modifier apostrophe", "donʼt", "don't"],
  ["a full-width apostrophe", "don＇t", "don't"],
  ["an initialism with and without its stops", "U.S.", "US"],
  ["an initialism without its last stop", "U.S", "U.S."],
  ["thousands with and without a comma", "12,500", "12500"],
  ["millions", "1,250,000", "1250000"],
  ["Arabic thousands", "١٢٬٥٠٠", "١٢٥٠٠"],
  ["a Hebrew acronym's mark and a straight one", "צה״ל", 'צה"ל'],
  ["an ampersand and its word", "&", "and"],
  ["a no-break hyphen and a minus sign", "\u22125", "-5"],
];

test.each(same)("%s makes no difference", (_, one, other) => {
  expect(foldWord(one)).toBe(foldWord(other));
});

const different: readonly (readonly [name: string, one: string, other: string])[] = [
  ["accents", "résumé", "resume"],
  ["a decimal point", "1.5", "15"],
  ["a decimal comma", "1,5", "15"],
  ["a negative number", "-5", "5"],
  ["a group that is not of thousands", "12,50", "1250"],
  ["an apostrophe", "we're", "were"],
  ["Arabic hamza on its seat", "أب", "اب"],
  ["Hebrew letters that look alike", "ב", "כ"],
  ["the dotless i of Turkish", "ısı", "isi"],
  ["sharp s in the word for measures and masses", "Maße", "Mase"],
];

test.each(different)("%s makes a difference", (_, one, other) => {
  expect(foldWord(one)).not.toBe(foldWord(other));
});

test("folding a folded word changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), (raw) => {
      const once = foldWord(raw);
      expect(foldWord(once)).toBe(once);
    }),
    { seed: 11, numRuns: 500 },
  );
});

test("every string folds, broken surrogates too", () => {
  for (const raw of ["", "\ud800", "\udc00a", "a\ud83d", "\u0000"])
    expect(typeof foldWord(raw)).toBe("string");
});
