import { hasOwnText } from "./element.ts";
import type { Handler } from "./handlers.ts";

/** A turn of a play or an interview. */
export const speech: Handler = (walk, element, context) => {
  walk.flow.end(true);
  const { voice, turn } = walk.turns.ofSpeech(element);
  walk.children(element, { ...context, voice, turn, kind: "paragraph", inline: false });
  walk.flow.end(true);
};

/** A stretch of recorded speech. */
export const utterance: Handler = (walk, element, context) => {
  walk.flow.end(true);
  const { voice, turn } = walk.turns.ofUtterance(element);
  walk.children(element, { ...context, voice, turn, kind: "paragraph", inline: hasOwnText(element) });
  walk.flow.end(true);
};

/** The label of a turn; it ends in a colon where it has no mark of its own, so that it reads apart from the words. */
export const speakerLabel: Handler = (walk, element, context) => {
  const { flow, header } = walk;
  flow.label(context.turn, () => {
    walk.children(element, context);
    if (!header.isOwn) flow.endLabel(element.end, context);
  });
};

/** A label names or numbers the words that follow it in its paragraph; in a list it is words of its own. */
export const anyLabel: Handler = (walk, element, context) => {
  const { flow } = walk;
  if (!context.inline) walk.block(element, context, context.shape.kind, context.kind);
  else if (flow.hasWords) walk.children(element, context);
  else {
    flow.label(null, () => walk.children(element, context));
    if (!walk.header.isOwn) flow.blank(element.end);
  }
};

/** A stretch of a paragraph, or where it stands in none a paragraph itself, as in the records of parliaments. */
export const segment: Handler = (walk, element, context) => {
  if (context.inline) walk.children(element, context);
  else walk.block(element, context, context.shape.kind, context.kind);
};
