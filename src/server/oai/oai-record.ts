import type { RecentDocument } from "../../archive/index.ts";
import { utcSeconds, xmlText } from "../../publish/index.ts";
import { specsOf } from "./set-spec.ts";

/** The identifier of a document on a host. */
export function identifierOf(id: string, host: string): string {
  return `oai:${host}:${encodeURIComponent(id.toWellFormed())}`;
}

/** The document that an identifier names; null where it is none of this host's. */
export function idOf(identifier: string, host: string): string | null {
  const lead = `oai:${host}:`;
  if (!identifier.startsWith(lead)) return null;
  try {
    return decodeURIComponent(identifier.slice(lead.length));
  } catch {
    return null;
  }
}

/** A record's header. */
export function headerXml({ added, summary }: RecentDocument, host: string): string {
  return [
    "<header>",
    `<identifier>${xmlText(identifierOf(summary.id, host))}</identifier>`,
    `<datestamp>${utcSeconds(added)}</datestamp>`,
    ...specsOf(summary).map((spec) => `<setSpec>${xmlText(spec)}</setSpec>`),
    "</header>",
  ].join("\n");
}

/** A record: its header and what it says, as XML of its own namespace. */
export function recordXml(document: RecentDocument, host: string, metadata: string): string {
  return `<record>\n${headerXml(document, host)}\n<metadata>\n${metadata}\n</metadata>\n</record>`;
}
