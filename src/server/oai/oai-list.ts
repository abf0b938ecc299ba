import type { Archive, RecentDocument } from "../../archive/index.ts";
import { utcSeconds, xmlText } from "../../publish/index.ts";
import { rangeOf } from "./datestamp.ts";
import { type Harvest, harvestOf, type ListVerb, tokenOf } from "./harvest.ts";
import { METADATA_FORMATS, type MetadataFormat } from "./metadata-format.ts";
import { OaiError } from "./oai-error.ts";
import { headerXml, recordXml } from "./oai-record.ts";
import { setQuery, setsOf } from "./set-spec.ts";

/** Headers of an answer: as many as are written in milliseconds. */
const HEADERS = 200;

/** Where and when a list is told. */
export interface Place {
  readonly base: string;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A part of a list of documents, with the token that goes on with it. Throws an `OaiError`. */
export function listDocuments(
  verb: ListVerb,
  given: ReadonlyMap<string, string>,
  archive: Archive,
  place: Place,
): string {
  const token = given.get("resumptionToken");
  const harvest = token === undefined ? begun(verb, given) : harvestOf(token, verb, place.now);
  const format = formatOf(harvest.prefix, token !== undefined);
  const most = verb === "ListRecords" ? format.records : HEADERS;
  const { documents, total } = documentsOf(harvest, most, archive, token !== undefined);
  const size = harvest.size ?? total;
  const told = documents.slice(0, most);
  const items = told.map((one) =>
    verb === "ListIdentifiers" ? headerXml(one, place.host) : record(one, archive, format, place),
  );
  const hasMore = documents.length > most;
  if (!hasMore && token === undefined) return items.join("\n");
  const { cursor } = harvest;
  const attributes = `completeListSize="${Math.max(size, cursor + told.length, 1)}" cursor="${cursor}"`;
  // The last part of a list has an empty token.
  if (!hasMore) return [...items, `<resumptionToken ${attributes}/>`].join("\n");
  const next = tokenOf(
    { ...harvest, after: told.at(-1)!.key, cursor: cursor + told.length, size },
    place.now,
  );
  return [
    ...items,
    `<resumptionToken expirationDate="${utcSeconds(next.expires)}" ${attributes}>${xmlText(next.token)}</resumptionToken>`,
  ].join("\n");
}

function begun(verb: ListVerb, given: ReadonlyMap<string, string>): Harvest {
  const argument = (name: string): string | null => given.get(name) ?? null;
  return {
    verb,
    prefix: given.get("metadataPrefix")!,
    from: argument("from"),
    until: argument("until"),
    set: argument("set"),
    after: null,
    cursor: 0,
    size: null,
  };
}

function record(document: RecentDocument, archive: Archive, format: MetadataFormat, place: Place): string {
  return recordXml(document, place.host, format.render(archive.edition(document.key), place.base));
}

/** The format of a prefix. Throws `cannotDisseminateFormat`, or of a token `badResumptionToken`. */
export function formatOf(prefix: string, isResumed = false): MetadataFormat {
  const format = METADATA_FORMATS.get(prefix);
  if (format !== undefined) return format;
  if (isResumed)
    throw new OaiError("badResumptionToken", "The token is none of this server's; begin the list anew.");
  throw new OaiError(
    "cannotDisseminateFormat",
    `metadataPrefix: nothing is given out in that format; ask for ${[...METADATA_FORMATS.keys()].join(" or ")}.`,
  );
}

/** The documents of an answer that has so many at the most, and one more where there are more. */
function documentsOf(
  { from, until, set, after }: Harvest,
  most: number,
  archive: Archive,
  isResumed: boolean,
): { documents: readonly RecentDocument[]; total: number } {
  const range = rangeOf(from, until);
  const within = set === null ? {} : setQuery(set);
  if (set !== null && setsOf(archive).length === 0)
    throw new OaiError("noSetHierarchy", "set: no document has a series or a subject, so there are no sets.");
  if (within === null) throw new OaiError("badArgument", "set: is no name of a set; ListSets tells them.");
  const found = archive.recent({ ...range, ...within, order: "oldest", after, limit: most + 1 });
  if (found.documents.length === 0)
    throw isResumed
      ? new OaiError("badResumptionToken", "What the token went on with was taken out; begin the list anew.")
      : new OaiError("noRecordsMatch", "No document passes all that is asked.");
  return found;
}
