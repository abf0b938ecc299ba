import { datePartsOf, noteOf } from "./csl.ts";
import { familyOf, type PersonParts } from "./person-parts.ts";
import type { BibliographicReference } from "./reference.ts";

const ENTRIES: Readonly<Record<BibliographicReference["type"], string>> = {
  interview: "misc",
  speech: "misc",
  "article-newspaper": "article",
  article: "article",
  webpage: "online",
  document: "misc",
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A reference as a BibTeX entry: the fields of BibTeX, and those of biblatex where BibTeX has none. */
export function bibtex(reference: BibliographicReference): string {
  const { key, type, authors, interviewer, outlet, passage, title, issued, original, accessed } = reference;
  const entry = ENTRIES[type];
  const [year, month] = datePartsOf(issued) ?? [];
  const fields: [string, string | null][] = [
    ["author", authors.length === 0 ? null : authors.map(nameField).join(" and ")],
    ["editora", interviewer === null ? null : nameField(interviewer)],
    ["editoratype", interviewer === null ? null : "interviewer"],
    // The inner braces keep the case that the title was printed in.
    ["title", title === null ? null : `{${latex(title)}}`],
    [entry === "article" ? "journal" : "howpublished", field(outlet)],
    ["series", field(reference.series)],
    ["number", field(reference.number)],
    ["date", issued],
    ["year", year === undefined ? null : String(year)],
    ["origdate", original],
    ["language", field(reference.language)],
    ["origlanguage", field(reference.translatedFrom)],
    ["type", field(reference.genre)],
    ["url", reference.address === null ? null : verbatim(reference.address)],
    ["urldate", accessed],
    ["abstract", field(passage?.text ?? null)],
    ["note", latex(noteOf(reference))],
  ];
  const written = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},`]));
  // A month has no braces: styles know it by name.
  const at = written.findIndex((one) => one.startsWith("  year ="));
  if (month !== undefined) written.splice(at + 1, 0, `  month = ${MONTHS[month - 1]},`);
  return `@${entry}{${key},\n${written.join("\n")}\n}\n`;
}

function field(text: string | null): string | null {
  return text === null ? null : latex(text);
}

/** "van der Berg, Jr., Anna"; what must not be taken apart stands in braces. */
function nameField(parts: PersonParts): string {
  if ("literal" in parts) return `{${latex(parts.literal)}}`;
  const { particle, family, given, suffix } = parts;
  const isWhole = /^[\p{Lu}][^\s]*$/u.test(family);
  const named =
    isWhole && !/[-‑'’]$/u.test(particle)
      ? `${particle === "" ? "" : `${latex(particle)} `}${latex(family)}`
      : `{${latex(familyOf(parts))}}`;
  return [named, ...(suffix === null ? [] : [latex(suffix)]), ...(given === null ? [] : [latex(given)])].join(
    ", ",
  );
}

const SPECIALS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  // BibTeX counts braces, escaped or not.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** A text as LaTeX prints it as it is. */
export function latex(text: string): string {
  return (
    text
      .replace(/[\\{}~^$&%#_]/gu, (special) => SPECIALS[special] ?? `\\${special}`)
      // Two of these in a row are a dash or a quotation mark to LaTeX.
      .replace(/([-`',?!<>])(?=\1|`)/gu, "$1{}")
  );
}

/** An address, which is read as it is: what would end the field is written by its code. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s"]/gu, (character) => encodeURIComponent(character));
}
