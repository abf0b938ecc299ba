import { SegmentError } from "./segment-error.ts";

/** Bits that are sure to stand in a window of four bytes, wherever in its first byte it starts. */
export const WINDOW = 25;

/** Bytes that a reader needs to have before it: its windows are read whole. */
export const LEAST_BYTES = 4;

/**
 * Reads what a `BitWriter` wrote. Past the end it reads anything: who reads damaged bytes compares `at` with the
 * end now and then. Throws a SegmentError, `damaged`, only for numbers that no end would stop.
 *
 * Loops that must be fast keep the place in a variable and take windows with `windowAt`, which is three times as
 * fast; they come here with the few numbers that are longer than a window.
 */
export class BitReader {
  /** The next bit. */
  at: number;
  readonly view: DataView;
  /** Its last whole window; see `windowAt`. */
  readonly last: number;

  /** Starts at bit `at` of `view`, which has at least LEAST_BYTES bytes. */
  constructor(view: DataView, at: number) {
    this.view = view;
    this.last = lastWindow(view);
    this.at = at;
  }

  /** The next `width` bits, 0 to 32. */
  bits(width: number): number {
    if (width > WINDOW) return this.bits(width - 16) * 65536 + this.bits(16);
    const value = topBits(windowAt(this.view, this.last, this.at), width);
    this.at += width;
    return value;
  }

  rice(k: number): number {
    const zeros = this.#zeros();
    this.at++;
    const value = zeros * 2 ** k + this.bits(k);
    if (value > 0xffffffff) throw this.damaged("a number has too many bits");
    return value;
  }

  golomb(k: number): number {
    const zeros = this.#zeros();
    if (zeros + 1 + k > 32) throw this.damaged("a number has too many bits");
    return this.bits(zeros + 1 + k) - 2 ** k;
  }

  /** What to throw for damage noticed here. */
  damaged(reason: string): SegmentError {
    return new SegmentError("damaged", { reason, at: this.at });
  }

  /** Steps over the noughts before the next one; how many they are. */
  #zeros(): number {
    let zeros = 0;
    for (;;) {
      const run = Math.min(WINDOW, Math.clz32(windowAt(this.view, this.last, this.at)));
      this.at += run;
      zeros += run;
      if (run < WINDOW) return zeros;
      if (this.at > this.view.byteLength * 8) throw this.damaged("the page ends inside a number");
    }
  }
}

/** The first `width` bits of a window, 0 to 32. */
export function topBits(window: number, width: number): number {
  return (window >>> 1) >>> (31 - width);
}

/** The byte at which the last whole window starts. */
export function lastWindow(view: DataView): number {
  return view.byteLength - LEAST_BYTES;
}

/** At least the 25 bits from bit `at` on, from the top; noughts past the end. `last` is the view's `lastWindow`. */
export function windowAt(view: DataView, last: number, at: number): number {
  const byte = Math.min(at >>> 3, last);
  return view.getInt32(byte) << (at - (byte << 3));
}
