/** Milliseconds of work before a progress line appears: shorter work needs none. */
const PATIENCE = 500;
/** Milliseconds between two drawings of the line. */
const INTERVAL = 100;

/** Draws `label done/total` on a terminal once the work has taken half a second; `clear` removes it. Elsewhere it is silent. */
export function progressLine(
  stream: NodeJS.WriteStream,
  label: string,
): { step(done: number, total: number): void; clear(): void } {
  const began = performance.now();
  let drawn = 0;
  return {
    step(done, total) {
      const now = performance.now();
      if (!stream.isTTY || now - began < PATIENCE || now - drawn < INTERVAL) return;
      drawn = now;
      stream.write(`\r\x1b[K${label} ${done}/${total}`);
    },
    clear() {
      if (drawn > 0) stream.write("\r\x1b[K");
    },
  };
}
