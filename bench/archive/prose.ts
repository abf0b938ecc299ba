import { Random } from "../misquote/random.ts";
import { Discourse, logNormal } from "./discourse.ts";
import { FORMS } from "./document-form.ts";
import { mix } from "./mix.ts";
import { Page } from "./page.ts";
import { CONSTANTS, drawRank, type ProseConstants, ProseModel } from "./prose-model.ts";

export interface GeneratedDocument {
  /** A file's name, each once. */
  readonly name: string;
  /** What the file holds, in lines of a paragraph each. */
  readonly text: string;
}

export interface ProseOptions {
  readonly seed: number;
  /** Words of all documents together, at least; the last document may exceed them. */
  readonly words: number;
  /** Words of a document in the middle. */
  readonly wordsPerDocument?: number;
  readonly constants?: ProseConstants;
}

/** Speeches and dispatches run to 2,600 words in the middle, a tenth to 9,000. */
const MEDIAN_DOCUMENT = 2600;
const DOCUMENT_DEVIATION = 0.9;
const SHORTEST_DOCUMENT = 150;
const LONGEST_DOCUMENT = 30_000;

/** Mandelbrot's offset of the boilerplate's ranks: no single passage stands in every second document. */
const BOILERPLATE_OFFSET = 30;

/**
 * Documents of a made-up language that repeats itself as English does: its words, runs of words and paragraphs come
 * again as often. Lazily, in little memory, and the same for the same seed; more words begin with the same documents.
 */
export function* generateDocuments(options: ProseOptions): Generator<GeneratedDocument> {
  const { seed, words, wordsPerDocument = MEDIAN_DOCUMENT, constants = CONSTANTS } = options;
  const model = new ProseModel(seed, constants);
  const page = new Page(model.lexicon);
  const boilerplates = boilerplatesOf(model, seed);
  const random = new Random(mix(seed + 2));
  let affairs = 0;
  for (let number = 1, done = 0; done < words; number++) {
    const wanted = documentLength(random, wordsPerDocument);
    if (affairs === 0 || random.chance(constants.newAffair)) affairs++;
    // Of earlier affairs the later ones come up oftener.
    const affair = affairs - 1 - drawRank(random, affairs);
    const own = new Random(mix(seed ^ Math.imul(number, 0x9e3779b1)));
    const discourse = new Discourse(model, own, mix(seed + 3) + affair);
    const form = drawForm(own);
    page.clear();
    form.write({
      page,
      random: own,
      discourse,
      number,
      words: wanted,
      boilerplate: () => {
        if (!own.chance(constants.boilerplate)) return 0;
        const { text, length } = boilerplates[drawRank(own, boilerplates.length, BOILERPLATE_OFFSET)]!;
        page.write(text);
        return length;
      },
    });
    done += wanted;
    yield { name: `${form.name}-${String(number).padStart(6, "0")}.txt`, text: page.textFrom(0) };
  }
}

function documentLength(random: Random, median: number): number {
  const length = logNormal(random, median, DOCUMENT_DEVIATION);
  return Math.round(Math.min(LONGEST_DOCUMENT, Math.max(SHORTEST_DOCUMENT, length)));
}

function drawForm(random: Random): (typeof FORMS)[number] {
  let at = random.next();
  for (const form of FORMS) {
    at -= form.share;
    if (at < 0) return form;
  }
  return FORMS[0]!;
}

/** Passages that stand in many documents, word by word: thanks, terms, what an office always says. */
function boilerplatesOf(model: ProseModel, seed: number): { text: string; length: number }[] {
  const random = new Random(mix(seed + 4));
  const page = new Page(model.lexicon);
  return Array.from({ length: model.constants.boilerplates }, (_, index) => {
    const discourse = new Discourse(model, random, index);
    const length = random.between(20, 90);
    page.clear();
    discourse.passage(page, length);
    return { text: page.textFrom(0), length };
  });
}
