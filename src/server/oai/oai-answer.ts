import type { Archive, RecentDocument } from "../../archive/index.ts";
import type { Context } from "../../desk/index.ts";
import { utcSeconds, xmlText } from "../../publish/index.ts";
import { METADATA_FORMATS } from "./metadata-format.ts";
import { OaiError } from "./oai-error.ts";
import { formatOf, listDocuments, type Place } from "./oai-list.ts";
import { idOf, recordXml } from "./oai-record.ts";
import { type OaiArguments, type OaiRequest, oaiRequest } from "./oai-request.ts";
import { setsOf } from "./set-spec.ts";

/** What a harvester asks, and where. */
export interface OaiInput {
  readonly sent: OaiArguments;
  /** The server's address, ending in `/`. */
  readonly base: string;
  /** The server's name, which identifiers have. */
  readonly host: string;
  readonly email: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Plainly no address of anybody (RFC 2606), for the protocol asks for one. */
const NO_EMAIL = "not-given@saidso.invalid";

/** Answers a harvester (OAI-PMH 2.0) as XML; what is wrong with his request is an answer too. */
export function oaiAnswer(input: OaiInput, { archive }: Pick<Context, "archive">): string {
  let request: OaiRequest | null = null;
  try {
    const asked = oaiRequest(input.sent);
    request = asked;
    const answer = archive.reading(() => answerOf(asked, archive, input));
    return envelope(input, asked, `<${asked.verb}>\n${answer}\n</${asked.verb}>`);
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    // Of a verb or an argument that is none nothing is repeated.
    const shown = error.code === "badArgument" || error.code === "badVerb" ? null : request;
    return envelope(input, shown, `<error code="${error.code}">${xmlText(error.message)}</error>`);
  }
}

function envelope({ base, now }: OaiInput, request: OaiRequest | null, body: string): string {
  const given = request === null ? [] : [["verb", request.verb] as const, ...request.given].filter(isShown);
  const attributes = given.map(([name, value]) => ` ${name}="${xmlText(value)}"`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
<responseDate>${utcSeconds(new Date(now).toISOString())}</responseDate>
<request${attributes}>${xmlText(`${base}oai`)}</request>
${body}
</OAI-PMH>
`;
}

/** Whether the protocol's schema takes an argument's value, so that it may be repeated. */
function isShown([name, value]: readonly [string, string]): boolean {
  if (name === "metadataPrefix") return /^[A-Za-z0-9\-_.!~*'()]+$/u.test(value);
  return (
    name !== "identifier" || /^[A-Za-z][\w+.-]*:(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/u.test(value)
  );
}

function answerOf({ verb, given }: OaiRequest, archive: Archive, input: OaiInput): string {
  const place: Place = input;
  switch (verb) {
    case "Identify":
      return identity(archive, input);
    case "ListMetadataFormats":
      return formats(given.get("identifier"), archive, input);
    case "ListSets":
      return sets(given, archive);
    case "GetRecord":
      return record(given, archive, place);
    default:
      return listDocuments(verb, given, archive, place);
  }
}

function identity(archive: Archive, { base, host, email }: OaiInput): string {
  const [oldest] = archive.recent({ order: "oldest", after: null, limit: 1 }).documents;
  return [
    `<repositoryName>${xmlText(`saidso archive at ${host}`)}</repositoryName>`,
    `<baseURL>${xmlText(`${base}oai`)}</baseURL>`,
    "<protocolVersion>2.0</protocolVersion>",
    `<adminEmail>${xmlText(email ?? NO_EMAIL)}</adminEmail>`,
    `<earliestDatestamp>${utcSeconds(oldest?.added ?? "")}</earliestDatestamp>`,
    "<deletedRecord>no</deletedRecord>",
    "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>",
  ].join("\n");
}

/** Every document is given out in every format. */
function formats(identifier: string | undefined, archive: Archive, place: Place): string {
  if (identifier !== undefined) documentOf(identifier, archive, place);
  return Array.from(
    METADATA_FORMATS,
    ([prefix, { schema, namespace }]) => `<metadataFormat>
<metadataPrefix>${prefix}</metadataPrefix>
<schema>${xmlText(schema)}</schema>
<metadataNamespace>${xmlText(namespace)}</metadataNamespace>
</metadataFormat>`,
  ).join("\n");
}

function sets(given: ReadonlyMap<string, string>, archive: Archive): string {
  if (given.has("resumptionToken"))
    throw new OaiError("badResumptionToken", "Sets are listed whole, so that no token goes on with them.");
  const all = setsOf(archive);
  if (all.length === 0)
    throw new OaiError("noSetHierarchy", "No document has a series or a subject, so there are no sets.");
  return all
    .map(
      ({ spec, name }) =>
        `<set>\n<setSpec>${xmlText(spec)}</setSpec>\n<setName>${xmlText(name)}</setName>\n</set>`,
    )
    .join("\n");
}

function record(given: ReadonlyMap<string, string>, archive: Archive, place: Place): string {
  const document = documentOf(given.get("identifier")!, archive, place);
  const format = formatOf(given.get("metadataPrefix")!);
  return recordXml(document, place.host, format.render(archive.edition(document.key), place.base));
}

function documentOf(identifier: string, archive: Archive, { host }: Place): RecentDocument {
  const id = idOf(identifier, host);
  const edition = id === null ? null : archive.document(id);
  const summary = id === null ? null : archive.summary(id);
  if (edition === null || summary === null)
    throw new OaiError("idDoesNotExist", "identifier: no document of that identifier is held here.");
  return { key: edition.key, added: edition.added, summary };
}
