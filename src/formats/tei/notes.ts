import { attribute, holdsBlocks, pointed, wordsOf, type XmlElement } from "./element.ts";
import { type Context, EDITOR } from "./flow.ts";
import type { Handler } from "./handlers.ts";
import { SELF_SAID } from "./marks.ts";
import { dispatchOf } from "./reference.ts";
import type { Walk } from "./walk.ts";

/**
 * A note in the words is a marker there and a passage below the text; one in brackets and without a number is a remark
 * on what went on. Any other stands where it stands.
 */
export const note: Handler = (walk, element, context) => {
  const { flow, notes } = walk;
  if (!notes.isInline(element)) {
    standing(walk, element, context);
    return;
  }
  const words = wordsOf(element);
  if (words === null) return;
  if (SELF_SAID.test(words) && attribute(element, "n") === null) {
    flow.mark("stage", null, () => walk.children(element, context));
    return;
  }
  const number = notes.number(element)!;
  flow.mark("note-marker", number, () => flow.sign(`[${number}]`, element.start, context));
  walk.waiting.push({ write: () => standing(walk, element, context) });
};

/** A note after its number. */
function standing(walk: Walk, element: XmlElement, context: Context): void {
  const { flow, finder, notes, turns } = walk;
  flow.end(true);
  const inside: Context = {
    ...context,
    kind: "note",
    turn: null,
    voice: turns.responsible(element) ?? EDITOR,
    inline: !holdsBlocks(element, finder),
    shape: { kind: "note", level: 0, language: context.language },
  };
  const number = notes.number(element);
  if (number !== null && finder.child(element, "label") === null) {
    flow.label(null, () => flow.sign(`[${number}]`, element.start, inside));
    flow.blank(element.start);
  }
  flow.note(number, inside);
  walk.children(element, inside);
  flow.end(true);
  flow.note(null, inside);
}

/** A pointer to a note is its marker; one to an entry that names a dispatch refers to it. */
export const pointer: Handler = (walk, element, context) => {
  const targets = pointed(element, "target");
  const led = targets.map((id) => walk.notes.byId(id)).find((one) => one !== null) ?? null;
  const stated = attribute(element, "type") === "noteAnchor" ? attribute(element, "n") : null;
  const number = stated ?? (led === null ? null : walk.notes.number(led));
  const dispatch = targets.map((id) => walk.dispatches.get(id)).find((one) => one !== undefined);
  if (number !== null) marker(walk, element, number, context);
  else if (dispatch !== undefined) walk.flow.refer(dispatch, () => walk.children(element, context));
  else walk.children(element, context);
};

function marker({ flow }: Walk, element: XmlElement, number: string, context: Context): void {
  const words = wordsOf(element);
  const shown = words !== null && /^\[.*\]$/u.test(words) ? words : `[${number}]`;
  flow.mark("note-marker", number, () => flow.sign(shown, element.start, context));
}

/** An entry of a bibliography refers to the dispatch that it names. */
export const bibliography: Handler = (walk, element, context) => {
  const dispatch = dispatchOf(element, walk.finder);
  if (!context.inline) walk.flow.end();
  const inside = { ...context, inline: true };
  if (dispatch === null) walk.children(element, inside);
  else walk.flow.refer(dispatch, () => walk.children(element, inside));
  if (!context.inline) walk.flow.end();
};
