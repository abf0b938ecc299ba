import type { Edition } from "../archive/index.ts";
import type { Passage } from "../documents/index.ts";
import { oneLine, textFragment } from "../publish/index.ts";

/**
 * A link that shows a passage and marks its words, or the document where none is named: at the address that it was
 * captured from, else the path of its page on a server.
 */
export function passageLink({ id, version, document }: Edition, passage: Passage | null): string {
  const capture = document.capture;
  const fragment = passage === null ? "" : textFragment(document.text.slice(passage.start, passage.end));
  if (capture !== null) {
    const address = oneLine(capture.address);
    // A directive goes on from a fragment that the address has.
    return address.includes("#") ? address + fragment.slice(1) : address + fragment;
  }
  const path = `/documents/${encodeURIComponent(id.toWellFormed())}?version=${version}`;
  return passage === null ? path : `${path}#${encodeURIComponent(passage.id)}${fragment.slice(1)}`;
}
