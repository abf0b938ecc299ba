import type { ReportMatch } from "../../check/index.ts";

/** The address of a text, as other tools take it. */
export interface Address {
  /** A URI reference: relative to where the check was run, or a whole `file:` URI. */
  readonly uri: string;
  readonly isRelative: boolean;
}

/** What a text from standard input is called where an address is needed. */
const STANDARD_INPUT = "stdin";

/** The address of a text by its name, a path or `-`; percent-encoded, whatever characters the name has. */
export function addressOf(name: string): Address {
  if (name === "-") return { uri: STANDARD_INPUT, isRelative: false };
  const drive = /^([a-z]):[\\/]/iu.exec(name);
  if (drive !== null) return { uri: `file:///${drive[1]}:/${encodedPath(name.slice(3))}`, isRelative: false };
  if (name.startsWith("/")) return { uri: `file://${encodedPath(name)}`, isRelative: false };
  const path = encodedPath(name.replace(/^(?:\.\/+)+/u, ""));
  return { uri: path === "" ? "." : path, isRelative: true };
}

/** The address of a place in the archive, below the root of a server that holds it: `documents/ID?version=2#PASSAGE`. */
export function documentAddress({ document, passage }: ReportMatch): string {
  const fragment = passage === null ? "" : `#${encoded(passage)}`;
  return `documents/${encoded(document.id)}?version=${document.version}${fragment}`;
}

/** Steps such as `.` stay as they are; a backslash is a character of a name here, as it is on most systems. */
function encodedPath(path: string): string {
  return path.split("/").map(encoded).join("/");
}

function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
