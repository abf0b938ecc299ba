import { duration } from "./rate-line.ts";

/** Milliseconds of work before a progress line appears: shorter work needs none. */
const PATIENCE = 500;
/** Milliseconds between two drawings of the line. */
const INTERVAL = 100;

export interface ProgressLine {
  /** How far the work is; `line` may use the seconds since it began. Drawn only where it is seen. */
  show(line: (seconds: number) => string): void;
  /** Shows `label done/total`, and the time left once a second is behind. */
  step(done: number, total: number): void;
  /** Removes the line. */
  clear(): void;
}

/** A line on a terminal that is drawn again and again once the work has taken half a second. Elsewhere it is silent. */
export function progressLine(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write">,
  label: string,
): ProgressLine {
  const began = performance.now();
  let drawn = 0;
  const show = (line: (seconds: number) => string): void => {
    const now = performance.now();
    if (!stream.isTTY || now - began < PATIENCE || now - drawn < INTERVAL) return;
    drawn = now;
    stream.write(`\r\x1b[K${line((now - began) / 1000)}`);
  };
  return {
    show,
    step: (done, total) =>
      show((seconds) => {
        const left = seconds < 1 || done === 0 ? "" : `, ${duration((seconds * (total - done)) / done)} left`;
        return `${label} ${done}/${total}${left}`;
      }),
    clear() {
      if (drawn > 0) stream.write("\r\x1b[K");
      drawn = 0;
    },
  };
}

/** Does work that tells how far it is, with a line on standard error that is gone when it ends, however it ends. */
export function withProgress<T>(label: string, work: (step: ProgressLine["step"]) => T): T {
  const progress = progressLine(process.stderr, label);
  try {
    return work(progress.step);
  } finally {
    progress.clear();
  }
}
