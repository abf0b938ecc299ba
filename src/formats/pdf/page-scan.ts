import type { Glyph, GlyphGroup, Rule, ScannedPage } from "./glyph.ts";
import { FILLER, lettersOf } from "./letter.ts";
import { IDENTITY, type Matrix, multiply, stepped, turned } from "./matrix.ts";

/** What pdf.js says of a font. */
export interface FontFace {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  readonly fontMatrix: readonly number[] | null;
}

/** A page's frame and what it draws. `view`: from the page's own units to the shown page. */
export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly view: Matrix;
}

/** A glyph as pdf.js gives it; its width in thousandths, or in the font's own unit. */
export interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | undefined;
}

interface State {
  ctm: Matrix;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

/** What pages before have told: fonts by id, letters by what a font calls them. */
export interface Seen {
  readonly fonts: Map<string, Font>;
  readonly letters: Map<string, string>;
}

/** How glyphs that are shown together are set. */
interface Setting {
  readonly font: Font;
  readonly matrix: Matrix;
  readonly angle: number;
  readonly size: number;
  readonly into: Glyph[];
}

interface Font {
  readonly bold: boolean;
  readonly ascent: number;
  readonly descent: number;
  readonly vertical: boolean;
  /** Of a glyph's width: to parts of the size. */
  readonly unit: number;
}

const BOLD = /bold|black|heavy|demi|cmbx|[-,]bd\b/i;
/** Reach of an ordinary font, for those that say nothing sensible of theirs. */
const ASCENT = 0.8;
const DESCENT = 0.22;
/** Text within so many degrees of level, upright or upside down is that: scans are askew, slanted stamps are not. */
const ASKEW = 10;
/** A drawn line is at most this thick, in points, and at least this long. */
const RULE_THICKNESS = 2.5;
const RULE_LENGTH = 30;
/** A list's dot that is drawn and no letter: as browsers draw them. In points. */
const SMALLEST_DOT = 1.5;
const LARGEST_DOT = 8;
/** Saved states deeper than this are a loop's work; they are counted, and not kept. */
const DEEPEST = 512;

function fontOf(face: FontFace | null): Font {
  const ascent = face?.ascent ?? 0;
  const descent = Math.abs(face?.descent ?? 0);
  return {
    bold: BOLD.test(face?.name ?? ""),
    ascent: ascent > 0.3 && ascent < 1.3 ? ascent : ASCENT,
    descent: descent > 0.05 && descent < 0.6 ? descent : DESCENT,
    vertical: face?.vertical ?? false,
    unit: face?.fontMatrix?.[0] || 0.001,
  };
}

function angleOf(matrix: Matrix, vertical: boolean): number {
  const [x, y] = vertical ? [-matrix[2], -matrix[3]] : [matrix[0], matrix[1]];
  if (y === 0 && x > 0) return 0;
  const degrees = (Math.atan2(y, x) * 180) / Math.PI;
  const square = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - square) <= ASKEW ? square : Math.round(degrees / 5) * 5;
  return (angle + 360) % 360;
}

