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
      const main = document.querySelector("main");
      if (main === null) faults.push("no main");
      else if (getComputedStyle(main).direction !== "ltr") tell("turned around", main);
      return faults;
    },
    { ours: OURS, leads: LEADS, origin },
  );
}

/** How many CSS pixels a page is wider than what shows it, and by whom; null where it is not. */
export function sideways(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return null;
    const widest = [...document.querySelectorAll("main *, header *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return `${over} px: ${widest
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120))
      .join(" | ")}`;
  });
}

/** {@link sideways} at the widths of a phone and of a desk, as one list that names the page. */
export async function widthFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 860 });
    const over = await sideways(page);
    if (over !== null) faults.push(`scrolls sideways at ${width}: ${over}`);
  }
  return faults;
}
