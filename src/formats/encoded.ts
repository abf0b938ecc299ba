import { decode } from "./encoding.ts";

const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * The bytes of a text in an encoding that {@link decode} names; with a byte-order mark if `marked`. Null where the
 * encoding has no character for one of the text's, or is of several bytes and not Unicode.
 */
export function encode(text: string, encoding: string, marked: boolean): Uint8Array | null {
  if (encoding === "utf-8") return joined(marked ? UTF8_MARK : [], new TextEncoder().encode(text));
  if (encoding === "utf-16le" || encoding === "utf-16be") return utf16(text, encoding === "utf-16be", marked);
  const codes = singleBytes(encoding);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = codes.get(text[i]!);
    if (code === undefined) return null;
    bytes[i] = code;
  }
  return bytes;
}

/** Whether bytes begin with a byte-order mark. */
export function isMarked(bytes: Uint8Array): boolean {
  const starts = (mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  return starts(UTF8_MARK) || starts([0xff, 0xfe]) || starts([0xfe, 0xff]);
}

function utf16(text: string, isBigEndian: boolean, marked: boolean): Uint8Array {
  const written = marked ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(written.length * 2);
  for (let i = 0; i < written.length; i++) {
    const unit = written.charCodeAt(i);
    bytes[2 * i] = isBigEndian ? unit >> 8 : unit & 0xff;
    bytes[2 * i + 1] = isBigEndian ? unit & 0xff : unit >> 8;
  }
  return bytes;
}

/** The byte of each character of an encoding of single bytes. */
function singleBytes(encoding: string): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const { text } = decode(new Uint8Array([byte]), encoding);
    if (text.length === 1 && text !== "\ufffd") codes.set(text, byte);
  }
  return codes;
}

function joined(head: readonly number[], body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}
