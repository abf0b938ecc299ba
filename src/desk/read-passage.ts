import * as z from "zod";
import type { Edition } from "../archive/index.ts";
import { selectorSchema, voiceSchema } from "../check/report.ts";
import type { Passage } from "../documents/index.ts";
import { CodePoints } from "../formats/index.ts";
import {
  citationMarkdown,
  citationOf,
  citationText,
  documentHead,
  oneLine,
  printable,
  textFragment,
} from "../publish/index.ts";
import type { Context } from "./context.ts";
import { DeskError } from "./desk-error.ts";
import { heldEdition, heldPassage } from "./held-edition.ts";
import { captureSchema, headerShape, passageSchema } from "./search-passages.ts";

/** Passages before or after at the most: some pages of a document. */
const NEIGHBOURS = 50;
/** Code units of the text around a passage that its selector has: as many as tell it from one of the same words. */
const CONTEXT = 60;

/** What `readPassage` is asked, as JSON says it. */
export const passageInput = z
  .strictObject({
    document: z.string().min(1).describe("Its id, or series and number: `Special Dispatch No. 118`."),
    passage: z
      .string()
      .min(1)
      .optional()
      .describe("Its id, as findings and search hits name it; without one, the document's first passage."),
    version: z.int().min(1).optional().describe("An older version; without one, the latest."),
    before: z.int().min(0).max(NEIGHBOURS).default(0).describe("Passages before it that are read too."),
    after: z.int().min(0).max(NEIGHBOURS).default(0).describe("Passages after it that are read too."),
  })
  .describe("Which passage is read.");

export type PassageInput = z.output<typeof passageInput>;

const quotedSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  voice: voiceSchema,
});

/** What `readPassage` answers. */
export const passageOutput = z
  .strictObject({
    document: z.strictObject({
      id: z.string(),
      version: z.int().min(1),
      latest: z.boolean().describe("Whether no later version is held."),
      ...headerShape,
      capture: captureSchema,
    }),
    passage: z.string().describe("Id of the passage that was asked for."),
    passages: z
      .array(
        passageSchema.extend({
          text: z
            .string()
            .describe(
              "As printed: [ ] are words that the editor supplied, … or [...] is an omission, of the document's own.",
            ),
          quoted: z
            .array(quotedSchema)
            .describe("Stretches of it that are a third party's words, quoted by whose passage it is."),
        }),
      )
      .describe("The passage and its neighbours, in the order of the text."),
    total: z.int().min(0).describe("Passages of the document."),
    before: z.int().min(0).describe("Passages of the document before those that were read."),
    after: z.int().min(0).describe("Passages of the document after those that were read."),
    citation: z
      .strictObject({ text: z.string(), markdown: z.string() })
      .describe("Of the passage, to paste."),
    selectors: z
      .array(selectorSchema)
      .describe("W3C Web Annotation selectors of the passage; their positions count Unicode code points."),
    fragment: z
      .string()
      .describe("Of an address of the document: a browser shows and marks the passage (`#:~:text=…`)."),
  })
  .describe("A passage as its document has it, whose words it is, and how to cite it.");

export type PassageAnswer = z.output<typeof passageOutput>;

/**
 * A passage of a held document, with those around it. Throws a `DeskError` where it is not held, an `ArchiveError` where
 * the archive fails.
 */
export function readPassage(input: PassageInput, { archive }: Pick<Context, "archive">): PassageAnswer {
  const edition = heldEdition(archive, input.document, input.version);
  const { passages, text } = edition.document;
  const passage = input.passage === undefined ? firstOf(edition) : heldPassage(edition, input.passage);
  const at = passages.indexOf(passage);
  const [from, to] = [Math.max(0, at - input.before), Math.min(passages.length, at + input.after + 1)];
  return {
    document: headOf(edition),
    passage: passage.id,
    passages: passages.slice(from, to).map((one) => passageValue(edition, one)),
    total: passages.length,
    before: from,
    after: passages.length - to,
    citation: citationValue(edition, passage),
    selectors: selectorsOf(text, passage),
    fragment: textFragment(text.slice(passage.start, passage.end)),
  };
}

function firstOf({ id, document }: Edition): Passage {
  const [first] = document.passages;
  if (first === undefined) throw new DeskError("unknown-passage", id, "has no words; read another document.");
  return first;
}

function headOf({ id, version, latest, document }: Edition): PassageAnswer["document"] {
  const head = documentHead({ document });
  return {
    id,
    version,
    latest,
    ...head,
    speakers: head.speakers.map(({ name, office }) => ({ name, office })),
  };
}

function passageValue({ document, source }: Edition, passage: Passage): PassageAnswer["passages"][number] {
  const { id, kind, start, end, voice, turn } = passage;
  const quoted = source.segments
    .filter((one) => one.voice.kind === "quoted" && start <= one.start && one.end <= end)
    .sort((a, b) => a.start - b.start)
    .map((one) => ({
      start: one.start,
      end: one.end,
      text: document.text.slice(one.start, one.end),
      voice: { kind: one.voice.kind, name: one.voice.name },
    }));
  const own = { kind: voice.kind, name: voice.name };
  return { id, kind, start, end, voice: own, turn, text: document.text.slice(start, end), quoted };
}

/** As `saidso cite` prints it. */
function citationValue(edition: Edition, passage: Passage): PassageAnswer["citation"] {
  const citation = citationOf(edition, passage);
  const markdown = citationMarkdown(citation).split("\n").map(printable).join("\n");
  return { text: oneLine(citationText(citation)), markdown };
}

function selectorsOf(text: string, { start, end }: Passage): PassageAnswer["selectors"] {
  const prefix = text.slice(Math.max(0, start - CONTEXT), start);
  const suffix = text.slice(end, end + CONTEXT);
  const points = new CodePoints(text);
  return [
    { type: "TextQuoteSelector", exact: text.slice(start, end), prefix, suffix },
    { type: "TextPositionSelector", start: points.before(start), end: points.before(end) },
  ];
}
