import { html } from "hono/html";
import { shown } from "../shown.ts";

export { shown };

/** A piece of a page: escaped, but for what `html` was given as its own. */
export type Html = ReturnType<typeof html>;

/** Code units of a title or name in a heading, a list or a link, before it is shortened. */
export const SHORT = 240;

/** A text of one line, with … where it is longer than `most` code units. */
export function shortened(text: string, most = SHORT): string {
  const line = shown(
    text
      .slice(0, most * 4)
      .replace(/\s+/gu, " ")
      .trim(),
  );
  const isWhole = line.length <= most && text.length <= most * 4;
  return isWhole
    ? line
    : `${line
        .slice(0, most)
        .toWellFormed()
        .replace(/\uFFFD$/u, "")}…`;
}

/** A name or title inside other text: its direction is its own, and turns nothing around it. */
export function isolated(text: string, most = SHORT): Html {
  return html`<bdi>${shortened(text, most)}</bdi>`;
}

/** Code units of an address: past them a server need not take it. */
const LONGEST_PATH = 4000;

/** A part of a path or a query, whatever characters it has. */
export function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

/** The address of a document, or of one of its passages; null where it would be too long for any. */
export function documentPath(id: string, version: number | null = null, passage = ""): string | null {
  const query = version === null ? "" : `?version=${version}`;
  return bounded(`/documents/${encoded(id)}${query}${passage === "" ? "" : `#${encoded(passage)}`}`);
}

export function speakerPath(name: string): string | null {
  return bounded(`/speakers/${encoded(name)}`);
}

export function bounded(path: string): string | null {
  return path.length > LONGEST_PATH ? null : path;
}

/** A link, or the text alone where there is no address. */
export function linked(path: string | null, text: Html | string): Html {
  return path === null ? html`${text}` : html`<a href="${path}">${text}</a>`;
}

/** "1 document", "2 documents". */
export function counted(count: number, name: string): string {
  return `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
}
