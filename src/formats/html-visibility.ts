import { attribute, type HtmlElement, tokens } from "./html-parser.ts";

/**
 * Never shown as text, whatever stands in them; `rt` and `rp` are reading aids that interrupt the words they gloss, and
 * `del` is no longer in the text: changes are accepted, as in DOCX. Those of AMP are the site's menus, boxes and adverts.
 */
const NO_TEXT = new Set(
  `script style noscript template noframes noembed head title meta link base iframe object embed applet video audio
   canvas svg map del datalist select option optgroup textarea input button progress meter dialog rt rp annotation
   annotation-xml amp-sidebar amp-ad amp-embed amp-sticky-ad amp-auto-ads amp-social-share amp-consent
   amp-user-notification amp-next-page`.split(/\s+/),
);

const NO_TEXT_ROLES = new Set(
  "button alert alertdialog dialog switch slider tooltip tablist toolbar".split(" "),
);

const CHROME = new Set(["nav", "aside", "menu"]);

const CHROME_ROLES = new Set("navigation search menu menubar complementary".split(" "));

/** Class names that hide text from all but screen readers, in the style sheets that most pages use, and Word's comment marks. */
const HIDDEN_CLASSES = new Set([
  "sr-only",
  "visually-hidden",
  "visuallyhidden",
  "screen-reader-text",
  "msocomanchor",
]);

/** `mso-…` is what Word writes of hidden words and of comments. */
const HIDING_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment)/i;

function isHidden(element: HtmlElement): boolean {
  if (attribute(element, "hidden") !== null) return true;
  if (attribute(element, "aria-hidden")?.trim().toLowerCase() === "true") return true;
  if (HIDING_STYLE.test(attribute(element, "style") ?? "")) return true;
  return tokens(element, "class").some((name) => HIDDEN_CLASSES.has(name));
}

/** The words of `role` and, as e-books write it, of `epub:type`. */
export function roles(element: HtmlElement): readonly string[] {
  const own = tokens(element, "role");
  const book = tokens(element, "epub:type");
  return book.length === 0 ? own : [...own, ...book];
}

/** True for a note's text: a footnote or endnote by its role. */
export function hasNoteRole(element: HtmlElement): boolean {
  return roles(element).some((role) => /^(?:doc-)?(?:footnote|endnote|rearnote)$/.test(role));
}

/** True for a quotation that the layout repeats from the text, by its name; whether it does has to be looked at. */
export function isPullQuote(element: HtmlElement): boolean {
  return tokens(element, "class").some((name) => /(?:^|[-_])pull-?quote(?:$|[-_])/.test(name));
}

/** True for what stands beside the text: menus, sidebars. */
export function isBeside(element: HtmlElement): boolean {
  if (hasNoteRole(element) || isPullQuote(element)) return false;
  return CHROME.has(element.tagName) || roles(element).some((role) => CHROME_ROLES.has(role));
}

/** True for what no reader of the page sees as text: scripts, controls, hidden parts. */
export function isInvisible(element: HtmlElement): boolean {
  if (NO_TEXT.has(element.tagName)) return true;
  return roles(element).some((role) => NO_TEXT_ROLES.has(role)) || isHidden(element);
}

/** True for what is neither text nor holds any. */
export function isLeftOut(element: HtmlElement): boolean {
  return isInvisible(element) || isBeside(element);
}
