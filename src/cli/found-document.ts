import type { Archive, Edition } from "../archive/index.ts";
import { Failure } from "./failure.ts";
import { nearestNames } from "./nearest-name.ts";

/** More documents than any archive holds. */
const ALL = 2 ** 31 - 1;

/** The id of the document that somebody means by an id or by series and number. Throws a `Failure` that names the nearest held ones. */
export function heldId(archive: Archive, name: string): string {
  const id = archive.resolve(name);
  if (id !== null) return id;
  const near = nearestNames(
    name,
    archive.list({}, ALL, 0).documents.map((summary) => summary.id),
  );
  const instead = near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`;
  throw new Failure(
    "unknown-document",
    name,
    `no such document is held; \`saidso list\` prints what is.${instead}`,
  );
}

/** The document so named: its latest version, or the one asked for. Throws a `Failure` where it is not held. */
export function heldEdition(archive: Archive, name: string, version: number | undefined): Edition {
  const id = heldId(archive, name);
  const edition = archive.document(id, version);
  if (edition !== null) return edition;
  const held = archive.versions(id).map((one) => one.version);
  throw new Failure(
    "unknown-document",
    name,
    `has no version ${version}; held ${held.length === 1 ? "is version" : "are versions"} ${held.join(", ")}.`,
  );
}
