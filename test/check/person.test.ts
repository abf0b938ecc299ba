import { describe, expect, test } from "vitest";
import { type Identity, identity } from "../../src/check/index.ts";

type Row = readonly [Identity, string, string];

const SURNAMES: readonly Row[] = [
  ["same", "السواقي", "مريم السواقي"],
  ["unsure", "US President", "Lyndon B. Johnson"],
  ["same", "Ilse Marrow", "Ilse Marrow"],
  ["same", "Marrow", "Ilse Marrow"],
  ["same", "MARROW", "Ilse Marrow"],
  ["same", "ilse marrow", "Ilse Marrow"],
  ["same", "Ilse", "Ilse Marrow"],
  ["same", "Anna Marrow", "Anna Louise Marrow"],
  ["same", "Louise Marrow", "Anna Louise Marrow"],
  ["same", "Zoë Brontë", "Zoe Bronte"],
  ["same", "Marrow, the head of the guild", "Ilse Marrow"],
  ["different", "Marrow", "Tomas Reed"],
  ["different", "Ilse Marrow", "Tomas Reed"],
  ["different", "Ilse Marrow", "Ilse Reed"],
  ["different", "Ilse Marrow", "Anton Marrow"],
  ["different", "Louise Anna Marrow", "Anna Louise Marrow"],
  ["different", "Marrows", "Ilse Marrow"],
];

const INITIALS: readonly Row[] = [
  ["same", "I. Marrow", "Ilse Marrow"],
  ["same", "A. L. Marrow", "Anna Louise Marrow"],
  ["same", "Anna L. Marrow", "Anna Marrow"],
  ["same", "A.L. Marrow", "Anna Louise Marrow"],
  ["same", "J. R. R. Holt", "John Holt"],
  ["different", "T. Marrow", "Ilse Marrow"],
  ["different", "A. M. Marrow", "Anna Louise Marrow"],
  ["same", "ALM", "Anna Louise Marrow"],
  ["same", "OTL", "Owen T. Lark Jr."],
  ["different", "ALM", "Anna Theresa Marrow"],
  ["different", "REED", "Anna Marrow"],
];

const TITLES: readonly Row[] = [
  ["same", "Ms. Marrow", "Ilse Marrow"],
  ["same", "Dr. Samia Dudin", "Samia Dudin"],
  ["same", "Prof. Dr. Dudin", "Dr. Samia Dudin"],
  ["same", "President Quill", "Nora Quill"],
  ["same", "the Rev. Ada Penrose", "Ada Penrose"],
  ["same", "Sir Owen Lark", "Owen Lark"],
  ["same", "Owen Lark Jr.", "Owen Lark"],
  ["same", "Owen Lark, PhD", "Owen Lark"],
  ["same", "former Mayor Owen Lark", "Lark"],
  ["same", "Owen Lark (cellist)", "Owen Lark"],
  ["same", "Deputy Minister Lark", "Minister Owen Lark"],
  ["different", "Dr. Dudin", "Dr. Marrow"],
  ["different", "Owen Chancellor", "Owen Lark"],
  ["same", "Owen Chancellor", "Owen T. Chancellor"],
  ["same", "Dr. Nora King", "Nora King Jr."],
  ["unsure", "Dr. King", "Nora King"],
  ["different", "President Quill", "President Marrow"],
];

const SHORT_FORMS: readonly Row[] = [
  ["same", "Bill Harper", "William Harper"],
  ["same", "Jim Harper", "James Harper"],
  ["same", "Kate Harper", "Katherine Harper"],
  ["same", "Liz Harper", "Elizabeth Harper"],
  ["same", "Tom Reed", "Thomas Reed"],
  ["same", "Dan Reed", "Daniel Reed"],
  ["same", "Danny Reed", "Daniel Reed"],
  ["same", "Maggie Reed", "Margaret Reed"],
  ["different", "Bill Harper", "Robert Harper"],
  ["different", "Kate Harper", "Karen Harper"],
];

const PARTICLES: readonly Row[] = [
  ["same", "de la Cruz", "Ana de la Cruz"],
  ["same", "Cruz", "Ana de la Cruz"],
  ["same", "van der Meer", "Joost van der Meer"],
  ["same", "Le Gallec", "Yann Le Gallec"],
  ["same", "D'Arcy", "Owen D’Arcy"],
  ["same", "O'Neil", "Nora O’Neil"],
  ["same", "Smith-Jones", "Ann Smith-Jones"],
  ["same", "von Aue", "Klara von Aue"],
  ["different", "van der Meer", "Ana de la Cruz"],
  ["different", "Cruz", "Joost van der Meer"],
];

const ARABIC: readonly Row[] = [
  ["same", "Al-'Arouri", "Saleh al-Arouri"],
  ["same", "Arouri", "Saleh Al-'Arouri"],
  ["same", "al-Sayed", "Omar el-Sayed"],
  ["same", "Omar bin Salim", "Omar Salim"],
  ["same", "Sheikh Omar bin Salim", "Omar bin Salim"],
  ["same", "سليم نعمة", "سليم نعمة"],
  ["same", "السيد سليم نعمة", "سليم نعمة"],
  ["same", "مريم سواقي", "مريم السواقي"],
  ["different", "سليم نعمة", "مريم السواقي"],
  ["different", "Al-'Arouri", "Omar al-Sayed"],
  ["unsure", "السواقي", "سليم نعمة"],
];

const FRENCH: readonly Row[] = [
  ["same", "Mme Corbin", "Maëlle Corbin"],
  ["same", "M. Le Gallec", "Yann Le Gallec"],
  ["same", "Maelle Corbin", "Maëlle Corbin"],
  ["same", "Jean-Luc Morel", "Jean Luc Morel"],
  ["same", "le docteur Corbin", "Maëlle Corbin"],
  ["different", "Mme Corbin", "Yann Le Gallec"],
  ["unsure", "le facteur", "Maëlle Corbin"],
  ["unsure", "la meunière du port", "Maëlle Corbin"],
];

const DESCRIPTIONS: readonly Row[] = [
  ["unsure", "the harbor master", "Ilse Marrow"],
  ["unsure", "the keeper of the Ferry Garden", "Nell Arden"],
  ["unsure", "the Tessim mayor", "Nell Arden"],
  ["unsure", "The President", "Nora Quill"],
  ["unsure", "the Quay Gazette", "Nora Quill"],
  ["unsure", "officials", "Nora Quill"],
  ["unsure", "a baker", "Ada Penrose"],
  ["unsure", "the interviewer", "Ada Penrose"],
  ["unsure", "Mayor of Tessim", "Ada Penrose"],
  ["unsure", "Dr.", "Ada Penrose"],
  ["same", "the harbor master", "The Harbor Master"],
  ["same", "the baker Ada Penrose", "Ada Penrose"],
  ["different", "the baker Ada Penrose", "Nell Arden"],
];

describe.each([
  ["surnames", SURNAMES],
  ["initials", INITIALS],
  ["titles", TITLES],
  ["short forms", SHORT_FORMS],
  ["particles", PARTICLES],
  ["Arabic names", ARABIC],
  ["French names", FRENCH],
  ["descriptions", DESCRIPTIONS],
] as const)("%s", (_, rows) => {
  test.each(rows)("%s: %s and %s", (expected, one, other) => {
    expect(identity(one, other)).toBe(expected);
    expect(identity(other, one)).toBe(expected);
  });
});

test("a name is the same as itself, whatever it is", () => {
  for (const name of ["", " ", "the", "Dr.", "—", "Ada Penrose", "سليم"])
    expect(identity(name, name)).toBe("same");
});
