import { html } from "hono/html";
import type { Document, Mark } from "../../documents/index.ts";
import { encoded, type Html, shown } from "./shown-text.ts";

/** A stretch of the text and what it stands in on the page. Stretches of one text may stand in each other, or overlap. */
export interface Inlay {
  readonly start: number;
  readonly end: number;
  /** Links stand in no other link. */
  readonly link: boolean;
  /** Whether the rest of it goes on where a stretch around it ends. */
  readonly long: boolean;
  readonly wrap: (inner: Html) => Html;
  /** A link's form inside another link; without, its words alone. */
  readonly plain?: (inner: Html) => Html;
}

/** In the order that {@link inlaid} takes them: by start, the longer first. */
export function byPlace(a: Inlay, b: Inlay): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * `text[start, end)` with its inlays, every character of it once and in order: no label stands between its words, so that
 * they are found by whoever looks for them. `inlays` are by place, see {@link byPlace}.
 */
export function inlaid(
  text: string,
  start: number,
  end: number,
  inlays: readonly Inlay[],
  inLink = false,
): Html {
  const parts: (Html | string)[] = [];
  const queue = [...inlays];
  let at = start;
  for (let i = 0; i < queue.length; ) {
    const inlay = queue[i]!;
    const from = Math.max(at, inlay.start);
    const to = Math.min(end, inlay.end);
    let next = i + 1;
    if (from < to) {
      while (next < queue.length && queue[next]!.start < to) next++;
      const inside = queue.slice(i + 1, next);
      const left = inside.filter((one) => one.long && one.end > to).map((one) => ({ ...one, start: to }));
      if (left.length > 0) queue.splice(next, 0, ...left);
      if (from > at) parts.push(shown(text.slice(at, from)));
      const isLink = inlay.link || inLink;
      const inner = inlaid(text, from, to, inside, isLink);
      const wrap = inlay.link && inLink ? inlay.plain : inlay.wrap;
      parts.push(wrap === undefined ? inner : wrap(inner));
      at = to;
    }
    i = next;
  }
  if (at < end) parts.push(shown(text.slice(at, end)));
  return html`${parts}`;
}

/** What is known of a document's notes and references that its text shows. */
export interface Linked {
  /** The address of the document that a reference means; null where none is held. */
  readonly target: (reference: Document["references"][number]) => string | null;
}

/** The inlays that a document's own marks are, by place. */
export function inlaysOf({ marks, notes, references }: Document, { target }: Linked): Inlay[] {
  const noteOf = new Map<number, MarkerForm>();
  for (const [index, { passage, number, markers }] of notes.entries())
    for (const [k, { start }] of markers.entries())
      noteOf.set(
        start,
        passage === null
          ? { link: false, own: html` class="marker unheld" title="No note ${shown(number)} is given"` }
          : { link: true, own: markerLink(markerId(index, k), passage) },
      );
  const own = marks.flatMap((mark) => markInlay(mark, noteOf.get(mark.start) ?? null));
  const others = references.map((reference): Inlay => {
    const path = target(reference);
    const wrap = (inner: Html): Html =>
      path === null
        ? html`<span class="unheld" title="Not held here">${inner}</span>`
        : html`<a href="${path}">${inner}</a>`;
    return { start: reference.start, end: reference.end, link: path !== null, long: false, wrap };
  });
  return [...own, ...others].sort(byPlace);
}

/** How a note's marker stands on the page. */
interface MarkerForm {
  readonly link: boolean;
  readonly own: Html;
}

function markerLink(id: string, passage: string): Html {
  return html` class="marker" role="doc-noteref" id="${id}" href="#${encoded(passage)}"`;
}

/** The id of a note's marker on the page. */
export function markerId(note: number, marker: number): string {
  return `marker-${note + 1}-${marker + 1}`;
}

function markInlay({ kind, name, start, end }: Mark, note: MarkerForm | null): Inlay[] {
  const inlay = (wrap: Inlay["wrap"], rest: Partial<Inlay> = {}): Inlay[] => [
    { start, end, link: false, long: false, wrap, ...rest },
  ];
  switch (kind) {
    case "supplied":
      return inlay(
        (inner) => html`<span class="supplied" role="group" aria-label="supplied">${inner}</span>`,
      );
    case "omission":
      return inlay((inner) => html`<abbr class="omission" title="words left out">${inner}</abbr>`);
    case "stage":
      return inlay((inner) => html`<span class="stage">${inner}</span>`);
    case "quoted": {
      const whom = `quoted: ${name === null ? "a third party" : shown(name).slice(0, 100)}`;
      return inlay(
        (inner) =>
          html`<span class="quoted" role="group" aria-label="${whom}" title="${whom}" data-whom="${whom}">${inner}</span>`,
        { long: true },
      );
    }
    case "note-marker":
      if (note === null) return [];
      return note.link
        ? inlay((inner) => html`<a${note.own}>${inner}</a>`, { link: true })
        : inlay((inner) => html`<span${note.own}>${inner}</span>`);
    default:
      return [];
  }
}
