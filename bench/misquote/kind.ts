import type { Expected } from "./case.ts";
import type { Draw } from "./excerpt.ts";
import type { Talk } from "./talk.ts";

/** What a kind makes: the quotation, the one credited, and the source that it is checked against. */
export interface Made {
  readonly quotation: string;
  readonly attribution: string | null;
  /** The talk of the corpus, or a text that the case carries itself. */
  readonly source: Talk | { readonly text: string };
}

/** One way in which quotations keep or break faith. */
export interface Kind {
  readonly name: string;
  readonly faithful: boolean;
  readonly expected: Expected;
  /** One case, or null where what was drawn does not serve: the generator then draws again. */
  make(draw: Draw): Made | null;
}

const NO_RULES = [] as const;

/** A kind whose quotations differ in typography at most. */
export function verbatim(name: string, make: Kind["make"]): Kind {
  return { name, faithful: true, expected: { status: ["verbatim"], rules: NO_RULES }, make };
}

/** A kind whose quotations say where they differ. */
export function marked(name: string, make: Kind["make"]): Kind {
  return { name, faithful: true, expected: { status: ["marked"], rules: NO_RULES }, make };
}

/** A kind whose quotations break one of `rules`. */
export function broken(name: string, expected: Expected, make: Kind["make"]): Kind {
  return { name, faithful: false, expected, make };
}
