import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  shortText,
  tokens,
} from "./html-parser.ts";
import { hasNoteRole } from "./html-visibility.ts";

/**
 * What a part of a page is by the names that its site gave it: `sure` names are used for nothing else, `likely` ones
 * now and then for the text itself, so that such a part counts only while it is small.
 */
export type Furniture = "sure" | "likely";

const SURE = new Set(
  `sharedaddy jp-relatedposts yarpp yarpp-related addtoany_share_save_container a2a_kit addthis_toolbox heateor_sss_sharing_container
  share-buttons social-share social-sharing post-share post-share-buttons share-bar sharebar share-tools share-links article-share
  social-links social-icons wp-block-social-links sqs-block-socialaccountlinks-v2 sharing-buttons
  comments comments-area comment-list commentlist comment-respond respond disqus_thread comments-section comments-wrapper
  blog-post-comments squarespace-comments comments-link comment-count gh-comments isso-thread remark42
  related-posts related-articles related-content related-stories relatedposts read-next recommended-posts more-stories
  more-from most-read most-popular popular-posts trending-stories outbrain taboola recirc recirculation gh-read-next yarpp-related
  post-navigation posts-navigation nav-links navigation-links blog-pager pagination pager breadcrumb breadcrumbs breadcrumb-trail
  post-pagination item-pagination blogitempagination blog-item-pagination prev-next
  newsletter newsletter-signup newsletter-form newsletter-signup-form subscribe-form subscription-widget subscription-widget-wrap
  subscription-widget-wrap-editor subscribe-widget subscribe-dialog signup-form gh-subscribe gh-signup mc4wp-form mc_embed_signup
  kg-signup-card kg-cta-card kg-header-card gh-portal-root post-ufi like-button-container
  cookie-banner cookie-notice cookie-consent cookie-law-info-bar cookieconsent cookiebanner onetrust-consent-sdk onetrust-banner-sdk
  cky-consent-container cmplz-cookiebanner borlabscookie cc-window cybotcookiebotdialog didomi-host gdpr-banner tx-cookies
  eu-cookie-compliance-banner sliding-popup
  tag-cloud tagcloud wp-block-tag-cloud tags-links post-tags entry-tags article-tags tag-list post-labels catlinks cat-links
  widget-area sidebar-widgets sidebar-container sidebar skip-link skiplink skip-to-content skip-links site-navigation main-navigation
  toc mw-editsection mw-jump-link navbox vertical-navbox sistersitebox printfooter mw-navigation mw-panel mw-head mw-sidebar
  mw-footer ambox speechify-ignore
  advertisement advert ad-slot ad-container ad-wrapper ad-unit adsbygoogle dfp-ad google-auto-placed sponsored-content
  wm-ipp-base wm-ipp back-to-top scroll-to-top more-link read-more-link paywall-prompt region-sidebar-first
  region-sidebar-second node--view-mode-teaser links--inline field--name-field-tags node__links post-feeds feed-links button-wrapper wp-block-post-terms post-main-actions hatnote`.split(
    /\s+/,
  ),
);

const LIKELY =
  /^(?:no-?print|d-print-none|hidden-print|print-hid(?:e|den)|dontprint|(?:[a-z0-9]+[-_]+){0,3}(?:share|sharing|social|newsletter|subscribe|signup|sign-up|related|recommended|recirc|promo|cookies?|gdpr|comments?|breadcrumbs?|pagination|sidebar|adverts?|ads?|tags|tagcloud|navbar|menu|trending|popular)|(?:[a-z]{1,2}-)?(?:share|social|newsletter|subscribe|subscription|signup|related|recirc|promo|cookie|comments?|breadcrumb|pagination|sidebar|advert|ads?|tagcloud|nav|navbar|menu|widget|trending|popular|outbrain|taboola)(?:[-_]+[a-z0-9]+){1,4})$/;

/** Parts of these names hold notes or the text's own words, whatever else they are called. */
const OWN =
  /foot-?notes?|endnotes?|caption|byline|author|dateline|headline|credit|blockquote|pullquote|article-?body/i;

/** Elements that are the page, or its text. */
const NEVER = new Set(
  "html body main article h1 h2 h3 h4 h5 h6 blockquote figcaption q pre table".split(" "),
);

/** An id is a name that the site gave on these alone; on headings, sections and anchors it repeats the text's words. */
const NAMED_BY_ID = new Set("div ul ol form".split(" "));
const SECTION = /^(?:section|level\d|sect\d|chapter)$/;

