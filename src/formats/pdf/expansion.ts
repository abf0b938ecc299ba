import { Unzlib } from "fflate";

/**
 * No stream that is read for text expands to more: a page's operators, a font, a table of objects. Half a million words of
 * operators take 64 MB, a font of all of Unicode half of it; more takes longer to read than a file may.
 */
const MOST_EXPANDED = 64 * 1024 * 1024;
/** Deflate makes a thousandth of a text at best, so that a smaller stream stays within bounds unless it is packed twice. */
const SMALLEST = MOST_EXPANDED / 1032;
/** Bytes given to the decoder at once: each may become a thousand. */
const SLICE = 8192;
/** A stream's dictionary is looked for so many bytes before its data. */
const DICTIONARY = 1024;

const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];
const END = [0x65, 0x6e, 0x64, 0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];

function find(bytes: Uint8Array, word: readonly number[], from: number): number {
  for (let at = bytes.indexOf(word[0]!, from); at >= 0; at = bytes.indexOf(word[0]!, at + 1)) {
    if (word.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** How often the stream whose data starts at `start` is deflated; 0 for pictures, which are not opened. */
function layers(bytes: Uint8Array, start: number): number {
  const before = latin(bytes.subarray(Math.max(0, start - DICTIONARY), start));
  const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
  if (/\/Subtype\s*\/Image|\/EmbeddedFile/.test(dictionary)) return 0;
  return dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
}

/** True where data, inflated so many times over, grows past all bounds. */
function overflows(data: Uint8Array, times: number): boolean {
  let expanded = 0;
  const decoders = Array.from({ length: times }, () => new Unzlib());
  decoders.forEach((decoder, at) => {
    decoder.ondata = (chunk) => {
      expanded += chunk.length;
      if (expanded <= MOST_EXPANDED * times)
        pushed(decoders[at + 1], chunk, () => expanded <= MOST_EXPANDED * times);
    };
  });
  try {
    pushed(decoders[0], data, () => expanded <= MOST_EXPANDED * times);
  } catch {
    // Broken or encrypted data: as far as it could be inflated.
  }
  return expanded > MOST_EXPANDED * times;
}

function pushed(decoder: Unzlib | undefined, data: Uint8Array, goesOn: () => boolean): void {
  if (decoder === undefined) return;
  for (let at = 0; at < data.length && goesOn(); at += SLICE) decoder.push(data.subarray(at, at + SLICE));
}

/** True for a file with a stream that expands out of all measure, as one does that was made to fill a memory. */
export function expandsTooFar(bytes: Uint8Array): boolean {
  for (let at = find(bytes, STREAM, 0); at >= 0; ) {
    const start = at + STREAM.length;
    const data = start + (bytes[start] === 13 ? 2 : 1);
    const found = find(bytes, END, data);
    const end = found < 0 ? bytes.length : found;
    const packed = layers(bytes, at);
    const times = end - data >= SMALLEST || packed > 1 ? packed : 0;
    if (times > 0 && overflows(bytes.subarray(data, end), Math.min(times, 4))) return true;
    at = found < 0 ? -1 : find(bytes, STREAM, found + END.length);
  }
  return false;
}
