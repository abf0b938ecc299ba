/**
 * The marks that are open, innermost last. Finding the innermost of a name or family takes constant time, so that a
 * text of ten thousand opening marks costs no more than their number.
 */
export class OpenMarks {
    /** Every mark that ever opened, in text order. */
    all = [];
    #stack = [];
    #byName = new Map();
    #byFamily = new Map();
    get depth() {
        return this.#stack.length;
    }
    /** The open mark at this depth, 0 the outermost. */
    at(depth) {
        return this.all[this.#stack[depth]];
    }
    push(mark, name, needs) {
        const parent = this.#stack.at(-1) ?? -1;
        this.all.push({ mark, name, needs, parent, reopenings: [], close: null, end: mark.end });
        for (const list of this.#lists(name, mark.glyph.family))
            list.push(this.#stack.length);
        this.#stack.push(this.all.length - 1);
    }
    /** Depth of the innermost open mark of this family, or -1. */
    innermost(family) {
        return this.#byFamily.get(family)?.at(-1) ?? -1;
    }
    /** Depth of the innermost open mark with one of these names, or -1. */
    innermostNamed(names) {
        return Math.max(-1, ...names.map((name) => this.#byName.get(name)?.at(-1) ?? -1));
    }
    /** Closes the mark at `depth`; those inside it that are still open are given up. */
    close(depth, close) {
        this.giveUp(depth + 1, close.start);
        const open = this.#pop();
        open.close = { start: close.start, end: close.end };
        open.end = close.start;
    }
    /** Gives up every open mark from `depth` inwards; their words end at `end`. */
    giveUp(depth, end) {
        while (this.#stack.length > depth)
            this.#pop().end = end;
    }
    #pop() {
        const open = this.all[this.#stack.pop()];
        for (const list of this.#lists(open.name, open.mark.glyph.family))
            list.pop();
        return open;
    }
    #lists(name, family) {
        if (!this.#byName.has(name))
            this.#byName.set(name, []);
        if (!this.#byFamily.has(family))
            this.#byFamily.set(family, []);
        return [this.#byName.get(name), this.#byFamily.get(family)];
    }
}
