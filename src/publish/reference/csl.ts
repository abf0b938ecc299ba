import { languageName } from "../language-name.ts";
import type { PersonParts } from "./person-parts.ts";
import type { BibliographicReference, ReferenceType } from "./reference.ts";

/** A name as CSL-JSON has it. */
export type CslName =
  | { readonly literal: string }
  | {
      readonly family: string;
      readonly given?: string;
      readonly "non-dropping-particle"?: string;
      readonly suffix?: string;
    };

export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/** A reference as citation programs read it (CSL-JSON 1.0). */
export interface CslItem {
  readonly id: string;
  readonly type: ReferenceType;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly interviewer?: readonly CslName[];
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly "collection-number"?: string;
  readonly issued?: CslDate;
  readonly "original-date"?: CslDate;
  readonly language?: string;
  readonly genre?: string;
  readonly URL?: string;
  readonly accessed?: CslDate;
  readonly section?: string;
  readonly abstract?: string;
  readonly note?: string;
}

/** A reference in CSL-JSON: a list of one, as its schema asks for. */
export function cslJson(reference: BibliographicReference): string {
  return `${JSON.stringify([cslItem(reference)], null, 2)}\n`;
}

export function cslItem(reference: BibliographicReference): CslItem {
  const { key, type, authors, interviewer, passage, issued, original, accessed } = reference;
  return {
    id: key,
    type,
    ...given("title", reference.title),
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    ...(interviewer === null ? {} : { interviewer: [cslName(interviewer)] }),
    ...given("container-title", reference.outlet),
    ...given("collection-title", reference.series),
    ...given("collection-number", reference.number),
    ...dated("issued", issued),
    ...dated("original-date", original),
    ...given("language", reference.language),
    ...given("genre", reference.genre),
    ...given("URL", reference.address),
    ...dated("accessed", accessed),
    ...given("section", passage?.id ?? null),
    ...given("abstract", passage?.text ?? null),
    note: noteOf(reference),
  };
}

/** What has no field of its own in any format: the language of the original, whose words a passage has, where they are held. */
export function noteOf({ translatedFrom, passage, note }: BibliographicReference): string {
  return [
    ...(translatedFrom === null ? [] : [`Original language: ${languageName(translatedFrom)}.`]),
    ...(passage === null ? [] : [`Words of ${passage.whose}.`]),
    `${note}.`,
  ].join(" ");
}

/** The figures of an ISO date, month or year; null where it is none. */
export function datePartsOf(iso: string | null): number[] | null {
  const match = iso === null ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(iso);
  return match === null ? null : match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
}

function cslName(parts: PersonParts): CslName {
  if ("literal" in parts) return { literal: parts.literal };
  return {
    family: parts.family,
    ...given("given", parts.given),
    ...given("non-dropping-particle", parts.particle === "" ? null : parts.particle),
    ...given("suffix", parts.suffix),
  };
}

function given(field: string, value: string | null): object {
  return value === null ? {} : { [field]: value };
}

function dated(field: string, iso: string | null): object {
  const parts = datePartsOf(iso);
  return parts === null ? {} : { [field]: { "date-parts": [parts] } };
}
