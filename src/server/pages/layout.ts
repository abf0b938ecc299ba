import { html, raw } from "hono/html";
import { assetPath } from "../assets.ts";

/** A piece of a page: escaped, but for what `html` was given as its own. */
export type Html = ReturnType<typeof html>;

/** What each page says of itself. */
export interface PageHead {
  readonly title: string;
  /** The entry of the navigation that it belongs to. */
  readonly place: "check" | "archive" | "speakers" | "rules" | "api" | null;
  /** The page's lasting address; null or not given where it has none. */
  readonly canonical?: string | null;
  /** Whether its foot leads to signing in and out; not so where the page itself is about that. */
  readonly hasDoor?: boolean;
}

const PLACES = [
  ["check", "/", "Check"],
  ["archive", "/archive", "Archive"],
  ["speakers", "/speakers", "Speakers"],
  ["rules", "/rules", "Rules"],
  ["api", "/api", "API"],
] as const;

/** What the foot offers to whoever is not signed in, and to whoever is. */
export const SIGN_IN = `<a href="/sign-in">Sign in</a>`;
export const SIGN_OUT = `<form class="sign-out" method="post" action="/sign-out">You are signed in. <button class="small">Sign out</button></form>`;

/** A whole page: head, navigation, `main`. */
export function layout({ title, place, canonical = null, hasDoor = true }: PageHead, main: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · saidso</title>
${
  canonical === null
    ? ""
    : html`<link rel="canonical" href="${canonical}">
`
}<link rel="alternate" type="application/atom+xml" title="saidso archive" href="/feed.atom">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="${assetPath("page.css")}">
<script type="module" src="${assetPath("page.js")}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site">
<a class="brand" href="/">saidso</a>
<nav aria-label="Pages"><ul>${PLACES.map(
    ([name, path, label]) =>
      html`<li><a href="${path}"${name === place ? html` aria-current="page"` : ""}>${label}</a></li>`,
  )}</ul></nav>
</header>
<main id="main" tabindex="-1">${main}</main>
<footer class="site-foot no-print">saidso matches words against the sources it holds; it does not judge truth.${hasDoor ? html` ${raw(SIGN_IN)}` : ""}</footer>
</body>
</html>
`;
}
