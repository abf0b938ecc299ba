import type { Finding } from "../../check/index.ts";
import type { Span } from "../../core/index.ts";
import { CodePoints, type FormattedText } from "../../formats/index.ts";
import { textFragment } from "../text-fragment.ts";

/** Code units told before and after words, so that of several such words the right ones are found. */
const CONTEXT = 64;

interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface TextPositionSelector extends Span {
  readonly type: "TextPositionSelector";
}
interface FragmentSelector {
  readonly type: "FragmentSelector";
  readonly value: string;
  readonly conformsTo: string;
  readonly refinedBy?: TextQuoteSelector;
}

/** A selector of W3C's Web Annotation Data Model (4.2). */
export type Selector = TextQuoteSelector | TextPositionSelector | FragmentSelector;

/** What fragments mean, by the names that the model gives their specifications. */
const CONFORMING = {
  pdf: "http://tools.ietf.org/rfc/rfc3778",
  html: "http://tools.ietf.org/rfc/rfc3236",
  media: "http://www.w3.org/TR/media-frags/",
  text: "https://wicg.github.io/scroll-to-text-fragment/",
} as const;

/**
 * Tells stretches of a checked text as selectors: the words with what stands around them, their position in code points,
 * and where the original has pages, times or elements, the fragment that they stand in.
 */
export class Selectors {
  readonly #text: FormattedText;
  readonly #points: CodePoints;

  constructor(text: FormattedText) {
    this.#text = text;
    this.#points = new CodePoints(text.text);
  }

  /** The selectors of a stretch; `place` is where it begins. Each selects the same words. */
  of({ start, end }: Span, place: Finding["quotation"]["place"]): Selector[] {
    const { text, format } = this.#text;
    const quote: TextQuoteSelector = {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(this.#whole(Math.max(0, start - CONTEXT), 1), start),
      suffix: text.slice(end, this.#whole(Math.min(text.length, end + CONTEXT), -1)),
    };
    const position: TextPositionSelector = {
      type: "TextPositionSelector",
      start: this.#points.before(start),
      end: this.#points.before(end),
    };
    const shown = format === "html" ? textFragment(text.slice(start, end)).slice(1) : "";
    return [
      quote,
      position,
      ...fragmentOf(place, quote),
      ...(shown === ""
        ? []
        : [{ type: "FragmentSelector" as const, value: shown, conformsTo: CONFORMING.text }]),
    ];
  }

  /** An offset moved by `step` where it would part the two halves of a letter. */
  #whole(offset: number, step: number): number {
    const { text } = this.#text;
    const parts =
      /[\uD800-\uDBFF]/u.test(text[offset - 1] ?? "") && /[\uDC00-\uDFFF]/u.test(text[offset] ?? "");
    return parts ? offset + step : offset;
  }
}

/** The part of an original that a place names, narrowed to the words; none for a paragraph, which no fragment names. */
export function fragmentOf(
  place: Finding["quotation"]["place"],
  refinedBy: TextQuoteSelector,
): FragmentSelector[] {
  if (place === null || place.kind === "paragraph") return [];
  const type = "FragmentSelector";
  switch (place.kind) {
    case "page":
      return [{ type, value: `page=${place.page}`, conformsTo: CONFORMING.pdf, refinedBy }];
    case "cue":
      return [
        { type, value: `t=${place.from / 1000},${place.to / 1000}`, conformsTo: CONFORMING.media, refinedBy },
      ];
    case "element":
      return [
        { type, value: encodeURIComponent(place.id.toWellFormed()), conformsTo: CONFORMING.html, refinedBy },
      ];
  }
}