/** What the site's names make of an element; null for what may be text. */
export function furnitureOf(element: HtmlElement): Furniture | null {
  if (element.attrs.length === 0 || NEVER.has(element.tagName) || hasNoteRole(element)) return null;
  const classes = tokens(element, "class");
  const ids = idsOf(element, classes);
  if ((classes.length === 0 && ids.length === 0) || isOwn(element, [...classes, ...ids])) return null;
  if (classes.some((name) => SURE.has(name)) || ids.some((name) => SURE.has(name))) return "sure";
  return classes.some((name) => LIKELY.test(name)) || ids.some((name) => LIKELY.test(name)) ? "likely" : null;
}

function idsOf(element: HtmlElement, classes: readonly string[]): readonly string[] {
  if (!NAMED_BY_ID.has(element.tagName) || classes.some((name) => SECTION.test(name))) return [];
  return tokens(element, "id");
}

const HEADER =
  /^(?:[a-z]{1,2}-)?(?:site-?header|masthead|site-?branding|global-?header|header-?(?:outer|wrapper)|top-?bar)$/;
const FOOTER =
  /^(?:[a-z]{1,2}-)?(?:site-?footer|colophon|site-?info|global-?footer|footer-?(?:outer|wrapper)|page-?footer)$/;

/** Which band of the site a division is by its names, as older pages write them. Articles have headers of that class too. */
export function namedBand(element: HtmlElement): "header" | "footer" | null {
  if (element.tagName !== "div") return null;
  const [id = ""] = tokens(element, "id");
  if (id === "header" || id === "footer") return id;
  const names = [id, ...tokens(element, "class")];
  if (names.some((name) => HEADER.test(name))) return "header";
  return names.some((name) => FOOTER.test(name)) || names.includes("c-footer") ? "footer" : null;
}

/** True for a heading that its site names as the text's own title. */
export function isTextTitle(element: HtmlElement): boolean {
  if (!/^h[1-4]$/.test(element.tagName)) return false;
  if (tokens(element, "itemprop").some((name) => name === "headline" || name === "name headline"))
    return true;
  return tokens(element, "class").some((name) =>
    /^(?:entry|post|article|story)[-_]+(?:title|headline|name)$/.test(name),
  );
}

/** True for what its site names as holding the text. */
export function isTextRoot(element: HtmlElement): boolean {
  if (element.tagName === "main" || tokens(element, "itemprop").includes("articlebody")) return true;
  return tokens(element, "class").some((name) =>
    /^(?:entry|post|article|story)[-_]+(?:content|body|text)$/.test(name),
  );
}

function isOwn(element: HtmlElement, names: readonly string[]): boolean {
  return tokens(element, "itemprop").includes("articlebody") || names.some((name) => OWN.test(name));
}

/** Words that lead to another text, before a colon or the like. */
const LEADS =
  /^(?:\W{0,3})(?:read (?:more|also|next|on)|also read|more on this(?: story)?|see also|related(?: (?:story|stories|article|reading|coverage))?|continue reading|don['’]t miss|recommended|lire aussi|à lire aussi|lea también|lee también|leia (?:também|mais)|leggi anche|lesen sie auch|mehr zum thema|lees ook|läs också|читайте также|اقرأ أيضا|قراءة المزيد)\s*(?:[:：|»›>–—-]|$)/iu;

/** The first letters of those: nearly every line is told by them to be none, without reading the rest. */
const LEADS_FIRST =
  /^[^\p{L}]{0,4}(?:$|rea|als|mor|see|rel|con|don|rec|lir|à l|lea|lee|lei|leg|les|meh|läs|чит|اقر|قرا)/iu;

/** The first text in an element, down its first children; empty where there is none near. */
function firstText(element: HtmlElement): string {
  let inside: HtmlElement | undefined = element;
  for (let depth = 0; inside !== undefined && depth < 6; depth++) {
    const first: HtmlNode | undefined = inside.childNodes.find(
      (child) => !isText(child) || /\S/.test(child.value),
    );
    if (first === undefined) return "";
    if (isText(first)) return first.value.slice(0, 40).trimStart();
    inside = isElement(first) ? first : undefined;
  }
  return "";
}

/** A line that does nothing but lead to another text: such words, and then links alone. */
export function isTeaser(element: HtmlElement): boolean {
  if (element.tagName !== "p" && element.tagName !== "div" && element.tagName !== "li") return false;
  if (!LEADS_FIRST.test(firstText(element))) return false;
  const words = shortText(element);
  const lead = LEADS.exec(words);
  if (lead === null || words.length > LONGEST_TEASER) return false;
  const links = linksIn(element);
  if (links.length === 0) return false;
  const linked = links.map(shortText).join(" ");
  return bare(linked).endsWith(bare(words.slice(lead[0].length)));
}

function bare(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Longer lines say something themselves. */
const LONGEST_TEASER = 280;

function linksIn(element: HtmlElement, depth = 0): HtmlElement[] {
  if (depth > 4) return [];
  return element.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    return child.tagName === "a" && attribute(child, "href") !== null ? [child] : linksIn(child, depth + 1);
  });
}
