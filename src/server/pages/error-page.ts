import { html } from "hono/html";
import { isolated } from "../../publish/html/shown-text.ts";
import { PROBLEMS, type Problem } from "../problem.ts";
import { layout } from "./layout.ts";

/** Units of what is told: it names what was given, which may be long. */
const DETAIL = 1000;

/** A problem as a page: the same words that a program is told. */
export function errorPage({ title, status, code, detail }: Problem): string {
  const main = html`<div class="error-page"><h1>${title}</h1>
<p class="problem" role="alert">${isolated(detail, DETAIL)}</p>
<p>${PROBLEMS[code].advice}</p>
<p class="hint">Status ${status}, <a href="/api#${code}"><code>${code}</code></a>. Your browser’s Back brings back what you entered. <a href="/">To the check page</a></p></div>`;
  return String(layout({ title, place: null }, main));
}
