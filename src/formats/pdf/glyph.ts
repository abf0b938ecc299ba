/**
 * A letter, or what a font draws as one, where it stands. Lengths are points, y runs down, in a frame in which its text
 * runs to the right: the page as it is shown, or turned by the text's own angle.
 */
export interface Glyph {
  /** In logical order; empty never. A blank stands for the width it leaves free. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Y of the line that it stands on. */
  readonly base: number;
  readonly size: number;
  /** How far the font reaches above and below the base, in parts of the size. */
  readonly ascent: number;
  readonly descent: number;
  readonly bold: boolean;
  /** It stands smaller and higher than its row. Known once rows are. */
  readonly raised: boolean;
}

/** A straight level line that a page draws: what parts notes from text. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Glyphs that run at one angle: clockwise degrees from the shown page's horizontal. */
export interface GlyphGroup {
  readonly angle: number;
  readonly glyphs: readonly Glyph[];
}

/** What a page shows of text. Groups: the one with the most glyphs first. */
export interface ScannedPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly groups: readonly GlyphGroup[];
  readonly rules: readonly Rule[];
  /** Round or square dots that are drawn, as before the items of a list; `y` is their middle. */
  readonly dots: readonly Rule[];
  /** Strings that it shows, and those of which no letter is told: by no name, or in an encoding that pdf.js has not. */
  readonly shown: number;
  readonly untold: number;
}
