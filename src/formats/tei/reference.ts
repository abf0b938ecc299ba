import type { MarkedReference } from "../markup.ts";
import { attribute, type Finder, idOf, wordsOf, type XmlElement } from "./element.ts";
import { isoDate } from "./header.ts";

/** A dispatch that a bibliographic entry names; null where it names no series and number. */
export type Dispatch = Omit<MarkedReference, "start" | "end">;

/** Reads an entry that names a series, as its title of that level, and a number in it. */
export function dispatchOf(bibl: XmlElement, finder: Finder): Dispatch | null {
  const titles = finder.all(bibl, "title");
  const series = wordsOf(titles.find((one) => attribute(one, "level") === "s") ?? null);
  const number = wordsOf(finder.first(bibl, "biblScope", "idno"));
  if (series === null || number === null) return null;
  const date = finder.first(bibl, "date");
  return {
    desk: wordsOf(finder.first(bibl, "publisher")),
    series,
    number,
    title: wordsOf(titles.find((one) => attribute(one, "level") === "a") ?? null),
    date: date === null ? null : isoDate(attribute(date, "when")),
  };
}

/** The dispatches that a file's entries name, by the entries' ids. */
export function dispatchesOf(root: XmlElement, finder: Finder): Map<string, Dispatch> {
  const found = new Map<string, Dispatch>();
  for (const bibl of finder.all(root, "bibl", "biblStruct")) {
    const id = idOf(bibl);
    const dispatch = id === null ? null : dispatchOf(bibl, finder);
    if (dispatch !== null) found.set(id!, dispatch);
  }
  return found;
}
