import { BlockWriter } from "./block-writer.ts";
import type { FormattedText } from "./formatted-text.ts";
import { readHead } from "./html-head.ts";
import { parseHtml } from "./html-parser.ts";
import { writeHtml } from "./html-writer.ts";
import { LineIndex } from "./line-index.ts";
import { PlaceTrail } from "./place-trail.ts";

/**
 * The text of a page, decoded, as its reader sees it: without scripts, menus, controls, hidden parts and the site's
 * header and footer. Where nothing is left, those come back in, so that no page with words reads as empty.
 * Blocks are parted by an empty line. Never throws.
 */
export function readHtml(html: string): FormattedText {
  const root = parseHtml(html);
  const head = readHead(root);
  const read = (keepChrome: boolean) => {
    const writer = new BlockWriter();
    const trail = new PlaceTrail();
    writeHtml(root, { html, base: 0, writer, quotes: 0, language: null, trail, keepChrome });
    const built = writer.finish();
    return { ...built, places: trail.finish(built.text) };
  };
  const visible = read(false);
  const { text, blocks, places, remarks, sourceOf } = visible.blocks.length > 0 ? visible : read(true);
  const index = new LineIndex(html);
  return {
    format: "html",
    text,
    blocks,
    ...head,
    places,
    markup: null,
    remarks: index.placed(remarks),
    position: (offset) => index.position(sourceOf(offset)),
  };
}
