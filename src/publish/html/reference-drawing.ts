import { html } from "hono/html";
import { type Html, shortened } from "./shown-text.ts";

/** A document that is drawn beside the one it is about. */
export interface Drawn {
  /** Whether it is referred to, held or not, or refers to it. */
  readonly kind: "to" | "from" | "unheld";
  readonly label: string;
  readonly path: string | null;
  /** ISO date, or null. */
  readonly date: string | null;
}

/** Documents drawn: more arcs are no drawing any more. */
const MOST = 24;
/** Units of the drawing: a row's height, where its dots stand, its width, which a phone shows whole. */
const ROW = 26;
const DOT = 84;
const WIDTH = 330;
const LABEL = 34;
/** It stands in heavier letters. */
const OWN_LABEL = 28;

/**
 * The documents in rows by date, the one it is about among them; an arc leads to each that is referred to, a broken one
 * to what is not held, and one with an arrow's head at this document from each that refers to it.
 */
export function referenceDrawing(own: { label: string; date: string | null }, drawn: readonly Drawn[]): Html {
  const each = distinct(drawn);
  const rows = [...each.slice(0, MOST), { ...own, kind: "own" as const, path: null }].sort(byDate);
  const center = rows.findIndex(({ kind }) => kind === "own");
  const height = rows.length * ROW;
  const more = each.length - MOST;
  const counts = (kind: Drawn["kind"]): number => drawn.filter((one) => one.kind === kind).length;
  return html`<figure class="drawing">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-labelledby="drawing-title drawing-desc">
<title id="drawing-title">References by date</title>
<desc id="drawing-desc">This document refers to ${counts("to")} held and ${counts("unheld")} not held; ${counts("from")} refer to it.</desc>
${rows.map((row, i) => (row.kind === "own" ? "" : arc(row.kind, middle(i), middle(center))))}
${rows.map((row, i) => node(row, middle(i)))}
</svg>
<figcaption class="hint">Earlier above, later below. A full line leads to what this document refers to, a broken one to what is not held, a dotted one from what refers to it.${
    more > 0 ? ` ${more} more are in the lists.` : ""
  }</figcaption>
</figure>`;
}

function middle(row: number): number {
  return row * ROW + ROW / 2;
}

function arc(kind: Drawn["kind"], y: number, center: number): Html {
  const reach = Math.min(DOT - 14, 10 + Math.abs(y - center) / 3.5);
  return html`<path class="arc ${kind}" d="M${DOT - 6} ${center} C${DOT - 6 - reach} ${center} ${DOT - 6 - reach} ${y} ${DOT - 6} ${y}"/>`;
}

function node(
  { kind, label, path, date }: Omit<Drawn, "kind"> & { kind: Drawn["kind"] | "own" },
  y: number,
): Html {
  const text = html`<text x="${DOT + 10}" y="${y + 4}">${shortened(label, kind === "own" ? OWN_LABEL : LABEL)}</text>`;
  const year = date === null ? "" : html`<text class="year" x="0" y="${y + 4}">${date.slice(0, 4)}</text>`;
  const named = kind === "own" ? "This document" : `${label}${kind === "unheld" ? ", not held" : ""}`;
  return html`<g class="node ${kind}">${year}<circle cx="${DOT}" cy="${y}" r="${kind === "own" ? 6 : 4}"/>${
    path === null
      ? html`${kind === "own" ? "" : html`<title>${shortened(named)}</title>`}${text}`
      : html`<a href="${path}"><title>${shortened(named)}</title>${text}</a>`
  }</g>`;
}

function distinct(drawn: readonly Drawn[]): Drawn[] {
  const found = new Map<string, Drawn>();
  for (const one of drawn) {
    const key = `${one.kind} ${one.path ?? one.label}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function byDate(a: { date: string | null }, b: { date: string | null }): number {
  if (a.date === b.date) return 0;
  return a.date === null ? 1 : b.date === null ? -1 : a.date < b.date ? -1 : 1;
}
