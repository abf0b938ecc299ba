import type { Page } from "playwright-core";
import { SOAK } from "../soak/soak-count.ts";

/**
 * Pages of one kind, which come from one template, and documents that a crawl looks at: in `npm test` so many that each
 * template is seen, in `npm run test:soak` all documents and more of each.
 */
const [MOST_OF_A_KIND, MOST_DOCUMENTS] = SOAK ? [4, 100] : [1, 12];

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
    if (seen < (kind === DOCUMENTS ? MOST_DOCUMENTS : MOST_OF_A_KIND)) this.#waiting.push(url);
  }

  /** The next ones, at most so many. */
  take(most: number): string[] {
    return this.#waiting.splice(0, most);
  }

  get kinds(): ReadonlyMap<string, number> {
    return this.#kinds;
  }
}

const DOCUMENTS = "documents/2 ";

/** The template: the first part of the path, how many parts it has, which question it has, or how many. */
function kindOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const parts = pathname.split("/").slice(1);
  const asked = [...new Set(searchParams.keys())].sort();
  const what = parts[0] === "archive" && asked.length > 1 ? `${asked.length} narrowed` : asked.join(" ");
  return `${parts[0]}/${parts.length} ${what}`;
}
