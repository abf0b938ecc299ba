/** Postings above which a list stands after the stream, so that who looks for a later key can step over it. */
export const LONG = 24;

/** Golomb order of the numbers of keys and of postings: a page has about 250, or fewer. */
export const PAGE_ORDER = 7;

/** Golomb order of the bytes of a long list: about a byte a posting. */
export const LENGTH_ORDER = 5;

/** Bits of a Rice parameter. */
export const PARAMETER = 5;
