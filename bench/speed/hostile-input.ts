import { check, shelve } from "../../src/check/index.ts";
import { prepare, verify } from "../../src/core/index.ts";
import { readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { madeUpProse } from "./workload.ts";

/** A text made to cost much, and what must be found in it. */
interface HostileInput {
  readonly expected: string;
  /** Does the work; answers what was found. */
  run(): string;
}

const MEGABYTE = 1_000_000;
const DEEP = 10_000;

function statusIn(source: string, quotation: string): string {
  return verify(quotation, prepare(source)).status;
}

/** A text's whole way: bytes to text, document, shelf, and a check of a story against it; the statuses found. */
function checked(source: string, story: string): string {
  const text = (content: string, name: string) => readText(new TextEncoder().encode(content), name);
  const shelf = shelve([readDocument(text(source, "source.txt"), "source.txt")]);
  const { findings } = check(
    { name: "story.txt", text: text(story, "story.txt"), sha256: "0".repeat(64) },
    shelf,
  );
  return [...new Set(findings.map(({ status }) => status))].join(", ");
}

/** By name; each is run in a process of its own, whose time and memory are measured. */
export const HOSTILE_INPUTS: Readonly<Record<string, HostileInput>> = {
  "1 MB of one word, 200 of them quoted": {
    expected: "verbatim",
    run: () => statusIn("tide ".repeat(MEGABYTE / 5), "tide ".repeat(200)),
  },
  // A word that is all the source has tells nothing, so no place explains what else is quoted.
  "1 MB of one word, 200 of them quoted with another among them": {
    expected: "absent",
    run: () => statusIn("tide ".repeat(MEGABYTE / 5), `${"tide ".repeat(100)}bell ${"tide ".repeat(99)}`),
  },
  "1 MB of two words by turns, 200 of them quoted": {
    expected: "verbatim",
    run: () => statusIn("tide bell ".repeat(MEGABYTE / 10), "tide bell ".repeat(100)),
  },
  "1 MB of two words by turns, 200 of them quoted with one dropped": {
    expected: "altered",
    run: () =>
      statusIn("tide bell ".repeat(MEGABYTE / 10), `${"tide bell ".repeat(50)}${"bell tide ".repeat(50)}`),
  },
  "one line of 5 MB, quoted once": {
    expected: "verbatim",
    run: () => {
      const line = madeUpProse(5 * MEGABYTE).replace(/\s+/gu, " ");
      return checked(line, `The keeper said: “${line.slice(0, 200).replace(/\s\S*$/u, "")}”`);
    },
  },
  "10,000 opening marks never closed": {
    expected: "many",
    run: () => {
      const found = checked("The lamp is lit at dusk.", "“the lamp is ".repeat(DEEP));
      return found === "" ? "none" : "many";
    },
  },
  "10,000 brackets deep": {
    expected: "verbatim",
    run: () =>
      statusIn(`The lamp ${"[".repeat(DEEP)}is${"]".repeat(DEEP)} lit at dusk`, "The lamp lit at dusk"),
  },
  "10,000 brackets deep in the quotation": {
    expected: "marked",
    run: () =>
      statusIn("The lamp lit at dusk", `The lamp ${"[".repeat(DEEP)}is${"]".repeat(DEEP)} lit at dusk`),
  },
};

const [, script, name] = process.argv;
if (name !== undefined && script !== undefined && import.meta.filename === script) {
  const found = HOSTILE_INPUTS[name]!.run();
  console.log(JSON.stringify({ found, kilobytes: process.resourceUsage().maxRSS }));
}
