import { type Archive, type RecentQuery, type Summary, wordSet } from "../../archive/index.ts";

/** A set of documents: those of a series, or of a region or subject line. */
export interface OaiSet {
  readonly spec: string;
  readonly name: string;
}

/** Fields whose values are sets. */
const FIELDS = ["series", "subject"] as const;

/** As the protocol's schema has it; without colons, as no set stands in another. */
const SPEC = /^(series|subject)\.([A-Za-z0-9\-_.!~*'()]+)$/u;

/** More values than any archive has. */
const ALL = 1e6;

/** All sets that have a document, the largest first; names of the same words are one set. */
export function setsOf(archive: Archive): OaiSet[] {
  const facets = archive.facets({}, ALL);
  return FIELDS.flatMap((field) =>
    facets[field].values.flatMap(({ value }) => {
      const spec = specOf(field, value);
      return spec === null ? [] : [{ spec, name: value }];
    }),
  );
}

/** The sets that a document is in. */
export function specsOf(summary: Summary): string[] {
  return FIELDS.flatMap((field) => {
    const value = summary[field];
    const spec = value === null ? null : specOf(field, value);
    return spec === null ? [] : [spec];
  });
}

/** What a set asks of documents; null where a text is no set's name. */
export function setQuery(spec: string): Pick<RecentQuery, "series" | "subject"> | null {
  const [, field, coded] = SPEC.exec(spec) ?? [];
  if (field === undefined) return null;
  const words = coded!
    .replaceAll("_", " ")
    .replace(/~([0-9a-f]{1,6})~/gu, (whole, code: string) => characterOf(whole, code));
  return field === "series" ? { series: words } : { subject: words };
}

/** The words of a value with `_` between them; a letter that the protocol does not take is its code between `~`. */
function specOf(field: (typeof FIELDS)[number], value: string): string | null {
  const words = wordSet(value);
  if (words === "") return null;
  const coded = words.replace(/[^a-z0-9 ]/gu, (other) => `~${other.codePointAt(0)!.toString(16)}~`);
  return `${field}.${coded.replaceAll(" ", "_")}`;
}

function characterOf(whole: string, code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
