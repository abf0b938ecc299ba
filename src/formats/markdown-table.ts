import type { Stretch } from "./markdown-line.ts";

/** The columns of a table's delimiter row (`|---|:-:|`), or 0. A row without any `|` is a heading's underline. */
export function tableColumns(rest: string): number {
  const row = rest.trim();
  if (!row.includes("|") || !/^[-|: \t]+$/.test(row)) return 0;
  const cells = row.replace(/^\|/, "").replace(/\|$/, "").split("|");
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) ? cells.length : 0;
}

/** The cells of a table's row, trimmed; a `|` behind a backslash parts none. */
export function cells(source: string, row: Stretch): Stretch[] {
  const found: Stretch[] = [];
  let start = row.start;
  const cut = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(source[from]!)) from++;
    while (to > from && /\s/.test(source[to - 1]!)) to--;
    found.push({ start: from, end: to });
    start = end + 1;
  };
  for (let i = row.start; i < row.end; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "|") {
      if (i > row.start) cut(i);
      start = i + 1;
    }
  }
  if (start < row.end) cut(row.end);
  return found;
}