/** Reads the operators of one page: where its glyphs stand, and the level lines it draws. */
export class PageScan {
  readonly #frame: PageFrame;
  readonly #fonts: Map<string, Font>;
  readonly #faceOf: (id: string) => FontFace | null;
  readonly #groups = new Map<number, Glyph[]>();
  readonly #rules: Rule[] = [];
  readonly #dots: Rule[] = [];
  readonly #saved: State[] = [];
  readonly #letters: Map<string, string>;
  #lost = 0;
  #shown = 0;
  #untold = 0;
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(frame: PageFrame, seen: Seen, faceOf: (id: string) => FontFace | null) {
    this.#frame = frame;
    this.#fonts = seen.fonts;
    this.#letters = seen.letters;
    this.#faceOf = faceOf;
    this.#state = {
      ctm: frame.view,
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  /** What has been drawn so far. */
  finish(): ScannedPage {
    const groups: GlyphGroup[] = [...this.#groups].map(([angle, glyphs]) => ({ angle, glyphs }));
    groups.sort((a, b) => b.glyphs.length - a.glyphs.length);
    const { number, width, height } = this.#frame;
    const [rules, dots, shown, untold] = [this.#rules, this.#dots, this.#shown, this.#untold];
    return { number, width, height, groups, rules, dots, shown, untold };
  }

  get state(): State {
    return this.#state;
  }

  save(): void {
    if (this.#saved.length < DEEPEST) this.#saved.push({ ...this.#state });
    else this.#lost++;
  }

  restore(): void {
    if (this.#lost > 0) this.#lost--;
    else this.#state = this.#saved.pop() ?? this.#state;
  }

  transform(matrix: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, matrix);
  }

  setFont(id: string, size: number): void {
    let font = this.#fonts.get(id);
    if (font === undefined) {
      font = fontOf(this.#faceOf(id));
      this.#fonts.set(id, font);
    }
    this.#state.font = font;
    this.#state.size = size;
  }

  setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  moveText(x: number, y: number): void {
    this.setTextMatrix(stepped(this.#line, x, y));
  }

  /** A path of these bounds: a level line, a dot, or nothing that matters. */
  draw(bounds: ArrayLike<number>): void {
    const { ctm } = this.#state;
    const [x0, y0] = apply(ctm, bounds[0]!, bounds[1]!);
    const [x1, y1] = apply(ctm, bounds[2]!, bounds[3]!);
    const wide = Math.abs(x1 - x0);
    const tall = Math.abs(y1 - y0);
    const drawn = { left: Math.min(x0, x1), right: Math.max(x0, x1), y: (y0 + y1) / 2 };
    if (tall <= RULE_THICKNESS && wide >= RULE_LENGTH) this.#rules.push(drawn);
    else if (wide >= SMALLEST_DOT && wide <= LARGEST_DOT && Math.abs(wide - tall) < 0.1 * wide)
      this.#dots.push(drawn);
  }

  show(glyphs: readonly (FontGlyph | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = this.#state;
    this.#shown++;
    if (this.#isUntold(glyphs)) this.#untold++;
    if (font === null || size === 0) return;
    const matrix = multiply(ctm, this.#text);
    const shape = multiply(matrix, [size * scale, 0, 0, size, 0, rise]);
    const angle = angleOf(shape, font.vertical);
    const set = { font, matrix, angle, size: Math.hypot(shape[2], shape[3]), into: this.#groupOf(angle) };
    const unit = font.unit * size;
    let x = 0;
    let y = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        if (font.vertical) y -= (glyph / 1000) * size;
        else x -= (glyph / 1000) * size * scale;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      if (font.vertical) {
        const tall = Math.abs(glyph.vmetric?.[0] ?? 1000) * unit;
        this.#put(set, glyph.unicode, 0, y, 0, y - tall);
        y += spacing - tall;
      } else {
        const wide = glyph.width * unit * scale;
        this.#put(set, glyph.unicode, x, rise, x + wide, rise);
        x += wide + spacing * scale;
      }
    }
    this.#text = stepped(this.#text, x, y);
  }

  /** True for a string without a letter that is told; a string of nothing is what pdf.js makes of one that it cannot decode. */
  #isUntold(glyphs: readonly (FontGlyph | number)[]): boolean {
    return glyphs.every((glyph) => typeof glyph === "number" || this.#lettersOf(glyph.unicode) === FILLER);
  }

  #groupOf(angle: number): Glyph[] {
    let group = this.#groups.get(angle);
    if (group === undefined) {
      group = [];
      this.#groups.set(angle, group);
    }
    return group;
  }

  #lettersOf(unicode: string): string {
    let letters = this.#letters.get(unicode);
    if (letters === undefined) {
      letters = lettersOf(unicode) || FILLER;
      this.#letters.set(unicode, letters);
    }
    return letters;
  }

  /** Puts a glyph that reaches from (x0, y0) to (x1, y1) of text space. */
  #put(set: Setting, unicode: string, x0: number, y0: number, x1: number, y1: number): void {
    const { matrix: m, angle, font, size, into } = set;
    const text = this.#lettersOf(unicode);
    const startX = m[0] * x0 + m[2] * y0 + m[4];
    const startY = m[1] * x0 + m[3] * y0 + m[5];
    const endX = m[0] * x1 + m[2] * y1 + m[4];
    const endY = m[1] * x1 + m[3] * y1 + m[5];
    if (text === FILLER && x0 === x1 && y0 === y1) return;
    if (!this.#isShown(startX, startY, endX, endY)) return;
    let [a, b, base] = [startX, endX, startY];
    if (angle !== 0) {
      [a, base] = turned(startX, startY, angle);
      b = turned(endX, endY, angle)[0];
    }
    const { ascent, descent, bold } = font;
    const [left, right] = a <= b ? [a, b] : [b, a];
    into.push({ text, left, right, base, size, ascent, descent, bold, raised: false });
  }

  #isShown(x0: number, y0: number, x1: number, y1: number): boolean {
    const { width, height } = this.#frame;
    return (
      (x0 >= 0 || x1 >= 0) &&
      (x0 <= width || x1 <= width) &&
      (y0 >= 0 || y1 >= 0) &&
      (y0 <= height || y1 <= height)
    );
  }
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
