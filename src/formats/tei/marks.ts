import { attribute, holdsBlocks, wordsOf, type XmlElement } from "./element.ts";
import { type Context, EDITOR } from "./flow.ts";
import type { Handler } from "./handlers.ts";
import type { Walk } from "./walk.ts";

/** Words that say themselves that they are none of the text: in brackets, or dots alone. */
export const SELF_SAID = /^(?:[[(][\s\S]*[\])]|[.…⋯\s]+)$/u;

/** Words left out: the mark that the element holds, else what it says of them in brackets, else […]. */
export const gap: Handler = (walk, element, context) => {
  const words = wordsOf(element);
  const shown = words === null ? "[…]" : SELF_SAID.test(words) ? words : `[${words}]`;
  walk.flow.mark("omission", null, () => walk.flow.sign(shown, element.start, walk.before(context)));
};

/** Words that are not the source's, in square brackets. */
export const supplied: Handler = (walk, element, context) => {
  if (element.children.length === 0) return;
  if (holdsBlocks(element, walk.finder)) {
    walk.children(element, context);
    return;
  }
  const words = wordsOf(element) ?? "";
  bracketed(walk, element, context, "supplied", /^\[[\s\S]*\]$/u.test(words));
};

/** A direction among the words stands in brackets; between turns it is a passage of its own. */
export const stage: Handler = (walk, element, context) => {
  if (context.inline) bracketed(walk, element, context, "stage", SELF_SAID.test(wordsOf(element) ?? ""));
  else aside(walk, context, (inside) => walk.flow.mark("stage", null, () => walk.children(element, inside)));
};

/** A cough, a pause: what the element says of it, else its name. */
export const event: Handler = (walk, element, context, tag) => {
  const { flow } = walk;
  const words = wordsOf(element) ?? (tag === "incident" || tag === "event" ? null : tag);
  if (words === null) return;
  const shown = SELF_SAID.test(words) ? words : `[${words}]`;
  const write = (inside: Context): void =>
    flow.mark("stage", null, () => flow.sign(shown, element.start, inside));
  if (context.inline) write(context);
  else aside(walk, context, write);
};

/** A quotation mark that encloses a turn. */
export const punctuation: Handler = (walk, element, context) => {
  const type = attribute(element, "type");
  if (type === "open" || type === "close") walk.flow.mark(type, null, () => walk.children(element, context));
  else walk.children(element, context);
};

function bracketed(
  walk: Walk,
  element: XmlElement,
  context: Context,
  kind: "stage" | "supplied",
  isBracketed: boolean,
): void {
  walk.flow.mark(kind, null, () => {
    const inside = walk.before({ ...context, inline: true });
    if (!isBracketed) walk.flow.sign("[", element.start, inside);
    walk.children(element, inside);
    if (!isBracketed) walk.flow.sign("]", element.end, inside);
  });
}

/** Words between turns, or in one and none of it. */
function aside({ flow }: Walk, context: Context, write: (context: Context) => void): void {
  flow.end();
  const shape = { kind: "paragraph", level: 0, language: context.language } as const;
  write({ ...context, kind: "stage", turn: null, voice: EDITOR, inline: true, shape });
  flow.end();
}
