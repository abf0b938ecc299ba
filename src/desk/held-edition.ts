import type { Archive, Edition } from "../archive/index.ts";
import { nearestNames } from "../check/nearest-name.ts";
import type { Passage } from "../documents/index.ts";
import { DeskError } from "./desk-error.ts";

/** More documents than any archive holds. */
const ALL = 2 ** 31 - 1;

/** The id of the document that somebody means by an id or by series and number. Throws a `DeskError` that names the nearest held ones. */
export function heldId(archive: Archive, name: string): string {
  const id = archive.resolve(name);
  if (id !== null) return id;
  const ids = archive.list({}, ALL, 0).documents.map((summary) => summary.id);
  const reason = "no such document is held; `saidso list` prints what is.";
  throw new DeskError("unknown-document", name, reason + insteadOf(name, ids));
}

/** The document so named: its latest version, or the one asked for. Throws a `DeskError` where it is not held. */
export function heldEdition(archive: Archive, name: string, version?: number): Edition {
  const id = heldId(archive, name);
  const edition = archive.document(id, version);
  if (edition !== null) return edition;
  const held = archive.versions(id).map((one) => one.version);
  const which = `held ${held.length === 1 ? "is version" : "are versions"} ${held.join(", ")}`;
  throw new DeskError("unknown-version", name, `has no version ${version}; ${which}.`);
}

/** A passage of a version, by its id. Throws a `DeskError` that names the nearest ids. */
export function heldPassage({ id, document: { passages } }: Edition, wanted: string): Passage {
  const found = passages.find((passage) => passage.id === wanted);
  if (found !== undefined) return found;
  const ids = passages.map((passage) => passage.id);
  const reason = `no such passage; \`saidso show ${id}\` prints them all.`;
  throw new DeskError("unknown-passage", `passage ${wanted}`, reason + insteadOf(wanted, ids));
}

function insteadOf(wanted: string, held: readonly string[]): string {
  const near = nearestNames(wanted, held);
  return near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`;
}
