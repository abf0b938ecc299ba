import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** Links to the page before and after, and to the first and last; nothing where there is but one. */
export function pageLinks(page: number, pages: number, pathOf: (page: number) => string): Html | string {
  if (pages <= 1) return "";
  const here = Math.min(page, pages);
  const link = (to: number, label: string, rel: string): Html | string =>
    to < 1 || to > pages || to === here
      ? ""
      : html`<li><a rel="${rel}" href="${pathOf(to)}">${label}</a></li>`;
  return html`<nav class="pages no-print" aria-label="Pages of results"><ul>
${here > 2 ? link(1, "First", "first") : ""}${link(here - 1, "Before", "prev")}<li aria-current="page">Page ${here} of ${pages}</li>${link(here + 1, "Next", "next")}${here < pages - 1 ? link(pages, "Last", "last") : ""}
</ul></nav>`;
}
