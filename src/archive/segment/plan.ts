/**
 * Postings a page: about 900 bytes, read and searched in a microsecond or two. Larger pages cost every lookup
 * more; smaller ones cost the store a row, and the index the header, more often.
 */
const PAGE = 250;

/** Most bits a page number has; at 16 million pages of a kilobyte each a store has other limits. */
const MOST_BITS = 24;

/** Into how many pages, 2 ** bits, a segment of so many postings is cut: nought bits, one page, for a tiny one. */
export function bitsFor(postings: number): number {
  if (postings <= PAGE) return 0;
  return Math.min(MOST_BITS, Math.round(Math.log2(postings / PAGE)));
}

/** The page of a key: its first `bits` bits. Pages hold equal shares of the keys, in the order of the keys. */
export function pageOf(key: number, bits: number): number {
  return bits === 0 ? 0 : key >>> (32 - bits);
}

/** The lowest key that the page may hold. */
export function firstKeyOf(page: number, bits: number): number {
  return bits === 0 ? 0 : (page << (32 - bits)) >>> 0;
}
