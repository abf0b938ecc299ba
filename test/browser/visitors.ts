import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { type VisitOptions, type Visitor, visit } from "./visitor.ts";

/** Those who come to a server's pages in a file of tests: whoever comes the same way again is the same. A new one costs a third of a second. */
export class Visitors {
  readonly #browser: Browser;
  readonly #origins: readonly string[];
  readonly #known = new Map<string, Visitor>();

  constructor(browser: Browser, origins: readonly string[]) {
    this.#browser = browser;
    this.#origins = origins;
  }

  /** Somebody on an address, seen on a screen. */
  async come(url: string, options: VisitOptions = {}): Promise<Page> {
    const key = JSON.stringify(options);
    const known = this.#known.get(key);
    const visitor = known ?? (await visit(this.#browser, this.#origins, options));
    this.#known.set(key, visitor);
    const { page } = visitor;
    if (known !== undefined) {
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: options.width ?? 1280, height: 860 });
    }
    await page.goto(url);
    return page;
  }

  /** That nobody has seen what must not be: see {@link Visitor.complaints}. */
  expectContent(): void {
    expect([...this.#known.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  }
}
