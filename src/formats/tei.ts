import type { FormattedText } from "./formatted-text.ts";
import { LineIndex } from "./line-index.ts";
import { elementsIn, Finder, isTeiNamespace, localName, prefixOf, type XmlElement } from "./tei/element.ts";
import { readHeader } from "./tei/header.ts";
import { markupOf } from "./tei/marked.ts";
import { Walk } from "./tei/walk.ts";
import { parse, teiError } from "./tei/xml.ts";

/**
 * The text of a TEI file (P5, also with a prefix or without a namespace; P4 as far as it is the same), decoded. What it
 * says of voices, turns and marks is its markup; a file that says nothing of voices has none, so that its form is
 * recognised from its words. Words stand as the edition reads: of a pair the correction, the regular spelling, the full
 * word; supplied words in brackets; […] for a gap; without forme work and deletions.
 * Throws a `FormatError`: `damaged` for what is no sound XML, `unsupported` for other vocabularies, several texts in
 * one file and parts that stand in another file, `too-complex` for what is too long or too deep, `no-text`.
 */
export function readTei(xml: string, name: string): FormattedText {
  const { root, entities, outline } = parse(xml, name);
  const finder = new Finder(prefixOf(root));
  const { tei, headers } = singleText(root, finder, name);
  const text = finder.child(tei, "text");
  if (text === null) throw teiError("no-text", name, "it has a header and no text");
  const header = readHeader(headers, text, finder);
  const walk = new Walk({ xml, entities, root, text, header, finder });
  walk.run();
  const { text: words, blocks, sourceOf, places } = walk.flow.finish();
  if (words === "" && !header.isOwn) throw teiError("no-text", name, "its text has no words");
  const index = new LineIndex(xml);
  return {
    format: "tei",
    text: words,
    blocks,
    title: header.title,
    author: header.author,
    published: header.published,
    outlet: header.outlet,
    language: header.language,
    address: header.address,
    captured: header.captured,
    places: header.hasPassageIds ? [] : places,
    markup: markupOf(walk.flow, header),
    position: (offset) => index.position(outline.root === null ? 0 : sourceOf(offset)),
  };
}

/** The one text of a file, with its header and that of the corpus around it. */
function singleText(
  root: XmlElement,
  finder: Finder,
  name: string,
): { readonly tei: XmlElement; readonly headers: readonly XmlElement[] } {
  const tag = localName(root.name);
  if (!/^(?:TEI(?:\.2)?|teiCorpus(?:\.2)?)$/u.test(tag) || !isTeiNamespace(root)) {
    const reason = `XML of another vocabulary (root <${root.name}>) is not read; save it as TEI, HTML or plain text`;
    throw teiError("unsupported", name, reason);
  }
  const headersIn = (element: XmlElement): XmlElement[] =>
    elementsIn(element).filter((one) => finder.tag(one) === "teiHeader");
  if (!tag.startsWith("teiCorpus")) return { tei: root, headers: headersIn(root) };
  const texts = elementsIn(root).filter((one) => /^TEI(?:\.2)?$/u.test(finder.tag(one)));
  if (texts.length === 1) return { tei: texts[0]!, headers: [...headersIn(texts[0]!), ...headersIn(root)] };
  const reason =
    texts.length === 0
      ? "it is a corpus without texts; they may stand in files of their own"
      : `it is a corpus of ${texts.length} texts; add it to an archive, which takes each, or give each a file`;
  throw teiError(texts.length === 0 ? "no-text" : "unsupported", name, reason);
}
