/** A record of a WARC file: its fields by their names in lower case, what it holds, and its bytes from its first line on. */
export interface WarcRecord {
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
  readonly bytes: Uint8Array;
}

const LF = 10;
const CR = 13;
/** Longer heads are none. */
const LONGEST_HEAD = 1 << 16;
const VERSION = bytesOf("WARC/");

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function startsWith(bytes: Uint8Array, start: Uint8Array, at: number): boolean {
  return start.every((byte, i) => bytes[at + i] === byte);
}

/** Where the next line begins that opens a record, from `from` on; -1 where none does. */
function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (startsWith(bytes, VERSION, at + 1)) return at + 1;
  }
  return -1;
}

function afterLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === CR || bytes[at] === LF) at++;
  return at;
}

/** Where the empty line after the head at `from` ends, as WARC and HTTP write it; -1 where none is near. */
export function headEnd(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + LONGEST_HEAD);
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < most; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (bytes[next] === LF) return next + 1;
  }
  return -1;
}

/** The fields of a head without its first line; a line that begins with a space goes on with the one before. */
export function headFields(head: Uint8Array): Map<string, string> {
  const fields = new Map<string, string>();
  const lines = new TextDecoder()
    .decode(head)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Where a block ends: as long as it says, if another record or nothing comes after that; else before the next record. */
function blockEnd(bytes: Uint8Array, start: number, length: number): number {
  const end = start + length;
  if (end <= bytes.length) {
    const after = afterLineEnds(bytes, end);
    if (after === bytes.length || startsWith(bytes, VERSION, after)) return end;
  }
  const next = nextRecord(bytes, start);
  let last = next < 0 ? bytes.length : next;
  for (let i = 0; i < 4 && last > start && (bytes[last - 1] === CR || bytes[last - 1] === LF); i++) last--;
  return last;
}

/**
 * The records of an unpacked WARC file, in order. One that is cut off ends with the file; where a length is wrong, a
 * record ends before the next. What is no record is passed over.
 */
export function* warcRecords(bytes: Uint8Array): Generator<WarcRecord> {
  let at = afterLineEnds(bytes, 0);
  while (at < bytes.length) {
    if (!startsWith(bytes, VERSION, at)) {
      const next = nextRecord(bytes, at);
      if (next < 0) return;
      at = next;
    }
    const start = headEnd(bytes, at);
    if (start < 0) {
      const next = nextRecord(bytes, at);
      if (next < 0) return;
      at = next;
      continue;
    }
    const fields = headFields(bytes.subarray(at, start));
    const length = Number.parseInt(fields.get("content-length") ?? "", 10);
    const end = blockEnd(bytes, start, length >= 0 ? length : Number.POSITIVE_INFINITY);
    yield { fields, block: bytes.subarray(start, end), bytes: bytes.subarray(at, end) };
    at = afterLineEnds(bytes, end);
  }
}
