import type { ScannedPage } from "./glyph.ts";
import { IDENTITY, matrixOf } from "./matrix.ts";
import { type FontFace, type FontGlyph, type PageFrame, PageScan, type Seen } from "./page-scan.ts";

/** What is read of pdf.js's operator lists: see its `OPS`. */
export type OperatorCodes = Readonly<Record<string, number>>;

/** A page's operators, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
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
      if (bounds !== null && bounds !== undefined && bounds.length === 4) scan.draw(bounds);
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
  readonly #seen: Seen = { fonts: new Map(), letters: new Map() };

  constructor(codes: OperatorCodes) {
    this.#actions = actionsOf(codes);
  }

  scan(list: OperatorList, frame: PageFrame, faceOf: (id: string) => FontFace | null): ScannedPage {
    const page = new PageScan(frame, this.#seen, faceOf);
    for (let i = 0; i < list.fnArray.length; i++) {
      this.#actions[list.fnArray[i]!]?.(page, list.argsArray[i] as never);
    }
    return page.finish();
  }
}
