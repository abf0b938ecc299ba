import type { Page } from "playwright-core";

/** Pages of one kind that a crawl looks at; they come from one template. */
const MOST_OF_A_KIND = 30;

/** The pages that pages lead to, in the order that they were found, of each kind the first ones. */
export class Links {
  readonly #waiting: string[] = [];
  readonly #known = new Set<string>();
  readonly #kinds = new Map<string, number>();
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Takes the links of a page. */
  async gather(page: Page): Promise<void> {
    const found = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]:not([download])")].map((link) =>
        // An SVG's link is no HTMLAnchorElement.
        new URL(link.getAttribute("href")!, document.baseURI).href.replace(/#.*$/u, ""),
      ),
    );
    for (const url of found) this.add(url);
  }

  add(url: string): void {
    if (!url.startsWith(this.#origin) || this.#known.has(url)) return;
    this.#known.add(url);
    const kind = kindOf(url);
    const seen = this.#kinds.get(kind) ?? 0;
    this.#kinds.set(kind, seen + 1);
    if (seen < MOST_OF_A_KIND) this.#waiting.push(url);
  }

  next(): string | undefined {
    return this.#waiting.shift();
  }

  get kinds(): ReadonlyMap<string, number> {
    return this.#kinds;
  }
}

/** The template: the first part of the path, how many parts it has, which questions it has. */
function kindOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const parts = pathname.split("/").slice(1);
  const asked = [...new Set(searchParams.keys())].sort();
  return `${parts[0]}/${parts.length} ${asked.join(" ")}`;
}
