import type { Document, Reference } from "../documents/index.ts";
import type { Edition } from "./edition.ts";
import { numberKey } from "./identity.ts";
import type { Summary } from "./summary.ts";

/** A reference of a held document, and what it resolves to. */
export interface Link {
  readonly reference: Reference;
  /** The words that refer, as printed. */
  readonly text: string;
  /** The held document of that series and number; null where none is. */
  readonly target: Pick<Summary, "id" | "title" | "date"> | null;
}

/** A place in a held document that refers to this one. */
export interface Backlink {
  readonly source: Pick<Summary, "id" | "title" | "date">;
  readonly text: string;
}

export interface ReferenceLinks {
  readonly to: readonly Link[];
  readonly from: readonly Backlink[];
}

/** A dispatch that is referred to and not held. */
export interface Unresolved {
  readonly series: string;
  readonly number: string;
  readonly title: string | null;
  readonly date: string | null;
  /** Ids of the documents that refer to it, ascending. */
  readonly by: readonly string[];
}

/** What a document refers to and what refers to it, among the latest versions. */
export function linksOf(id: string, editions: readonly Edition[]): ReferenceLinks {
  const own = editions.find((edition) => edition.id === id);
  if (own === undefined) return { to: [], from: [] };
  const key = keyOf(own.document);
  const byKey = new Map(editions.map((edition) => [keyOf(edition.document), edition]));
  return {
    to: own.document.references.map((reference) => {
      const target = byKey.get(keyOf(reference));
      return {
        reference,
        text: own.document.text.slice(reference.start, reference.end),
        target: target === undefined || keyOf(reference) === null ? null : headOf(target),
      };
    }),
    from: editions.flatMap((edition) =>
      edition.document.references
        .filter((reference) => key !== null && edition !== own && keyOf(reference) === key)
        .map(({ start, end }) => ({
          source: headOf(edition),
          text: edition.document.text.slice(start, end),
        })),
    ),
  };
}

/** What must be known of a document to tell what it refers to in vain. */
export interface Referring {
  readonly id: string;
  readonly document: Pick<Document, "series" | "number"> & {
    readonly references: readonly Pick<Reference, "series" | "number" | "title" | "date">[];
  };
}

/** The dispatches that latest versions refer to and none is, by series, then number. */
export function unresolvedIn(editions: readonly Referring[]): Unresolved[] {
  const held = new Set(editions.map(({ document }) => keyOf(document)));
  const found = new Map<string, Unresolved>();
  for (const { id, document } of editions)
    for (const reference of document.references) {
      const key = keyOf(reference);
      if (key === null || held.has(key)) continue;
      const { series, number, title, date } = reference;
      const other = found.get(key);
      found.set(key, {
        series: other?.series ?? series,
        number: other?.number ?? number,
        title: other?.title ?? title,
        date: other?.date ?? date,
        by: [...new Set([...(other?.by ?? []), id])].sort(),
      });
    }
  return [...found.values()].sort(
    (a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : 0) || Number(a.number) - Number(b.number),
  );
}

function keyOf({ series, number }: Pick<Document, "series" | "number">): string | null {
  return numberKey(series, number);
}

function headOf({ id, document: { title, date } }: Edition): Backlink["source"] {
  return { id, title, date };
}
