import { createTwoFilesPatch } from "diff";
import type { Report } from "../check/index.ts";
import {
  declaredCharset,
  decode,
  encode,
  type FormattedText,
  isMarked,
  readHtml,
  readMarkdown,
  readPlain,
} from "../formats/index.ts";
import { mended } from "../policy/mended.ts";
import { withPlainRemarks } from "../policy/plain-remarks.ts";
import { CONTROLS } from "../publish/printable.ts";
import type { CheckSettings } from "./check-settings.ts";
import type { CheckedInput, Checker } from "./checker.ts";
import { counted } from "./count.ts";
import { Failure } from "./failure.ts";
import { readFile } from "./input.ts";
import { tell } from "./stderr-line.ts";
import { writeWhole } from "./whole-file.ts";

/** Readers of the formats whose originals are the text itself. */
const READERS: ReadonlyMap<FormattedText["format"], (original: string) => FormattedText> = new Map([
  ["plain", readPlain],
  ["markdown", readMarkdown],
  ["html", readHtml],
]);

interface Mending {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly edits: number;
  readonly bytes: Uint8Array;
}

/**
 * Mends the typography of faithful quotations: prints the difference, or writes it into the files, all of them made
 * before the first is written. Answers whether the difference was printed, so that nothing more is.
 */
export function mendTypography(
  inputs: readonly CheckedInput[],
  reports: readonly Report[],
  check: Checker,
  settings: Pick<CheckSettings, "fix" | "typography" | "maxSize">,
): boolean {
  const all = inputs.map((input, i) => mendingOf(input, reports[i]!, check, settings));
  const changed = all.filter(({ edits }) => edits > 0);
  if (settings.fix === "write") {
    for (const { name, bytes } of changed) writeWhole(name, bytes);
    for (const { name, edits } of changed)
      tell(`${name}: ${counted(edits, "change")} of typography written.`);
    return false;
  }
  for (const { name, before, after } of changed) process.stdout.write(differenceOf(name, before, after));
  for (const { name, edits } of changed)
    tell(`${name}: ${counted(edits, "change")} of typography; --write makes ${edits === 1 ? "it" : "them"}.`);
  if (changed.length === 0) tell("no typography to mend.");
  return true;
}

function mendingOf(
  input: CheckedInput,
  report: Report,
  check: Checker,
  { typography, maxSize }: Pick<CheckSettings, "typography" | "maxSize">,
): Mending {
  const { name, text } = input;
  const read = READERS.get(text.format);
  if (read === undefined)
    throw new Failure(
      "unsupported",
      name,
      `is ${text.format}; --fix mends plain text, Markdown and HTML alone.`,
    );
  const old = readFile(name, maxSize);
  const { text: before, encoding } = decode(old, text.format === "html" ? declaredCharset(old) : null);
  const judge = (original: string) => {
    const again = withPlainRemarks(read(original));
    return { text: again, report: check({ ...input, text: again }) };
  };
  const { original: after, edits } = mended(before, { text, report }, typography, judge);
  return {
    name,
    before,
    after,
    edits,
    bytes: edits === 0 ? old : encoded(name, old, before, after, encoding),
  };
}

/** The bytes of the mended text, in the encoding and with the mark that the file has. */
function encoded(name: string, old: Uint8Array, before: string, after: string, encoding: string): Uint8Array {
  const marked = isMarked(old);
  const same = encode(before, encoding, marked);
  if (same === null || Buffer.compare(same, old) !== 0)
    throw new Failure(
      "unwritable",
      name,
      `has bytes that ${encoding} does not have; save it as UTF-8 first.`,
    );
  const bytes = encode(after, encoding, marked);
  if (bytes === null)
    throw new Failure("unwritable", name, `cannot have these marks in ${encoding}; save it as UTF-8 first.`);
  return bytes;
}

/** A difference as `patch` takes it; on a terminal without the characters that rewrite the screen. */
function differenceOf(name: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 2,
  });
  // The first line is a rule that only Subversion prints.
  const difference = patch.slice(patch.indexOf("\n") + 1);
  return process.stdout.isTTY ? difference.replace(CONTROLS, "\uFFFD") : difference;
}
