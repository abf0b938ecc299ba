import { RULES } from "../core/index.ts";
import type { Document, Passage } from "../documents/index.ts";
import type { FormattedText } from "../formats/index.ts";
import { pairMarks } from "../quotations/index.ts";
import type { Holdings } from "./holdings.ts";
import { PLAIN_HOUSE } from "./house.ts";
import type { FormFinding } from "./report.ts";
import { reportPosition } from "./report-place.ts";

/** Words by which somebody speaks of himself or of his own: English, French, German, Spanish, Arabic. */
const FIRST_PERSON =
  /(?<![\p{L}\p{M}'’])(?:I(?=$|[\s'’,;:])|we|us|our|ours|ourselves|my|mine|me|myself|we['’](?:re|ve|ll|d)|je|j['’]\p{L}+|nous|notre|nos|mon|ma|mes|moi|ich|wir|uns|unser\p{L}*|mein\p{L}*|yo|nosotros|nuestr\p{L}+|أنا|نحن|إننا|إنني)(?![\p{L}\p{M}])/iu;
/** "US" in capitals is a country. */
const COUNTRY = /(?<!\p{L})US(?!\p{L})/gu;
/** "I. Background", "I – Background": a section's number. */
const SECTION = /^\s*I(?:\s*$|\s+[–—-]\s)/u;
/** "World War I", "King Harold I": a numeral. */
const NUMERAL =
  /(?<!\p{L})(?:war|part|phase|stage|volume|book|chapter|act|type|class|(?:king|queen|pope|emperor|empress|tsar|czar|shah|sultan|prince)\s\p{L}{1,30})\sI(?!\p{L})/giu;

/**
 * Claims in a dispatch's title and headings that speak in the first person, outside quotation marks, in words that
 * no speaker said. `spoken` is the dispatch itself without the editor's words.
 */
export function unspokenHeadlines(text: FormattedText, document: Document, spoken: Holdings): FormFinding[] {
  return document.passages
    .filter(({ kind }) => kind === "title" || kind === "heading")
    .flatMap((passage) => {
      const claim = claims(text.text, passage).find(
        (span) => isFirstPerson(text.text, span) && !isSpoken(text.text, span, spoken),
      );
      return claim === undefined ? [] : [headlineFinding(text, claim)];
    });
}

interface Claim {
  readonly start: number;
  readonly end: number;
}

/** The claims of a title: what stands between colons and semicolons, outside quotation marks. */
function claims(text: string, passage: Passage): Claim[] {
  const quoted = pairMarks(text, passage.start, passage.end).filter(({ level }) => level === 0);
  const isQuoted = (at: number): boolean =>
    quoted.some(({ open, close }) => at >= open.start && at < (close?.end ?? passage.end));
  const found: Claim[] = [];
  let start = passage.start;
  for (let i = passage.start; i <= passage.end; i++) {
    const ends =
      i === passage.end ||
      /[:;،؛]/u.test(text[i]!) ||
      isQuoted(i) ||
      /[.!?](?=\s)/u.test(text.slice(i, i + 2));
    if (!ends) continue;
    const claim = trim(text, start, i);
    if (claim.start < claim.end) found.push(claim);
    start = i + 1;
  }
  return found;
}

function trim(text: string, from: number, to: number): Claim {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

function isFirstPerson(text: string, { start, end }: Claim): boolean {
  const claim = text.slice(start, end).replace(COUNTRY, "  ").replace(NUMERAL, " ").replace(SECTION, "");
  return FIRST_PERSON.test(claim);
}

function isSpoken(text: string, claim: Claim, spoken: Holdings): boolean {
  const { status, match } = spoken.verdict(
    { text, parts: [claim] },
    { name: null, credited: true, house: PLAIN_HOUSE },
  ).verdict;
  return (status === "verbatim" || status === "marked") && match?.voice.kind !== "interviewer";
}

function headlineFinding(text: FormattedText, { start, end }: Claim): FormFinding {
  return {
    rule: "headline-not-spoken",
    severity: RULES["headline-not-spoken"].severity,
    message:
      "A headline speaks in the first person, without quotation marks, in words that the speaker did not say.",
    text: text.text.slice(start, end),
    start,
    end,
    ...reportPosition(text, start),
  };
}
