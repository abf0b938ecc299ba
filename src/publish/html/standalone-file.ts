import { html, raw } from "hono/html";
import type { Html } from "./shown-text.ts";

/** What stands inside a page that needs nothing else: style, script, and what a policy knows them by. */
export interface Inlined {
  readonly style: string;
  readonly script: string;
  /** SHA-256 of the bytes of a text, in base64. */
  readonly hash: (text: string) => string;
}

/**
 * A page as one file that needs no other: it opens from a disk, offline, with and without its script. What its policy
 * does not name does not run and is not fetched. `lead` stands at its head.
 */
export function standaloneFile(
  { title, lead }: { readonly title: string; readonly lead: string },
  main: Html,
  { style, script, hash }: Inlined,
): string {
  const [css, js] = [closed(style), closed(script)];
  const policy = `default-src 'none'; style-src 'sha256-${hash(css)}'; script-src 'sha256-${hash(js)}'; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · saidso</title>
<style>${raw(css)}</style>
</head>
<body>
<header class="site"><span class="brand">saidso</span> <span class="faint">${lead}</span></header>
<main id="main">
${main}
</main>
<script type="module">${raw(js)}</script>
</body>
</html>
`;
  return String(page);
}

/** Nothing inside closes the element early. */
function closed(code: string): string {
  return code.replace(/<(?=\/(?:script|style)|!--)/giu, "\\x3c").trim();
}
