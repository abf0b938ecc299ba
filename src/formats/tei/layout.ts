import { attribute, type XmlElement } from "./element.ts";
import { EDITOR } from "./flow.ts";
import type { Handler } from "./handlers.ts";

/** The first heading above all words is the title. */
export const heading: Handler = (walk, element, context) => {
  const outside = { ...context, turn: null, voice: EDITOR };
  if (context.kind === "caption") {
    walk.block(element, outside, "caption", "caption");
    return;
  }
  const { passages, turns } = walk.flow;
  const isFirst = passages.length === 0 && turns.length === 0;
  walk.block(element, outside, "heading", walk.kindOf(element, isFirst ? "title" : "heading"));
};

/** A title page's parts: the first is the title. */
export const titlePart: Handler = (walk, element, context) =>
  walk.block(element, context, "heading", walk.flow.passages.length === 0 ? "title" : "heading");

/** Who wrote it, when and where. */
export const frontMatter: Handler = (walk, element, context) =>
  walk.block(element, context, "paragraph", context.turn === null ? "header" : context.kind);

export const figure: Handler = (walk, element, context) => {
  walk.flow.end();
  const shape = { kind: "caption", level: 0, language: context.language } as const;
  walk.children(element, { ...context, turn: null, voice: EDITOR, kind: "caption", inline: false, shape });
  walk.flow.end();
};

/** What a picture shows is read where it has no caption. */
export const caption: Handler = (walk, element, context) => {
  const parent = element.parent as XmlElement;
  if (walk.finder.child(parent, "head", "p", "ab") === null)
    walk.block(element, context, "caption", "caption");
};

/** Lines of verse stand in one block with those beside them. */
export const line: Handler = (walk, element, context) => {
  const { flow } = walk;
  if (walk.verse === element.parent) flow.lineBreak(element.start);
  else flow.end();
  walk.verse = element.parent;
  walk.children(element, walk.before({ ...context, inline: true }));
  flow.blank(element.end);
};

/** A break of a line, a page or a column; `break="no"` says that it stands inside a word. */
export const breakIn: Handler = ({ flow }, element, _, tag) => {
  if (attribute(element, "break") === "no") flow.wordBreak();
  else if (tag === "lb") flow.lineBreak(element.start);
  else if (tag !== "milestone") flow.blank(element.start);
};
