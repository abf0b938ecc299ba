import { type Edition, named } from "../archive/index.ts";
import {
  archiveHoldings,
  type CheckedText,
  check,
  checkSelf,
  type HeldDocument,
  type Holdings,
  isSelfContained,
  type Report,
  shelve,
  type Watch,
} from "../check/index.ts";
import { type Document, readDocument } from "../documents/index.ts";
import { FormatError, type FormattedText, type Reader } from "../formats/index.ts";
import type { CheckRequest, SentFile } from "./check-request.ts";
import type { Context } from "./context.ts";
import { DeskError } from "./desk-error.ts";
import { heldEdition } from "./held-edition.ts";

/**
 * The report on a text that was sent: against the archive, or against the documents and sources it names.
 * Throws a `DeskError` where a text cannot be read or a document is not held, an `ArchiveError` where the archive fails.
 */
export function checkText(request: CheckRequest, context: Context): Report {
  const text = textOf(request, context.reader);
  const checked = { name: request.name, text, sha256: context.hash(request.bytes) };
  if (request.documents.length + request.sources.length > 0)
    return check(checked, sourcesOf(request, context), context.watch);
  return checkHeld(checked, archiveHoldings(context.archive), context.watch);
}

/**
 * The report on a text against an archive's holdings. A dispatch's own answers are no quotations: they are what its
 * title and summary are held to.
 */
export function checkHeld(checked: CheckedText, holdings: Holdings, watch?: Watch): Report {
  const document = readDocument(checked.text, checked.name);
  return isSelfContained(document)
    ? checkSelf(checked, document, holdings, watch)
    : check(checked, holdings, watch, document);
}

function sourcesOf({ documents, sources }: CheckRequest, { archive, reader }: Context): Holdings {
  const editions = documents.map((name) => heldEdition(archive, name));
  const held = [...new Map(editions.map((one) => [one.id, heldDocument(one)])).values()];
  const sent = sources
    .flatMap((source) => sentDocuments(source, reader))
    .map((document) => ({ document, version: 1, latest: 1 }));
  const placed: HeldDocument[] = [...held, ...sent];
  const shelf = shelve(placed.map(({ document }) => document));
  const holdings: Holdings = {
    ...shelf,
    verdict: (quoted, credit) => ({ ...shelf.verdict(quoted, credit), documents: placed }),
    without: () => holdings,
  };
  return holdings;
}

function heldDocument({ id, version, document }: Edition): HeldDocument {
  return { document: named(document, id), version, latest: version };
}

function sentDocuments({ name, bytes }: SentFile, reader: Reader): Document[] {
  return reading(name, () =>
    reader.unpack(bytes, name).map((part) => readDocument(reader.read(part.bytes, part.name), part.name)),
  );
}

/**
 * The text of a file that was sent; `-` has no ending to tell its format by. Throws a `DeskError` where it cannot be read,
 * or holds several documents.
 */
export function textOf({ name, bytes }: SentFile, reader: Reader): FormattedText {
  const named = name === "-" ? "" : name;
  return reading(name, () => {
    const parts = reader.unpack(bytes, named);
    if (parts.length !== 1)
      throw new DeskError("unreadable-text", name, `holds ${parts.length} documents; send one of them.`);
    return reader.read(parts[0]!.bytes, parts[0]!.name);
  });
}

function reading<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new DeskError("unreadable-text", name, `${error.data.reason}.`);
  }
}
