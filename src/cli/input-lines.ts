import { createReadStream } from "node:fs";
import { Failure } from "./failure.ts";
import { attempt, STDIN } from "./input.ts";

/** A line of a file, without its end. */
export interface InputLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Uint8Array;
}

const LF = 10;
/** Bytes of the longest line: no string of JavaScript is longer. */
const LONGEST = 500_000_000;

/** The lines of a file, or of standard input, one in memory at a time. Throws a {@link Failure}. */
export async function* inputLines(path: string): AsyncGenerator<InputLine> {
  const stream = path === STDIN ? process.stdin : createReadStream(path, { highWaterMark: 2 ** 20 });
  let number = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const line = (): InputLine => {
    const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    [pieces, length] = [[], 0];
    return { number: ++number, bytes };
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
        pieces.push(chunk.subarray(start, end));
        yield line();
        start = end + 1;
      }
      if (start < chunk.length) pieces.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > LONGEST)
        throw new Failure("too-large", path, `line ${number + 1} has more than 500 MB; it is no JSON Lines.`);
    }
  } catch (error) {
    attempt(path, () => {
      throw error;
    });
  }
  if (pieces.length > 0) yield line();
}
