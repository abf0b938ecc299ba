/** A column's heading, and the side its cells stand at. */
export interface Heading {
  readonly name: string;
  readonly right: boolean;
}

/** A Markdown table with its columns padded, as the formatter of this repository wants it. */
export function markdownTable(headings: readonly Heading[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map(({ name }, column) =>
    Math.max(3, name.length, ...rows.map((cells) => cells[column]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (headings[i]!.right ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(" | ")} |`;
  const rule = headings.map(({ right }, i) =>
    right ? `${"-".repeat(widths[i]! - 1)}:` : "-".repeat(widths[i]!),
  );
  return [line(headings.map(({ name }) => name)), line(rule), ...rows.map(line)].join("\n");
}
