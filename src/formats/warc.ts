import type { CapturedPage } from "./captured-page.ts";
import { FormatError } from "./format-error.ts";
import { bodyOf, readHttpResponse } from "./http-response.ts";
import { gzipMembers } from "./inflate.ts";
import { partName } from "./part-name.ts";
import { type WarcRecord, warcRecords } from "./warc-record.ts";

/** Bytes that one packed record, or a file packed as a whole, may come to: a page with room, or a small crawl. */
const LARGEST_MEMBER = 1 << 27;
/** Bytes that a packed file may come to in all. */
const LARGEST_FILE = 2 ** 30;

/** What can be read, by media type, and the ending that says so. */
const ENDINGS = new Map([
  ["text/html", "html"],
  ["application/xhtml+xml", "xhtml"],
  ["text/plain", "txt"],
  ["text/markdown", "md"],
  ["text/vtt", "vtt"],
  ["application/x-subrip", "srt"],
  ["application/tei+xml", "tei"],
  ["application/pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
]);

/** Files that servers send as plain text and that are no pages. */
const NO_PAGE =
  /\/(?:robots|ads|app-ads|security|humans|llms)\.txt(?:$|\?)|\.(?:js|css|json|map|csv|svg)(?:$|\?)/i;

/** What servers send as plain text and is more. */
const TEXT_ENDING = /\.(md|markdown|vtt|srt)(?:$|[?#])/i;

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The records of a WARC file, packed or not. */
function* recordsOf(bytes: Uint8Array, name: string): Generator<WarcRecord> {
  if (!isGzip(bytes)) {
    yield* warcRecords(bytes);
    return;
  }
  let total = 0;
  for (const member of gzipMembers(bytes, LARGEST_MEMBER)) {
    total += member?.length ?? 0;
    if (member === null || total > LARGEST_FILE) {
      const most = member === null ? LARGEST_MEMBER : LARGEST_FILE;
      const reason = `it unpacks to more than ${most >> 20} MB${member === null ? " in one piece; pack it record by record" : "; cut it into several files"}`;
      throw new FormatError("too-complex", { name, format: "warc", reason });
    }
    yield* warcRecords(member);
  }
}

function addressOf({ fields }: WarcRecord): string | null {
  return fields.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1") || null;
}

/** `text/html; charset=utf-8` in its two parts; null for what is not said. */
function mediaOf(type = ""): {
  readonly type: string | null;
  readonly charset: string | null;
} {
  return {
    type: type.replace(/;.*/s, "").trim().toLowerCase() || null,
    charset: /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1] ?? null,
  };
}

/** What a record holds where it is a page: its bytes, not unpacked before they are asked for. */
interface Held {
  readonly ending: string;
  readonly charset: string | null;
  body(name: string): Uint8Array;
}

function heldIn(record: WarcRecord): Held | null {
  const type = record.fields.get("warc-type");
  if (type === "response") {
    const response = readHttpResponse(record.block);
    if (response === null || response.status !== 200) return null;
    const media = mediaOf(response.fields.get("content-type"));
    return held(media, record, (name) => bodyOf(response, name));
  }
  if (type !== "resource" && type !== "conversion") return null;
  return held(mediaOf(record.fields.get("content-type")), record, () => record.block);
}

function held(media: ReturnType<typeof mediaOf>, record: WarcRecord, body: Held["body"]): Held | null {
  const address = addressOf(record) ?? "";
  const typed = ENDINGS.get(media.type ?? "text/html");
  if (typed === undefined || NO_PAGE.test(address)) return null;
  const ending = typed === "txt" ? (TEXT_ENDING.exec(address)?.[1]?.toLowerCase() ?? typed) : typed;
  return { ending, charset: media.charset, body };
}

/** True where the file is nothing that records could be read from. */
function refuse(name: string, records: number): never {
  if (records === 0) {
    const reason = "it has no record of the WARC format, or is cut off in its first";
    throw new FormatError("damaged", { name, format: "warc", reason });
  }
  const reason = "none of its records is a page that was answered with status 200";
  throw new FormatError("no-text", { name, format: "warc", reason });
}

/**
 * The pages of a WARC file, each as a WARC file of one record, named by its address, and by its date too where the file has
 * several of that address. Pages are HTML, plain text, PDF and whatever else is read; redirects, errors, images, scripts
 * and records about records are left out. Throws a {@link FormatError}: `damaged` without a record, `no-text` without a
 * page, `too-complex` where too much would be unpacked.
 */
export function warcPages(
  bytes: Uint8Array,
  name: string,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const pages: { address: string; date: string; bytes: Uint8Array }[] = [];
  const counts = new Map<string, number>();
  let records = 0;
  for (const record of recordsOf(bytes, name)) {
    records++;
    if (heldIn(record) === null) continue;
    const address = addressOf(record) ?? `record ${records}`;
    counts.set(address, (counts.get(address) ?? 0) + 1);
    // A copy, so that the rest of the file is not kept with it.
    pages.push({ address, date: record.fields.get("warc-date") ?? "", bytes: record.bytes.slice() });
  }
  if (pages.length === 0) refuse(name, records);
  const taken = new Set<string>();
  return pages.map(({ address, date, bytes }) => {
    const dated = counts.get(address) === 1 ? address : `${address} ${date}`.trim();
    let part = dated;
    for (let more = 2; taken.has(part); more++) part = `${dated} (${more})`;
    taken.add(part);
    return { name: partName(name, part), bytes };
  });
}

/**
 * The page of a WARC file that holds one. Throws as {@link warcPages} does, `unsupported` where the file holds several, or
 * the page is packed in a way that is not read.
 */
export function warcPage(bytes: Uint8Array, name: string): CapturedPage {
  let page: { readonly record: WarcRecord; readonly held: Held } | null = null;
  let records = 0;
  for (const record of recordsOf(bytes, name)) {
    records++;
    const held = heldIn(record);
    if (held === null) continue;
    if (page !== null) {
      const reason = "it holds several pages, which are read one by one; add the file to an archive";
      throw new FormatError("unsupported", { name, format: "warc", reason });
    }
    page = { record, held };
  }
  if (page === null) return refuse(name, records);
  const { record, held } = page;
  const date = record.fields.get("warc-date") ?? "";
  return {
    name: `page.${held.ending}`,
    bytes: held.body(name),
    charset: held.charset,
    address: addressOf(record),
    captured: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date) ? date : null,
  };
}
