import { type FormattedText, hasLines, LineIndex } from "../formats/index.ts";

/**
 * Lines and columns as a table of stretches: from `starts[i]` on the text stands at `lines[i]` and `columns[i]`; where
 * `steady[i]` is 1, each unit of the text is a column on, else all are at that one.
 */
interface PositionTable {
  readonly starts: Uint32Array;
  readonly lines: Uint32Array;
  readonly columns: Uint32Array;
  readonly steady: Uint8Array;
}

/** A text as it crosses threads; `table` is null where its lines are its own text's. */
export interface PortableText extends Omit<FormattedText, "position"> {
  readonly table: PositionTable | null;
}

export function portableText({ position, ...text }: FormattedText): PortableText {
  const table = hasLines(text.format) ? tableOf(text.text.length, position) : null;
  return { ...text, table };
}

/** The text that {@link portableText} was given. */
export function textOfPortable({ table, ...text }: PortableText): FormattedText {
  if (table === null) {
    const index = new LineIndex(text.text);
    return { ...text, position: (offset) => index.position(offset) };
  }
  const { starts, lines, columns, steady } = table;
  return {
    ...text,
    position(offset) {
      const at = Math.min(Math.max(offset, 0), text.text.length);
      const i = lastUpTo(starts, at);
      return { line: lines[i]!, column: columns[i]! + (steady[i] === 1 ? at - starts[i]! : 0) };
    },
  };
}

/** Asks for the position of each offset: a way back may go forward, back or stand still at any of them. */
function tableOf(length: number, position: FormattedText["position"]): PositionTable {
  const starts: number[] = [];
  const lines: number[] = [];
  const columns: number[] = [];
  const steady: number[] = [];
  let run = { start: 0, line: 0, column: 0, step: -1 };
  for (let at = 0; at <= length; at++) {
    const { line, column } = position(at);
    const step = line !== run.line ? -1 : column - run.column;
    const continues =
      run.step < 0
        ? at === run.start + 1 && (step === 0 || step === 1)
        : step === run.step * (at - run.start);
    if (continues) {
      run.step = run.step < 0 ? step : run.step;
      continue;
    }
    if (at > 0) steady.push(run.step === 0 ? 0 : 1);
    run = { start: at, line, column, step: -1 };
    starts.push(at);
    lines.push(line);
    columns.push(column);
  }
  steady.push(run.step === 0 ? 0 : 1);
  return {
    starts: Uint32Array.from(starts),
    lines: Uint32Array.from(lines),
    columns: Uint32Array.from(columns),
    steady: Uint8Array.from(steady),
  };
}

/** Index of the last of the ascending numbers that is at most `value`. The first must be. */
function lastUpTo(numbers: Uint32Array, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
