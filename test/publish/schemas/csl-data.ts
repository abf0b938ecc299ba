/**
 * CSL input data as its official JSON schema has it
 * (https://resource.citationstyles.org/schema/latest/input/json/csl-data.json, read at commit 0041266 of
 * citation-style-language/schema), written anew from its lists of types and variables.
 */
const words = (list: string): string[] => list.trim().split(/\s+/u);

const TYPES = words(`
  article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript
  map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post
  post-weblog regulation report review review-book software song speech standard thesis treaty webpage`);
const NAMES = words(`
  author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer interviewer illustrator organizer original-author performer producer recipient
  reviewed-author translator`);
const DATES = words("accessed available-date container event-date issued original-date submitted");
const NUMBERS = words(`
  chapter-number citation-number collection-number edition first-reference-note-number issue locator number
  number-of-pages number-of-volumes page page-first part printing supplement volume`);
const TEXTS = words(`
  language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place
  authority call-number citation-label collection-title container-title container-title-short dimensions division DOI
  event event-place genre ISAN ISBN ISCI ISMN ISRC ISSN ISWC jurisdiction keyword medium note original-publisher
  original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-title
  scale section source status title title-short translated-title translated-title-short URL version year-suffix`);

const all = (fields: readonly string[], schema: object): object =>
  Object.fromEntries(fields.map((field) => [field, schema]));
const scalar = { type: ["string", "number"] };
const flag = { type: ["string", "number", "boolean"] };
const text = { type: "string" };

const name = {
  type: "object",
  properties: {
    ...all(words("family given dropping-particle non-dropping-particle suffix literal"), text),
    ...all(words("comma-suffix static-ordering parse-names"), flag),
  },
  additionalProperties: false,
};
const date = {
  type: "object",
  properties: {
    "date-parts": {
      type: "array",
      minItems: 1,
      maxItems: 2,
      items: { type: "array", minItems: 1, maxItems: 3, items: scalar },
    },
    season: scalar,
    circa: flag,
    literal: text,
    raw: text,
  },
  additionalProperties: false,
};

export const CSL_DATA = {
  type: "array",
  items: {
    type: "object",
    properties: {
      type: { enum: TYPES },
      id: scalar,
      categories: { type: "array", items: text },
      custom: { type: "object" },
      ...all(NAMES, { type: "array", items: name }),
      ...all(DATES, date),
      ...all(NUMBERS, scalar),
      ...all(TEXTS, text),
    },
    required: ["type", "id"],
    additionalProperties: false,
  },
};
