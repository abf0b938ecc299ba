import type { Page } from "playwright-core";

/** Elements that our pages are made of; whatever else stands in one was made by a text. */
const OURS = `html head meta title link script body a header footer nav main section article aside div span p
  h1 h2 h3 h4 h5 h6 ul ol li dl dt dd b i em strong small mark ins del s sup sub abbr bdi cite q code pre kbd samp
  blockquote hr br wbr time data figure figcaption details summary dialog table caption colgroup col thead tbody tfoot tr th td
  form fieldset legend label input select optgroup option textarea button output meter progress datalist
  svg g rect circle ellipse line path polyline polygon text tspan desc defs marker use`
  .split(/\s+/u)
  .filter((name) => name !== "");

/** Attributes that lead somewhere. */
const LEADS = [
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "data",
  "poster",
  "srcset",
  "ping",
  "background",
];

/**
 * What a page holds that it must not: elements, attributes and addresses that no page of ours has, a direction that a
 * text turned around, a line that makes the whole page scroll sideways. `origin`: where its addresses may lead.
 */
export function pageFaults(page: Page, origin: string): Promise<string[]> {
  return page.evaluate(
    ({ ours, leads, origin }) => {
      const faults: string[] = [];
      const turns = /[\u202A-\u202E\u2066-\u2069]/u;
      const tell = (what: string, element: Element): void => {
        if (faults.length < 20) faults.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
      };
      const known = new Set(ours);
      const isFile = origin === "file:";
      // A file of its own holds its style and its script, one of each, which its policy knows by their hashes.
      const inside = document.querySelectorAll("head > style, body > script:last-child");
      const own = new Set(isFile && inside.length === 2 ? inside : []);
      for (const element of document.querySelectorAll("*")) {
        if (own.has(element)) continue;
        const name = element.localName;
        if (!known.has(name)) tell("an element that is not ours", element);
        if (name === "script" && (element.textContent !== "" || !element.hasAttribute("src")))
          tell("a script inside", element);
        if (name === "meta" && element.hasAttribute("http-equiv") && !isFile)
          tell("a meta that acts", element);
        for (const { name: attribute, value } of element.attributes) {
          if (/^on|pwned|^srcdoc$/u.test(attribute)) tell("an attribute that is not ours", element);
          if (!leads.includes(attribute)) continue;
          const { protocol, origin: other } = new URL(value, document.baseURI);
          const isOwn = isFile ? protocol === "file:" : other === origin;
          if (!isOwn) tell("leads elsewhere", element);
        }
      }
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) {
        const { parentElement, data } = words.currentNode as Text;
        // A field keeps to itself what was typed into it.
        if (parentElement!.localName !== "textarea" && turns.test(data))
          tell("turns its line around", parentElement!);
      }
      const main = document.querySelector("main");
      if (main === null) faults.push("no main");
      else if (getComputedStyle(main).direction !== "ltr") tell("turned around", main);
      return faults;
    },
    { ours: OURS, leads: LEADS, origin },
  );
}

/**
 * Why a page is wider than what shows it: that it scrolls sideways, or that a line of it is cut off. Null where it is not.
 * `cut` false: lines may be, as a text may hold a sign that is wider than a phone.
 */
export function sideways(page: Page, cut = true): Promise<string | null> {
  return page.evaluate((seesCut) => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over > 0) return `scrolls by ${over} px`;
    if (!seesCut) return null;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll|hidden/u.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const cutOff = [...document.querySelectorAll("main *")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > root.clientWidth + 1 || left < -1) && !scrolls(element.parentElement);
    });
    return cutOff.length === 0 ? null : `cut off: ${cutOff[0]!.outerHTML.slice(0, 160)}`;
  }, cut);
}

/** {@link sideways} of a page of hostile texts at the widths of a phone and of a desk. */
export async function widthFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 860 });
    const over = await sideways(page, false);
    if (over !== null) faults.push(`${width} px wide: ${over}`);
  }
  return faults;
}
