import type { Glyph, GlyphGroup, Rule, ScannedPage } from "./glyph.ts";
import { FILLER, lettersOf } from "./letter.ts";
import { IDENTITY, type Matrix, matrixOf, multiply, turned } from "./matrix.ts";

/** What is read of pdf.js's operator lists: see its `OPS`. */
export type OperatorCodes = Readonly<Record<string, number>>;

/** A page's operators, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

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

interface FontGlyph {
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
class PageScan {
  readonly #frame: PageFrame;
  readonly #fonts: Map<string, Font>;
  readonly #faceOf: (id: string) => FontFace | null;
  readonly #groups = new Map<number, Glyph[]>();
  readonly #rules: Rule[] = [];
  readonly #saved: State[] = [];
  #lost = 0;
  #state: State;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;

  constructor(frame: PageFrame, fonts: Map<string, Font>, faceOf: (id: string) => FontFace | null) {
    this.#frame = frame;
    this.#fonts = fonts;
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

  read(list: OperatorList, actions: readonly (Action | undefined)[]): ScannedPage {
    for (let i = 0; i < list.fnArray.length; i++)
      actions[list.fnArray[i]!]?.(this, list.argsArray[i] as never);
    const groups: GlyphGroup[] = [...this.#groups].map(([angle, glyphs]) => ({ angle, glyphs }));
    groups.sort((a, b) => b.glyphs.length - a.glyphs.length);
    const { number, width, height } = this.#frame;
    return { number, width, height, groups, rules: this.#rules };
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
    this.setTextMatrix(multiply(this.#line, [1, 0, 0, 1, x, y]));
  }

  rule(bounds: ArrayLike<number>): void {
    const { ctm } = this.#state;
    const [x0, y0] = apply(ctm, bounds[0]!, bounds[1]!);
    const [x1, y1] = apply(ctm, bounds[2]!, bounds[3]!);
    if (Math.abs(y1 - y0) > RULE_THICKNESS || Math.abs(x1 - x0) < RULE_LENGTH) return;
    this.#rules.push({ left: Math.min(x0, x1), right: Math.max(x0, x1), y: (y0 + y1) / 2 });
  }

  show(glyphs: readonly (FontGlyph | number)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, ctm } = this.#state;
    if (font === null || size === 0) return;
    const matrix = multiply(ctm, this.#text);
    const shape = multiply(matrix, [size * scale, 0, 0, size, 0, rise]);
    const angle = angleOf(shape, font.vertical);
    const height = Math.hypot(shape[2], shape[3]);
    const into = this.#groupOf(angle);
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
        const tall = Math.abs(glyph.vmetric?.[0] ?? 1000) * font.unit * size;
        this.#put(into, glyph, matrix, [0, y], [0, y - tall], angle, height, font);
        y += spacing - tall;
      } else {
        const wide = glyph.width * font.unit * size * scale;
        this.#put(into, glyph, matrix, [x, rise], [x + wide, rise], angle, height, font);
        x += wide + spacing * scale;
      }
    }
    this.#text = multiply(this.#text, [1, 0, 0, 1, x, y]);
  }

  #groupOf(angle: number): Glyph[] {
    let group = this.#groups.get(angle);
    if (group === undefined) {
      group = [];
      this.#groups.set(angle, group);
    }
    return group;
  }

  #put(
    into: Glyph[],
    glyph: FontGlyph,
    matrix: Matrix,
    from: readonly [number, number],
    to: readonly [number, number],
    angle: number,
    size: number,
    font: Font,
  ): void {
    const text = lettersOf(glyph.unicode) || FILLER;
    const [x0, y0] = apply(matrix, from[0], from[1]);
    const [x1, y1] = apply(matrix, to[0], to[1]);
    if (!this.#isShown(x0, y0, x1, y1) || (text === FILLER && x0 === x1 && y0 === y1)) return;
    const [a, base] = turned(x0, y0, angle);
    const [b] = turned(x1, y1, angle);
    const { ascent, descent, bold } = font;
    into.push({ text, left: Math.min(a, b), right: Math.max(a, b), base, size, ascent, descent, bold });
  }

  #isShown(x0: number, y0: number, x1: number, y1: number): boolean {
    const { width, height } = this.#frame;
    return (
      Math.max(x0, x1) >= 0 &&
      Math.min(x0, x1) <= width &&
      Math.max(y0, y1) >= 0 &&
      Math.min(y0, y1) <= height
    );
  }
}

function apply(m: Matrix, x: number, y: number): readonly [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

type Action = (scan: PageScan, args: never) => void;

function setGState(scan: PageScan, [entries]: readonly [readonly (readonly [string, unknown])[]]): void {
  for (const [key, value] of entries) {
    if (key === "Font") scan.setFont(...(value as readonly [string, number]));
  }
}

/** What each operator does to a scan, by the code that `codes` gives it; all others draw no text. */
function actionsOf(codes: OperatorCodes): readonly (Action | undefined)[] {
  const byName: Record<string, Action> = {
    save: (scan) => scan.save(),
    restore: (scan) => scan.restore(),
    transform: (scan, args) => scan.transform(matrixOf(args)),
    paintFormXObjectBegin: (scan, [matrix]: readonly [unknown]) => {
      scan.save();
      scan.transform(matrixOf(matrix));
    },
    paintFormXObjectEnd: (scan) => scan.restore(),
    beginText: (scan) => scan.setTextMatrix(IDENTITY),
    setFont: (scan, [id, size]: readonly [string, number]) => scan.setFont(id, size),
    setGState,
    setTextMatrix: (scan, [matrix]: readonly [unknown]) => scan.setTextMatrix(matrixOf(matrix)),
    setCharSpacing: (scan, [value]: readonly [number]) => {
      scan.state.charSpacing = value;
    },
    setWordSpacing: (scan, [value]: readonly [number]) => {
      scan.state.wordSpacing = value;
    },
    setHScale: (scan, [value]: readonly [number]) => {
      scan.state.scale = value / 100;
    },
    setLeading: (scan, [value]: readonly [number]) => {
      scan.state.leading = -value;
    },
    setTextRise: (scan, [value]: readonly [number]) => {
      scan.state.rise = value;
    },
    moveText: (scan, [x, y]: readonly [number, number]) => scan.moveText(x, y),
    setLeadingMoveText: (scan, [x, y]: readonly [number, number]) => {
      scan.state.leading = y;
      scan.moveText(x, y);
    },
    nextLine: (scan) => scan.moveText(0, scan.state.leading),
    showText: (scan, [glyphs]: readonly [readonly (FontGlyph | number)[]]) => scan.show(glyphs),
    constructPath: (scan, [, , bounds]: readonly [unknown, unknown, ArrayLike<number> | null]) => {
      if (bounds !== null && bounds !== undefined && bounds.length === 4) scan.rule(bounds);
    },
  };
  const actions: (Action | undefined)[] = [];
  for (const [name, action] of Object.entries(byName)) {
    const code = codes[name];
    if (code !== undefined) actions[code] = action;
  }
  return actions;
}

/** Reads pages one after the other; a font is looked at once. `faceOf` gives the font of an operator's id, or null. */
export class PageScanner {
  readonly #actions: readonly (Action | undefined)[];
  readonly #fonts = new Map<string, Font>();

  constructor(codes: OperatorCodes) {
    this.#actions = actionsOf(codes);
  }

  scan(list: OperatorList, frame: PageFrame, faceOf: (id: string) => FontFace | null): ScannedPage {
    return new PageScan(frame, this.#fonts, faceOf).read(list, this.#actions);
  }
}
