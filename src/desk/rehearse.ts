import { quotedFingerprint } from "../core/index.ts";
import { checkText } from "./check-text.ts";
import type { Context } from "./context.ts";

/** Words that stand in most archives; what is nearest to them is quoted. */
const LEAD =
  "They said that the work would begin in spring, when the weather was better and the people had come back";
/** Passages that are quoted, as many as a story quotes. */
const PASSAGES = 12;
/** Code units of a passage that are quoted. */
const QUOTED = 120;

/**
 * Checks a story made of held passages, so that a thread has read and compiled what a check needs before somebody waits
 * for one: the first story takes ten times as long as the hundredth. Answers nothing.
 */
export function rehearse(_: null, { archive, reader, hash, watch }: Context): null {
  const near = archive.nearest(quotedFingerprint(LEAD), PASSAGES);
  const paragraphs = near.map(({ edition, passage: { start, end, voice } }, i) => {
    const words = edition.document.text.slice(start, Math.min(end, start + QUOTED)).split(/\s+/u);
    // Some as they stand, some changed, so that each way of judging is gone.
    const quoted = words.slice(1, -1).map((word, k) => (i % 2 === 1 && k === 3 ? LEAD.slice(0, 4) : word));
    return `“${quoted.join(" ")},” said ${voice.name ?? "a neighbour"}.`;
  });
  const bytes = new TextEncoder().encode([`“${LEAD},” said a neighbour.`, ...paragraphs].join("\n\n"));
  checkText(
    { name: "-", bytes, documents: [], sources: [] },
    { archive, reader, hash, watch: { isOver: watch?.isOver ?? (() => false) } },
  );
  return null;
}
