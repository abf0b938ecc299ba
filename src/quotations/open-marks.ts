import type { Family } from "./glyph.ts";
import type { Mark } from "./mark.ts";
import type { Stretch } from "./quotation.ts";

/** A mark that opened; `close` stays null and `end` is set when it is given up. */
export interface OpenMark {
  readonly mark: Mark;
  /** The name it goes by: its own, or that of straight marks where directions are not trusted. */
  readonly name: string;
  /** The least trust of a single mark that may close it. */
  readonly needs: number;
  /** Index, among all, of the one it stands in; -1 for none. */
  readonly parent: number;
  readonly reopenings: Stretch[];
  close: Stretch | null;
  end: number;
}

/**
 * The marks that are open, innermost last. Finding the innermost of a name or family takes constant time, so that a
 * text of ten thousand opening marks costs no more than their number.
 */
export class OpenMarks {
  /** Every mark that ever opened, in text order. */
  readonly all: OpenMark[] = [];
  readonly #stack: number[] = [];
  readonly #byName = new Map<string, number[]>();
  readonly #byFamily = new Map<Family, number[]>();

  get depth(): number {
    return this.#stack.length;
  }

  /** The open mark at this depth, 0 the outermost. */
  at(depth: number): OpenMark {
    return this.all[this.#stack[depth]];
  }

  push(mark: Mark, name: string, needs: number): void {
    const parent = this.#stack.at(-1) ?? -1;
    this.all.push({ mark, name, needs, parent, reopenings: [], close: null, end: mark.end });
    for (const list of this.#lists(name, mark.glyph.family)) list.push(this.#stack.length);
    this.#stack.push(this.all.length - 1);
  }

  /** Depth of the innermost open mark of this family, or -1. */
  innermost(family: Family): number {
    return this.#byFamily.get(family)?.at(-1) ?? -1;
  }

  /** Depth of the innermost open mark with one of these names, or -1. */
  innermostNamed(names: readonly string[]): number {
    return Math.max(-1, ...names.map((name) => this.#byName.get(name)?.at(-1) ?? -1));
  }

  /** Closes the mark at `depth`; those inside it that are still open are given up. */
  close(depth: number, close: Stretch): void {
    this.giveUp(depth + 1, close.start);
    const open = this.#pop();
    open.close = { start: close.start, end: close.end };
    open.end = close.start;
  }

  /** Gives up every open mark from `depth` inwards; their words end at `end`. */
  giveUp(depth: number, end: number): void {
    while (this.#stack.length > depth) this.#pop().end = end;
  }

  #pop(): OpenMark {
    const open = this.all[this.#stack.pop()!];
    for (const list of this.#lists(open.name, open.mark.glyph.family)) list.pop();
    return open;
  }

  #lists(name: string, family: Family): number[][] {
    if (!this.#byName.has(name)) this.#byName.set(name, []);
    if (!this.#byFamily.has(family)) this.#byFamily.set(family, []);
    return [this.#byName.get(name)!, this.#byFamily.get(family)!];
  }
}
