import type { CapturedPage } from "./captured-page.ts";
import { FormatError } from "./format-error.ts";
import { headEnd, headFields } from "./warc-record.ts";

/** More parts than a saved page has. */
const MOST_PARTS = 10_000;

/** A saved page in one file (.mhtml), by its head: fields of a mail, and a body of several parts that belong together. */
export function isMhtml(start: string): boolean {
  return (
    /^(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type|X-[\w-]+)\s*:/i.test(start) &&
    /^content-type\s*:\s*multipart\/related/im.test(start)
  );
}

/** Bytes as a text with a character for each, and back: what boundaries are looked for in. */
function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function unquoted(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0x3d) {
      out[length++] = bytes[i]!;
      continue;
    }
    const soft = bytes[i + 1] === 13 && bytes[i + 2] === 10 ? 2 : bytes[i + 1] === 10 ? 1 : 0;
    const code = Number.parseInt(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0), 16);
    if (soft > 0) i += soft;
    else if (Number.isNaN(code)) out[length++] = 0x3d;
    else {
      out[length++] = code;
      i += 2;
    }
  }
  return out.subarray(0, length);
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(bytes: Uint8Array): Uint8Array {
  const values = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = values.get(byte);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 255;
  }
  return out.subarray(0, length);
}

function decoded(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "quoted-printable") return unquoted(bytes);
  return encoding === "base64" ? fromBase64(bytes) : bytes;
}

/** Where the parts stand that a line of the boundary opens; the last ends with the file where it is cut off. */
function* partsOf(bytes: Uint8Array, boundary: string): Generator<Uint8Array> {
  // Latin-1 in Windows' table keeps a character for each byte, so offsets are those of the bytes.
  const text = latin(bytes);
  const mark = `--${boundary}`;
  let at = text.indexOf(mark);
  for (let count = 0; at >= 0 && count < MOST_PARTS; count++) {
    const next = text.indexOf(`\n${mark}`, at + mark.length);
    const start = text.indexOf("\n", at);
    if (start < 0) return;
    yield bytes.subarray(start + 1, next < 0 ? bytes.length : next);
    at = next < 0 ? -1 : next + 1;
  }
}

/**
 * The page in a file that a browser saved as one (.mhtml): the first of its parts that is HTML, decoded, and where and
 * when it was got. Throws a {@link FormatError} `damaged` where there is none.
 */
export function mhtmlPage(bytes: Uint8Array, name: string): CapturedPage {
  const end = headEnd(bytes, 0);
  const head = end < 0 ? new Map<string, string>() : headFields(concat("\r\n", bytes.subarray(0, end)));
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(head.get("content-type") ?? "");
  for (const part of boundary === null ? [] : partsOf(bytes, boundary[1] ?? boundary[2]!)) {
    const start = headEnd(part, 0);
    const fields =
      start < 0 ? new Map<string, string>() : headFields(concat("\r\n", part.subarray(0, start)));
    const type = fields.get("content-type") ?? "";
    if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) continue;
    const encoding = (fields.get("content-transfer-encoding") ?? "").toLowerCase();
    const address = fields.get("content-location") ?? head.get("snapshot-content-location") ?? null;
    const time = Date.parse(head.get("date") ?? "");
    return {
      name: "page.html",
      bytes: decoded(part.subarray(start), encoding),
      charset: /charset\s*=\s*"?([\w.:-]+)/i.exec(type)?.[1] ?? null,
      address: address !== null && /^https?:/i.test(address) ? address : null,
      captured: Number.isNaN(time) ? null : new Date(time).toISOString(),
    };
  }
  const reason = "it is a saved page (.mhtml) without its page; save it again, as HTML";
  throw new FormatError("damaged", { name, format: "html", reason });
}

function concat(start: string, bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(start.length + bytes.length);
  all.set(Uint8Array.from(start, (letter) => letter.charCodeAt(0)));
  all.set(bytes, start.length);
  return all;
}
