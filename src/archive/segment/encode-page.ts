import { LEAST_BYTES } from "./bit-reader.ts";
import { BitWriter } from "./bit-writer.ts";
import { BlockList } from "./block-list.ts";
import { type CountsSlice, PageEntries } from "./page-entries.ts";
import { KEYS_ORDER, LENGTH_ORDER, LONG, PARAMETER, SIZE_ORDER } from "./page-form.ts";
import type { Pairs } from "./pairs.ts";
import type { Scale } from "./scale.ts";
import { SegmentError } from "./segment-error.ts";

/** Bytes a posting that the writer starts with: a little more than most pages need. */
const ROOM = 5;

/**
 * The bytes of a page that holds `pairs` from `from` to before `to`, whose blocks the scale covers and whose
 * keys are not below `first`; with `counts`, a page of terms. Throws a SegmentError, `misuse`, for any others.
 *
 * A stream of bits: the number of keys, two Rice parameters, how many single keys come first; then for each key
 * what it is above the one before; unless it is one of those single ones, its number of postings and how many
 * single keys come next; for terms, how many more occurrences than postings it has; its list. Lists of more than
 * LONG postings stand after the stream, the first one last of all, and the stream has their lengths in bytes.
 */
export function encodePage(
  pairs: Pairs,
  from: number,
  to: number,
  scale: Scale,
  first: number,
  counts?: CountsSlice,
): Uint8Array {
  const entries = new PageEntries(pairs, from, to, scale, counts);
  if (entries.length === 0) return new Uint8Array(0);
  if (entries.keys[0]! < first)
    throw new SegmentError("misuse", { reason: "a key is below the page's first", at: from });
  const writer = new BitWriter((entries.length + to - from) * ROOM);
  const long = writeStream(writer, entries, pairs.blocks, scale, first);
  return joined(writer.finish(), long.reverse());
}

/** Writes the stream; the long lists that it leaves out. */
function writeStream(
  writer: BitWriter,
  entries: PageEntries,
  blocks: Uint32Array,
  scale: Scale,
  first: number,
): Uint8Array[] {
  const { length, keys, starts, sizes, extras } = entries;
  const counted = extras.length > 0;
  const list = new BlockList(scale.blocks);
  const long: Uint8Array[] = [];
  const keyOrder = riceOrder(keys[length - 1]! - first + 1 - length, length);
  const singles = singlesAhead(sizes, length);
  const singlesOrder = riceOrder(singles.total, singles.runs);
  writer.golomb(length, KEYS_ORDER);
  writer.put(keyOrder, PARAMETER);
  writer.put(singlesOrder, PARAMETER);
  writer.rice(singles.ahead[0]!, singlesOrder);
  let next = first;
  for (let n = 0; n < length; n++) {
    const key = keys[n]!;
    const size = sizes[n]!;
    writer.rice(key - next, keyOrder);
    next = key + 1;
    if (size !== 1) {
      writer.golomb(counted ? size - +(size > 0) : size - 2, SIZE_ORDER);
      writer.rice(singles.ahead[n + 1]!, singlesOrder);
    }
    if (counted) writer.golomb(zigzag(extras[n]!), 0);
    if (size > LONG) {
      const apart = new BitWriter(size);
      list.write(apart, blocks, starts[n]!, starts[n]! + size, scale.base);
      const bytes = apart.finish();
      writer.golomb(bytes.length, LENGTH_ORDER);
      long.push(bytes);
    } else if (size > 0) list.write(writer, blocks, starts[n]!, starts[n]! + size, scale.base);
  }
  return long;
}

/** For each key, and for the end, how many single keys stand from there on without another; and over the runs of them their number and sum. */
function singlesAhead(
  sizes: Uint32Array,
  length: number,
): { ahead: Uint32Array; runs: number; total: number } {
  const ahead = new Uint32Array(length + 1);
  let runs = 1;
  let total = 0;
  for (let n = length - 1; n >= 0; n--) {
    if (sizes[n] === 1) {
      ahead[n] = ahead[n + 1]! + 1;
      total++;
    } else runs++;
  }
  return { ahead, runs, total };
}

/** The Rice parameter for `count` numbers of that sum: the bits of 0.69, ln 2, times their mean, less one. */
function riceOrder(sum: number, count: number): number {
  return Math.max(0, 31 - Math.clz32((sum / count) * Math.LN2));
}

/** 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
function zigzag(value: number): number {
  return ((value << 1) ^ (value >> 31)) >>> 0;
}

function joined(stream: Uint8Array, lists: readonly Uint8Array[]): Uint8Array {
  const length = lists.reduce((sum, list) => sum + list.length, stream.length);
  const bytes = new Uint8Array(Math.max(LEAST_BYTES, length));
  bytes.set(stream);
  let at = stream.length;
  for (const list of lists) {
    bytes.set(list, at);
    at += list.length;
  }
  return bytes;
}
