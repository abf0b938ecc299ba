import type { FormFinding, ReportMatch } from "../check/index.ts";

type Place = ReportMatch["place"];

/** Whether a place has the line of its original beside it: pages and paragraphs have none. */
export function hasLine(place: Place): boolean {
  return place?.kind !== "page" && place?.kind !== "paragraph";
}

/** Where words of a text stand, in words: `line 8`; `line 8, 00:14:07`; `page 3`, where the original has no lines. */
export function whereabouts({ line, place }: Pick<FormFinding, "line" | "place">): string {
  if (place === null) return `line ${line}`;
  return hasLine(place) ? `line ${line}, ${place.label}` : place.label;
}

/** The same at the beginning of a line: `Line 8`. */
export function whereaboutsHead(at: Pick<FormFinding, "line" | "place">): string {
  const words = whereabouts(at);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The document where words were found: id, version from the second on, passage, place. Not yet printable. */
export function matchWhereabouts({ document, passage, place }: ReportMatch): string {
  const version = document.version === 1 ? "" : `, version ${document.version}`;
  const at = passage === null ? "" : `, passage ${passage}`;
  return `${document.id}${version}${at}${place === null ? "" : `, ${place.label}`}`;
}
