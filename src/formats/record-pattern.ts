/** What the values of a document's record may be; for the schema and for the reader, which must not bring the schema's library with it. */
export const KINDS = ["dispatch", "transcript", "speech", "article", "plain"] as const;
export const PASSAGE_KINDS = [
  "header",
  "title",
  "summary",
  "caption",
  "opening",
  "heading",
  "paragraph",
  "note",
  "stage",
] as const;
export const ROLES = ["speaker", "interviewer", "editor", "quoted", "unknown"] as const;

/** Keys of these names are kept out of reading, whatever they hold. */
export const FREE_KEY = /^(?:extra$|x-)/;
/** A date, or an instant of which the date is taken. */
export const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ][\d:.,+Z-]{4,24})?$/;
/** A BCP 47 tag, by its shape. */
export const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
export const SHA256 = /^[0-9a-f]{64}$/;
/** Base64 by its letters; that its length is a multiple of four is asked beside it, for a pattern's sake that long values do not exhaust. */
export const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** What goes with an original: without it nobody can say which version it is. */
export const KEPT_KEYS = ["id", "version", "origin", "sha256", "added"] as const;
