import { dateLabel } from "../date-label.ts";
import { noteOf } from "./csl.ts";
import { familyOf, type PersonParts } from "./person-parts.ts";
import type { BibliographicReference } from "./reference.ts";

/** RIS has no type of an interview or a speech: these are told by `M3`. */
const TYPES: Readonly<Record<BibliographicReference["type"], string>> = {
  interview: "GEN",
  speech: "GEN",
  "article-newspaper": "NEWS",
  article: "GEN",
  webpage: "ELEC",
  document: "GEN",
};

/** A reference in RIS: a tag and its value a line, lines ended by CR LF, the record by `ER`. */
export function ris(reference: BibliographicReference): string {
  const { type, authors, interviewer, passage, issued, original, accessed } = reference;
  const lines: [string, string | null][] = [
    ["TY", TYPES[type]],
    ["ID", reference.key],
    ...authors.map((name): [string, string] => ["AU", nameLine(name)]),
    ["A4", interviewer === null ? null : nameLine(interviewer)],
    ["TI", reference.title],
    ["T2", reference.outlet],
    ["T3", reference.series],
    // A newspaper's M1 is its first page, a web page's the day it was read.
    [TYPES[type] === "GEN" ? "M1" : "IS", reference.number],
    ["PY", issued === null ? null : issued.slice(0, 4)],
    ["DA", slashed(issued)],
    ["LA", reference.language],
    ["M3", type === "interview" ? "Interview" : reference.genre],
    ["UR", reference.address],
    ["Y2", slashed(accessed)],
    ["SE", passage?.id ?? null],
    ["AB", passage?.text ?? null],
    ["N1", original === null ? noteOf(reference) : `First of ${dateLabel(original)}. ${noteOf(reference)}`],
    ["ER", ""],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneRow(value)}\r\n`])).join("");
}

/** Whatever would end a line, in any program that reads it, is a space. */
function oneRow(value: string): string {
  return value.replace(/[\s\u0085]+/gu, " ").trim();
}

/** "2016-03-28" is 2016/03/28. */
function slashed(iso: string | null): string | null {
  return iso === null ? null : iso.replaceAll("-", "/");
}

/** Family name, given name, suffix. A comma parts them, so that a whole name has none. */
function nameLine(parts: PersonParts): string {
  if ("literal" in parts) return parts.literal.replace(/\s*,\s*/gu, " ");
  const { given, suffix } = parts;
  return [familyOf(parts), given ?? "", ...(suffix === null ? [] : [suffix])].join(", ").replace(/, $/u, "");
}
