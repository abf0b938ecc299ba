import { decode } from "./encoding.ts";
import { formatOf } from "./format-of.ts";
import type { FormattedText } from "./formatted-text.ts";
import { isMhtml, mhtmlPage } from "./mhtml.ts";
import { warcPage } from "./warc.ts";

/** A page that lies in another file, unpacked: its charset as the server gave it, and where and when it was got. */
export interface CapturedPage {
  /** A name by which the page's format is told. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  readonly address: string | null;
  /** ISO instant. */
  readonly captured: string | null;
}

/** Enough to see the head of a saved page. */
const START_LENGTH = 4096;

/** The page that a file holds, WARC or MHTML; null where the file is of another kind. Throws as their readers do. */
export function pageIn(bytes: Uint8Array, name: string): CapturedPage | null {
  const format = formatOf(bytes, name);
  if (format === "warc") return warcPage(bytes, name);
  const isSaved = format === "html" && isMhtml(decode(bytes.subarray(0, START_LENGTH)).text);
  return isSaved ? mhtmlPage(bytes, name) : null;
}

/** The text that was read of a page, with where and when the page was got. Positions are in the page. */
export function capturedText(read: FormattedText, { address, captured }: CapturedPage): FormattedText {
  return { ...read, address: address ?? read.address, captured: captured ?? read.captured };
}
