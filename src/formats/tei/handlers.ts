import type { XmlElement } from "./element.ts";
import type { Context } from "./flow.ts";
import { breakIn, caption, figure, frontMatter, heading, line, titlePart } from "./layout.ts";
import { event, gap, punctuation, stage, supplied } from "./marks.ts";
import { bibliography, note, pointer } from "./notes.ts";
import { quotation } from "./quotation.ts";
import { anyLabel, segment, speakerLabel, speech, utterance } from "./speaking.ts";
import { CHOSEN } from "./vocabulary.ts";
import type { Walk } from "./walk.ts";

/** Writes an element of a name; `context` is that inside of it. */
export type Handler = (walk: Walk, element: XmlElement, context: Context, tag: string) => void;

const paragraph: Handler = (walk, element, context) =>
  walk.block(element, context, context.shape.kind, walk.kindOf(element, context.kind));

/** Of an element's children the first of the names that it has, in the order of the names. */
const oneOf =
  (names: readonly string[]): Handler =>
  (walk, element, context) => {
    const chosen = names.map((name) => walk.finder.child(element, name)).find((one) => one !== null);
    if (chosen !== undefined) walk.children(chosen!, walk.inside(chosen!, context));
  };

const cell: Handler = (walk, element, context) => {
  walk.flow.blank(element.start);
  walk.children(element, context);
};

/** What is done with elements that are more than the words in them, by their names. */
export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...named("p ab", paragraph),
  ...named("head", heading),
  ...named("titlePart", titlePart),
  ...named("dateline byline docAuthor docDate docImprint docEdition imprimatur", frontMatter),
  ...named("sp", speech),
  ...named("u", utterance),
  ...named("speaker", speakerLabel),
  ...named("label", anyLabel),
  ...named("seg", segment),
  ...named("l", line),
  ...named("lg", (walk, element, context) => walk.holder(element, context)),
  ...named("item", (walk, element, context) => walk.block(element, context, "item", context.kind)),
  ...named(
    "row castItem salute signed trailer address opener closer postscript epigraph argument",
    (walk, element, context) => walk.paragraph(element, context),
  ),
  ...named("cell", cell),
  ...named("figure", figure),
  ...named("figDesc", caption),
  ...named("note", note),
  ...named("ref ptr", pointer),
  ...named("bibl biblStruct", bibliography),
  ...named("stage", stage),
  ...named("incident kinesic vocal pause event writing", event),
  ...named("gap ellipsis", gap),
  ...named("supplied", supplied),
  ...named("pc", punctuation),
  ...named("q quote said", quotation),
  ...named("choice", oneOf(CHOSEN)),
  ...named("app", oneOf(["lem", "rdg"])),
  ...named("lb pb cb gb milestone", breakIn),
]);

function named(names: string, handler: Handler): [string, Handler][] {
  return names.split(" ").map((name) => [name, handler]);
}
