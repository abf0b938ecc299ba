import type { Random } from "../misquote/random.ts";
import { readWords } from "../misquote/word.ts";

/** Words of a held document, whose they are, and the same words with one in six changed. */
export interface Saying {
  readonly document: string;
  readonly speaker: string | null;
  readonly original: string;
  readonly changed: string;
}

/** What a quotation is made to be. */
export type QuotationKind = "verbatim" | "marked" | "altered" | "absent";

export interface Story {
  readonly name: string;
  readonly text: string;
  /** What each of its quotations is, in the order of the text. */
  readonly kinds: readonly QuotationKind[];
}

const WORDS = 1000;
/** Of each twelve quotations: most are right, as in a paper. */
const KINDS: readonly QuotationKind[] = [
  ...Array<QuotationKind>(6).fill("verbatim"),
  ...Array<QuotationKind>(2).fill("marked"),
  ...Array<QuotationKind>(3).fill("altered"),
  "absent",
];
/** Words around an omission: enough on each side to tell where they stand. */
const LEAST_TO_OMIT = 15;

const SUBJECTS = [
  "The harbour office",
  "The ferry crew",
  "A small orchestra",
  "The town council",
  "The lamp keepers",
];
const VERBS = [
  "has spent the winter mending",
  "will vote in May on",
  "could not agree on",
  "keeps a careful list of",
];
const OBJECTS = [
  "the old north pier",
  "two dozen hives",
  "the new lanterns along the quay",
  "its sea charts",
];
const TAILS = [
  "as it does every year",
  "although the money came late",
  "while the weather held",
  "and few noticed",
];

/** A story of about 1,000 words with twelve quotations, most of them credited to whoever said them. */
export function storyOf(
  number: number,
  sayings: readonly Saying[],
  absent: readonly string[],
  random: Random,
): Story {
  const long = sayings.filter(({ original }) => readWords(original).length >= LEAST_TO_OMIT);
  const kinds = random.shuffled(KINDS);
  const paragraphs = kinds.map((kind) =>
    paragraph(kind, random.pick(kind === "marked" ? long : sayings), absent, random),
  );
  while (paragraphs.join(" ").split(/\s+/u).length < WORDS)
    paragraphs.splice(
      random.between(0, paragraphs.length),
      0,
      [1, 2, 3].map(() => sentence(random)).join(" "),
    );
  return { name: `story-${number}.md`, text: `# Notes of the week\n\n${paragraphs.join("\n\n")}\n`, kinds };
}

function paragraph(kind: QuotationKind, saying: Saying, absent: readonly string[], random: Random): string {
  const words = quoted(kind, saying, absent, random);
  const name = saying.speaker;
  const credit = name === null ? "The record reads:" : `${name} said:`;
  return `${sentence(random)} ${credit} “${words}.” ${sentence(random)}`;
}

function quoted(kind: QuotationKind, saying: Saying, absent: readonly string[], random: Random): string {
  if (kind === "verbatim") return saying.original;
  if (kind === "altered") return saying.changed;
  return kind === "absent" ? random.pick(absent) : omitted(saying.original);
}

/** The words without their middle third, and … there. */
function omitted(original: string): string {
  const words = readWords(original);
  const [first, last] = [Math.floor(words.length / 3), Math.floor((2 * words.length) / 3)];
  return `${original.slice(0, words[first - 1]!.end)} … ${original.slice(words[last]!.start)}`;
}

function sentence(random: Random): string {
  return `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}, ${random.pick(TAILS)}.`;
}
