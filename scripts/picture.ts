import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Draws `docs/check.svg`, the README's picture: what the sample command prints on a terminal; `npm run picture`.
 * Only the colours and weights that `pretty` uses are understood.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const COMMAND = ["check", "samples/stories/dark-towers.md", "--against", "samples/sources"];
/** Lines of output drawn: the first findings, then the count. */
const LINES = 34;
const COLUMNS = 118;
const [CHARACTER, LINE] = [7.6, 18];

const PAINTS: Readonly<Record<string, string>> = {
  "1": "font-weight:bold",
  "2": "fill:#8b949e",
  "4": "text-decoration:underline",
  "31": "fill:#ff7b72",
  "32": "fill:#7ee787",
  "33": "fill:#e3b341",
  "36": "fill:#79c0ff",
};
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  "22": ["1", "2"],
  "24": ["4"],
  "39": ["31", "32", "33", "36"],
};

function escaped(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/ /gu, "\u00A0");
}

/** One line with its escape sequences, as SVG spans; cut at the picture's width. */
function spans(line: string): string {
  const open = new Set<string>();
  let left = COLUMNS;
  let drawn = "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one.
  for (const part of line.split(/(\u001B\[\d+m)/u)) {
    const code = part.startsWith("\u001B[") ? part.slice(2, -1) : null;
    if (code === null) {
      const shown = part.slice(0, left);
      left -= shown.length;
      if (shown !== "")
        drawn += `<tspan style="${[...open].map((paint) => PAINTS[paint]).join(";")}">${escaped(shown)}</tspan>`;
    } else if (CLOSES[code] !== undefined) for (const paint of CLOSES[code]) open.delete(paint);
    else if (PAINTS[code] !== undefined) open.add(code);
  }
  return drawn;
}

function output(): string[] {
  const options = { cwd: root, encoding: "utf8", env: { ...process.env, FORCE_COLOR: "1" } } as const;
  try {
    return execFileSync(process.execPath, ["src/cli/main.ts", ...COMMAND], options)
      .trimEnd()
      .split("\n");
  } catch (error) {
    return (error as { stdout: string }).stdout.trimEnd().split("\n");
  }
}

const printed = output();
const lines = [
  `$ npx saidso ${COMMAND.join(" ")}`,
  ...printed.slice(0, LINES),
  "         …",
  "",
  printed[printed.length - 1]!,
];
const [width, height] = [Math.ceil(COLUMNS * CHARACTER + 32), lines.length * LINE + 32];
const drawn = lines.map((line, i) => `<text x="16" y="${30 + i * LINE}">${spans(line)}</text>`).join("\n");
writeFileSync(
  new URL("../docs/check.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What saidso check prints: each quotation with its status, the differing words, whose they are and where they stand">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="12.6" fill="#e6edf3">
${drawn}
</g>
</svg>
`,
);
