/**
 * The fields that are open at a place: a field is a code, which the reader does not see, then its result, which he does.
 * A field may stand in another's code or result, and run over paragraphs.
 */
export class Fields {
  /** Whether each open field's result has begun, outermost first. */
  readonly #results: boolean[] = [];
  #codes = 0;

  /** How many fields are open. */
  get depth(): number {
    return this.#results.length;
  }

  /** True inside some field's code. */
  get inCode(): boolean {
    return this.#codes > 0;
  }

  /** A field begins (`begin`), its result begins (`separate`), or it ends (`end`). */
  mark(type: string | undefined): void {
    if (type === "begin") {
      this.#results.push(false);
      this.#codes++;
    } else if (type === "separate") {
      this.#showFrom(this.#results.length - 1);
    } else if (type === "end") {
      if (this.#results.pop() === false) this.#codes--;
    }
  }

  /**
   * Shows what follows in fields from the `depth`-th on, although they have no result yet: called at the end of the
   * paragraph in which they began, lest a field that never ends swallows the rest of the text.
   */
  giveUp(depth: number): void {
    for (let field = depth; field < this.#results.length; field++) this.#showFrom(field);
  }

  #showFrom(field: number): void {
    if (this.#results[field] !== false) return;
    this.#results[field] = true;
    this.#codes--;
  }
}
