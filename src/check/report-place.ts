import { type FormattedText, type PlacedSpan, placeAt, placeLabel } from "../formats/index.ts";
import type { ReportPlace } from "./report.ts";

/** The place of an offset as a report tells it, or null where none is known. */
export function reportPlace(places: readonly PlacedSpan[], offset: number): ReportPlace {
  const place = placeAt(places, offset);
  if (place === null) return null;
  const label = placeLabel(place);
  return place.kind === "page" ? { ...place, box: [...place.box], label } : { ...place, label };
}

/** Line, column and place of an offset of a text, as a report tells them. */
export function reportPosition(
  text: FormattedText,
  offset: number,
): { readonly line: number; readonly column: number; readonly place: ReportPlace } {
  return { ...text.position(offset), place: reportPlace(text.places, offset) };
}
