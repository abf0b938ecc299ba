import { html } from "hono/html";
import type { FacetValue } from "../../archive/index.ts";
import { counted, type Html } from "./shown-text.ts";

/** Units of the chart: as wide as a phone's screen leaves it, so that its letters are nowhere too small. */
const WIDTH = 300;
const HEIGHT = 96;
/** Room below the bars for the years. */
const FOOT = 16;
/** Bars at the most: of more, each would be too thin to be met. */
const MOST_BARS = 40;
/** Years that one bar may stand for. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Years that a bar stands for, the first and the last of them, and their documents. */
export interface YearBar {
  readonly first: string;
  readonly last: string;
  readonly documents: number;
}

/** How many documents each year has: as bars, each a link that narrows to it, and as a table. Empty without any. */
export function yearChart(
  years: readonly FacetValue[],
  pathOf: (bar: YearBar) => string | null,
): Html | string {
  const bars = barsOf(years);
  if (bars.length === 0) return "";
  const most = Math.max(...bars.map(({ documents }) => documents));
  const step = WIDTH / bars.length;
  const first = bars[0]!;
  const last = bars.at(-1)!;
  const filled = bars.filter(({ documents }) => documents > 0);
  const highest = bars.find(({ documents }) => documents === most)!;
  return html`<figure class="years">
<figcaption><b>By year</b> <span class="faint">the most: ${most} in ${labelOf(highest)}</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-labelledby="years-title years-desc">
<title id="years-title">Documents by year</title>
<desc id="years-desc">${first.first} to ${last.last}; the most, ${most}, in ${labelOf(highest)}. A table follows.</desc>
<line class="base" x1="0" y1="${HEIGHT - FOOT}" x2="${WIDTH}" y2="${HEIGHT - FOOT}"/>
${bars.map((bar, i) => barHtml(bar, i * step, step, (bar.documents / most) * (HEIGHT - FOOT - 4), pathOf(bar)))}
<text x="0" y="${HEIGHT - 3}">${first.first}</text>${
    bars.length === 1 ? "" : html`<text class="last" x="${WIDTH}" y="${HEIGHT - 3}">${last.last}</text>`
  }
</svg>
<details class="no-print"><summary>The same as a table</summary>
<table><thead><tr><th scope="col">Year</th><th scope="col">Documents</th></tr></thead><tbody>${filled.map(
    (bar) => {
      const path = pathOf(bar);
      return html`<tr><th scope="row">${path === null ? labelOf(bar) : html`<a href="${path}">${labelOf(bar)}</a>`}</th><td>${bar.documents}</td></tr>`;
    },
  )}</tbody></table></details>
</figure>`;
}

function barHtml(bar: YearBar, x: number, step: number, height: number, path: string | null): Html | string {
  if (bar.documents === 0) return "";
  const told = `${labelOf(bar)}: ${counted(bar.documents, "document")}`;
  const wide = Math.min(step * 0.8, 36);
  const tall = Math.max(2, height);
  const drawn = html`<title>${told}</title><rect class="hit" x="${round(x)}" y="0" width="${round(step)}" height="${HEIGHT - FOOT}"/><rect class="bar" x="${round(x + (step - wide) / 2)}" y="${round(HEIGHT - FOOT - tall)}" width="${round(wide)}" height="${round(tall)}"/>`;
  return path === null ? html`<g>${drawn}</g>` : html`<a href="${path}" aria-label="${told}">${drawn}</a>`;
}

/** Bars of as many years as make few enough of them, none left out between the first and the last. */
export function barsOf(years: readonly FacetValue[]): YearBar[] {
  const counts = new Map(
    years.flatMap(({ value, documents }) =>
      /^\d{4}$/u.test(value) ? [[Number(value), documents] as const] : [],
    ),
  );
  if (counts.size === 0) return [];
  const [from, to] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const step = STEPS.find((one) => Math.floor(to / one) - Math.floor(from / one) < MOST_BARS) ?? 1000;
  const bars: YearBar[] = [];
  for (let first = Math.floor(from / step) * step; first <= to; first += step) {
    let documents = 0;
    for (let year = first; year < first + step; year++) documents += counts.get(year) ?? 0;
    bars.push({ first: written(first), last: written(first + step - 1), documents });
  }
  return bars;
}

function labelOf({ first, last }: YearBar): string {
  return first === last ? first : `${first} to ${last}`;
}

function written(year: number): string {
  return String(year).padStart(4, "0");
}

function round(units: number): string {
  return units.toFixed(1);
}
