import { html } from "hono/html";
import { PROBLEMS, type Problem } from "../problem.ts";
import { layout } from "./layout.ts";

/** A problem as a page: the same words that a program is told. */
export function errorPage({ title, status, code, detail }: Problem): string {
  const main = html`<div class="error-page"><h1>${title}</h1>
<p class="problem" role="alert"><bdi>${detail}</bdi></p>
<p>${PROBLEMS[code].advice}</p>
<p class="hint">Status ${status}, <a href="/api#${code}"><code>${code}</code></a>. Your browser’s Back brings back what you entered. <a href="/">To the check page</a></p></div>`;
  return String(layout({ title, place: null }, main));
}
