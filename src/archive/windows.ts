import type { Window } from "./edition.ts";
import type { BlockRange, Proposal } from "./quotation-index.ts";

/** Whose blocks `[first, first + blocks)` of the archive are. */
export interface Holding {
  readonly edition: number;
  readonly first: number;
  readonly blocks: number;
}

/**
 * Proposals as stretches of versions, the best first, with one block more on either side: words that were changed vote
 * for no block. `holdings` answers the versions that have blocks of a range, ascending; removed ones it leaves out.
 */
export function windowsOf(
  proposals: readonly Proposal[],
  holdings: (range: BlockRange) => readonly Holding[],
): Window[] {
  const windows: Window[] = [];
  for (const { from, to } of proposals)
    for (const { edition, first, blocks } of holdings({ from, to })) {
      const start = Math.max(0, from - first - 1);
      const end = Math.min(blocks, to - first + 1);
      join(windows, { edition, from: start, to: end });
    }
  return windows;
}

/** Adds a window, or widens the one of that version that it touches, which keeps its rank. */
function join(windows: Window[], added: Window): void {
  const touching = windows.filter(
    ({ edition, from, to }) => edition === added.edition && added.from <= to && from <= added.to,
  );
  if (touching.length === 0) {
    windows.push(added);
    return;
  }
  const all = [...touching, added];
  windows[windows.indexOf(touching[0]!)] = {
    edition: added.edition,
    from: Math.min(...all.map(({ from }) => from)),
    to: Math.max(...all.map(({ to }) => to)),
  };
  for (const other of touching.slice(1)) windows.splice(windows.indexOf(other), 1);
}
