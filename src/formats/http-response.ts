import { FormatError } from "./format-error.ts";
import { inflated } from "./inflate.ts";
import { headEnd, headFields } from "./warc-record.ts";

/** An HTTP response as it was recorded: its status, its fields by name in lower case, and the body as it was sent. */
export interface HttpResponse {
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly sent: Uint8Array;
}

/** Reads a recorded response; null where the bytes are none. */
export function readHttpResponse(bytes: Uint8Array): HttpResponse | null {
  const end = headEnd(bytes, 0);
  if (end < 0) return null;
  const head = bytes.subarray(0, end);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(new TextDecoder().decode(head.subarray(0, 64)))?.[1];
  if (status === undefined) return null;
  return { status: Number(status), fields: headFields(head), sent: bytes.subarray(end) };
}

/** A page of more bytes is none. */
const LARGEST_BODY = 1 << 26;

/** The body, put together and unpacked. Throws a {@link FormatError} where it is packed in a way that is not read here. */
export function bodyOf({ fields, sent }: HttpResponse, name: string): Uint8Array {
  const chunked = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "");
  let body = chunked ? withoutChunks(sent) : sent;
  const encodings = (fields.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (const encoding of encodings.reverse()) body = unpacked(body, encoding, name);
  return body;
}

/** Some tools put the chunks together and leave the field: then the body comes as it is. */
function withoutChunks(sent: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < sent.length; ) {
    const line = sent.indexOf(10, at);
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(
      new TextDecoder().decode(sent.subarray(at, line < 0 ? at : Math.min(line, at + 200))).trim(),
    );
    if (size === null) {
      if (at === 0) return sent;
      break;
    }
    const count = Number.parseInt(size[1]!, 16);
    if (count === 0) break;
    const chunk = sent.subarray(line + 1, line + 1 + count);
    chunks.push(chunk);
    length += chunk.length;
    at = line + 1 + count;
    while (sent[at] === 13 || (sent[at] === 10 && sent[at - 1] === 13)) at++;
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** How the packings that are read begin: gzip, and zlib; a body that does not was unpacked by whoever recorded it. */
function isPacked(body: Uint8Array): boolean {
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  return isGzip || ((body[0]! & 15) === 8 && ((body[0]! << 8) | body[1]!) % 31 === 0);
}

function unpacked(body: Uint8Array, encoding: string, name: string): Uint8Array {
  if (encoding === "br" || encoding === "zstd") {
    const reason = `the page is packed with ${encoding}, which is not unpacked here; record it again without`;
    throw new FormatError("unsupported", { name, format: "warc", reason });
  }
  if (encoding === "identity" || !isPacked(body)) return body;
  const result = inflated(body, LARGEST_BODY);
  if (result !== null) return result.bytes;
  const reason = `the page is larger than ${LARGEST_BODY >> 20} MB`;
  throw new FormatError("too-complex", { name, format: "warc", reason });
}
