import * as z from "zod";
import { type Filter, parseQuery, type SearchPage } from "../archive/index.ts";
import { voiceSchema } from "../check/report.ts";
import type { Context } from "./context.ts";
import { DeskError } from "./desk-error.ts";

/** Hits where nothing else is asked: what somebody reads. */
const USUAL = 20;
/** Hits at the most: more is paged through. */
const MOST = 200;

const date = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u, "Give a day, month or year.");

/** Which documents: `Filter` as JSON says it. What is not given lets all pass. */
export const filterShape = {
  speaker: z.string().describe("Words of a speaker's name, in any order."),
  outlet: z.string().describe("Words of the name of the outlet that the words appeared in first."),
  subject: z.string().describe("Words of the region or subject line."),
  series: z.string().describe("Words of the name of the series."),
  from: date.describe("Not before this day, month or year: `2018-03-28`, `2018-03`, `2018`."),
  to: date.describe("Not after this day, month or year, the whole of it included."),
  language: z.string().describe("BCP 47 tag: translated from this language, or written in it."),
};

/** What `searchPassages` is asked, as JSON says it. */
export const searchInput = z
  .strictObject({
    words: z
      .string()
      .describe(
        'All of these words must stand in the passage. `"a phrase"` as it stands; `begin*` of a word.',
      ),
    ...z.object(filterShape).partial().shape,
    voice: voiceSchema.shape.kind.optional().describe("Whose words they must be."),
    limit: z.int().min(1).max(MOST).default(USUAL).describe("Passages at the most."),
    offset: z.int().min(0).max(1e9).default(0).describe("Passages passed over."),
  })
  .describe("Which passages are looked for.");

export type SearchInput = z.output<typeof searchInput>;

const text = z.string().nullable();
const offset = z.int().min(0);
const span = z.strictObject({ start: offset, end: offset });

/** A document's header as it is printed. What the document does not say is null or empty. */
export const headerShape = {
  kind: z.enum(["dispatch", "transcript", "speech", "article", "plain"]),
  title: text,
  series: text,
  number: text,
  date: text.describe("ISO date of the document itself."),
  subject: text.describe("Region or subject line."),
  outlet: text,
  sourceDate: text.describe("ISO date of the interview or article that a dispatch excerpts."),
  language: text.describe("The language that the document says it was translated from, or is in."),
  speakers: z.array(z.strictObject({ name: z.string(), office: text })),
  interviewer: text,
};

/** Where a document was got from, as JSON says it. */
export const captureSchema = z
  .strictObject({ address: z.string(), date: text.describe("ISO instant or date.") })
  .nullable()
  .describe("The address that its page was captured from, and when; null where it is no captured page.");

/** `Summary` as JSON says it. */
export const summarySchema = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1).describe("The latest version's number."),
    ...headerShape,
    written: text.describe("The language its text is written in, as its words tell."),
    words: offset,
    passages: offset,
  })
  .describe("What is known of a held document without its text.");

/** `Passage` as JSON says it. */
export const passageSchema = z
  .strictObject({
    id: z.string().describe("Stable within a version."),
    kind: z.enum([
      "header",
      "title",
      "summary",
      "caption",
      "opening",
      "heading",
      "paragraph",
      "note",
      "stage",
    ]),
    start: offset,
    end: offset,
    voice: voiceSchema,
    turn: z.int().min(1).nullable().describe("Number of the turn it belongs to; null outside turns."),
  })
  .describe("A paragraph, heading, caption or note. Offsets are UTF-16 code units, end-exclusive.");

/** What `searchPassages` answers: as `saidso search --format json` prints it. */
export const searchOutput = z
  .strictObject({
    total: offset.describe("Passages in all."),
    hits: z.array(
      z.strictObject({
        document: summarySchema,
        passage: passageSchema,
        text: z.string().describe("The passage's words as printed."),
        found: z
          .array(span)
          .describe("Where the words looked for stand, in code units of the document's text."),
        score: z.number().describe("BM25, larger is nearer."),
      }),
    ),
  })
  .describe("Passages of latest versions that have the words, the nearest first.");

/**
 * Passages that have all the words, the nearest first. Throws a `DeskError` where no words are given, an `ArchiveError`
 * where the archive fails.
 */
export function searchPassages(
  { words, limit, offset, ...filter }: SearchInput,
  { archive }: Pick<Context, "archive">,
): SearchPage {
  if (parseQuery(words).length === 0)
    throw new DeskError("no-words", "words", "none are given; give those to look for.");
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return archive.search({ ...(Object.fromEntries(given) as Filter), words, limit, offset });
}
