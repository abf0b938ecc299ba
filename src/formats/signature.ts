/** Formats that are known by their file's ending and are not read. */
const ENDINGS = new Map([
  ...[
    "doc odt rtf epub mobi azw3 djvu ps xls xlsx ods ppt pptx odp pages",
    "png jpg gif webp tiff bmp heic avif ico psd",
    "mp3 mp4 m4a m4v mov avi mkv webm wav ogg flac aac wma",
    "zip gz tgz bz2 xz 7z rar tar zst",
    "exe dll so dylib class wasm sqlite",
  ]
    .flatMap((endings) => endings.split(" "))
    .map((ending): [string, string] => [ending, ending]),
  ["jpeg", "jpg"],
  ["tif", "tiff"],
]);

/** Bytes at a place by which a format is known, one character a byte; none of them can start a text. */
const SIGNATURES: readonly (readonly [at: number, bytes: string, format: string])[] = [
  [0, "%PDF-", "pdf"],
  [0, "{\\rtf", "rtf"],
  [0, "\x89PNG\r\n", "png"],
  [0, "\xff\xd8\xff", "jpg"],
  [0, "GIF87a", "gif"],
  [0, "GIF89a", "gif"],
  [8, "WEBPVP8", "webp"],
  [8, "WAVEfmt", "wav"],
  [0, "ID3\x02\0", "mp3"],
  [0, "ID3\x03\0", "mp3"],
  [0, "ID3\x04\0", "mp3"],
  [0, "\xff\xfb", "mp3"],
  [0, "\xff\xf3", "mp3"],
  [4, "ftyp", "mp4"],
  [0, "OggS\0", "ogg"],
  [0, "\x1f\x8b\x08", "gz"],
  [0, "BZh91AY", "bz2"],
  [0, "\xfd7zXZ\0", "xz"],
  [0, "7z\xbc\xaf", "7z"],
  [0, "Rar!\x1a", "rar"],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"],
  [0, "SQLite format 3\0", "sqlite"],
  [0, "PK\x03\x04", "zip"],
  [0, "PK\x05\x06", "zip"],
];

/** Formats that are zip archives inside, by what their first entries are called. */
const ZIPPED: readonly (readonly [name: string, format: string])[] = [
  ["mimetypeapplication/epub+zip", "epub"],
  ["mimetypeapplication/vnd.oasis.opendocument.text", "odt"],
  ["word/", "docx"],
  ["xl/", "xlsx"],
  ["ppt/", "pptx"],
];

/** Where the last of the signatures ends. */
const SIGNATURE_LENGTH = Math.max(...SIGNATURES.map(([at, bytes]) => at + bytes.length));
/** Enough to meet the first names in a zip archive. */
const HEAD_LENGTH = 2048;

/** The name of the known format, not read, that a file of this ending (lower case, no dot) is said to have, or null. */
export function formatOfEnding(ending: string): string | null {
  return ENDINGS.get(ending) ?? null;
}

/** The name of the known format, not text, whose signature the bytes begin with, or null. */
export function formatOfBytes(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, SIGNATURE_LENGTH));
  const format = SIGNATURES.find(([at, signature]) => start.startsWith(signature, at))?.[2] ?? null;
  if (format !== "zip") return format;
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_LENGTH));
  return ZIPPED.find(([name]) => head.includes(name))?.[1] ?? "zip";
}
