/** A file in a zip archive, as the archive's directory says; sizes in bytes. */
export interface ZipEntry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands, from the archive's first byte. */
  readonly header: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_LENGTH = 20;
const LARGE_END_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
/** The extra field that holds what does not fit into 32 bits. */
const LARGE_FIELD = 1;
const LARGE = 0xffffffff;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the directory's end record stands, from the archive's end backwards; null where there is none. */
function findEnd(data: DataView): number | null {
  const last = data.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (data.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

/** A name as parts are compared: OPC's names have no case, and some writers begin them with a slash or use `\`. */
export function entryName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** Where the directory begins; a large archive says so in a record of its own. */
function directoryStart(data: DataView, end: number): number {
  const start = data.getUint32(end + 16, true);
  const locator = end - LOCATOR_LENGTH;
  if (start !== LARGE || locator < 0 || data.getUint32(locator, true) !== LOCATOR_SIGNATURE) return start;
  const large = Number(data.getBigUint64(locator + 8, true));
  return data.getUint32(large, true) === LARGE_END_SIGNATURE
    ? Number(data.getBigUint64(large + 48, true))
    : start;
}

/** Sizes and place, those of them that stand in the extra field taken from there: in this order, and only where they are needed. */
function measures(data: DataView, at: number, extra: number, extraEnd: number): [number, number, number] {
  const short = [24, 20, 42].map((offset) => data.getUint32(at + offset, true));
  for (let field = extra; field + 4 <= extraEnd; field += 4 + data.getUint16(field + 2, true)) {
    if (data.getUint16(field, true) !== LARGE_FIELD) continue;
    let next = field + 4;
    for (const [index, value] of short.entries()) {
      if (value !== LARGE) continue;
      short[index] = Number(data.getBigUint64(next, true));
      next += 8;
    }
    break;
  }
  return short as [number, number, number];
}

/**
 * The files of a zip archive by their {@link entryName}, the first of each name. Null where the bytes are no whole
 * archive: its directory stands at the end, so whatever is cut off has none.
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  const data = view(bytes);
  const names = new TextDecoder("utf-8");
  const entries = new Map<string, ZipEntry>();
  try {
    const end = findEnd(data);
    if (end === null) return null;
    let at = directoryStart(data, end);
    while (at + ENTRY_LENGTH <= end && data.getUint32(at, true) === ENTRY_SIGNATURE) {
      const extra = at + ENTRY_LENGTH + data.getUint16(at + 28, true);
      const extraEnd = extra + data.getUint16(at + 30, true);
      const [size, packedSize, header] = measures(data, at, extra, extraEnd);
      const name = entryName(names.decode(bytes.subarray(at + ENTRY_LENGTH, extra)));
      const encrypted = (data.getUint16(at + 8, true) & 1) === 1;
      const entry = {
        method: data.getUint16(at + 10, true),
        encrypted,
        crc: data.getUint32(at + 16, true),
        packedSize,
        size,
        header,
      };
      if (!entries.has(name)) entries.set(name, entry);
      at = extraEnd + data.getUint16(at + 32, true);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return entries;
}

/** The bytes of an entry as they are packed, or null where they do not stand where the directory says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const { header, packedSize } = entry;
  const data = view(bytes);
  if (header + LOCAL_LENGTH > bytes.length || data.getUint32(header, true) !== LOCAL_SIGNATURE) return null;
  const names = data.getUint16(header + 26, true) + data.getUint16(header + 28, true);
  const start = header + LOCAL_LENGTH + names;
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : null;
}
