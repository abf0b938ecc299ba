import { html } from "hono/html";
import type { Backlink, Link, ReferenceLinks } from "../../archive/index.ts";
import { dateLabel } from "../date-label.ts";
import { type Drawn, referenceDrawing } from "./reference-drawing.ts";
import { counted, documentPath, type Html, isolated, linked } from "./shown-text.ts";

/** References listed each way; more are told by their number. */
const MOST = 200;

/** What a document refers to, and what refers to it: as lists, and as a drawing. */
export function documentReferences(
  own: { title: string | null; id: string; date: string | null },
  links: ReferenceLinks,
): Html {
  const { to, from } = links;
  if (to.length + from.length === 0)
    return html`<p class="faint">It refers to no other dispatch, and none that is held refers to it.</p>`;
  const drawn = [...to.map(drawnTo), ...from.map(drawnFrom)];
  return html`<div class="references">
<div>
${list("It refers to", to, referredItem, "It refers to no other dispatch.")}
${list("Referred to by", from, referringItem, "None that is held refers to it.")}
</div>
${referenceDrawing({ label: own.title ?? own.id, date: own.date }, drawn)}
</div>`;
}

function list<T>(title: string, items: readonly T[], item: (one: T) => Html, none: string): Html {
  const more = items.length - MOST;
  return html`<h3>${title}</h3>
${
  items.length === 0
    ? html`<p class="faint">${none}</p>`
    : html`<ul class="plain">${items.slice(0, MOST).map(item)}</ul>${
        more > 0 ? html`<p class="faint">and ${counted(more, "more reference")}.</p>` : ""
      }`
}`;
}

function referredItem({ reference, target }: Link): Html {
  const { title, date } = reference;
  const day = target?.date ?? date;
  const said = html`${isolated(nameOf(reference))}${
    title === null ? "" : html`, ${isolated(title)}`
  }${day === null ? "" : `, ${dateLabel(day)}`}`;
  return target === null
    ? html`<li class="unheld">${said} <span class="tag">not held</span></li>`
    : html`<li>${linked(documentPath(target.id), said)}</li>`;
}

function referringItem({ source, text }: Backlink): Html {
  return html`<li>${linked(documentPath(source.id), isolated(source.title ?? source.id))}${
    source.date === null ? "" : `, ${dateLabel(source.date)}`
  }<br><span class="faint">${isolated(text)}</span></li>`;
}

function nameOf({ desk, series, number }: Link["reference"]): string {
  return `${desk === null ? "" : `${desk} `}${series} No. ${number}`;
}

function drawnTo({ reference, target }: Link): Drawn {
  return {
    kind: target === null ? "unheld" : "to",
    label: `${reference.series} No. ${reference.number}`,
    path: target === null ? null : documentPath(target.id),
    date: target?.date ?? reference.date,
  };
}

function drawnFrom({ source }: Backlink): Drawn {
  return { kind: "from", label: source.title ?? source.id, path: documentPath(source.id), date: source.date };
}
