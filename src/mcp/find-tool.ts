import type { Report } from "../check/index.ts";
import { reportSchema } from "../check/report.ts";
import { findInput } from "../desk/index.ts";
import { documentLines, findingText } from "./finding-text.ts";
import type { Tool } from "./tool.ts";

export const findTool: Tool<typeof findInput, Report> = {
  name: "find_quotation",
  title: "Find a quotation",
  description: [
    "Says where some words stand in the archive and whose they are. Use it for one quotation that you remember or were given, before you repeat it, and to learn who said it and where. The words may be slightly wrong: what differs from the source is told word by word. For words on a subject use search_archive; for a whole text use check_text.",
    "Give the words as quoted, without quotation marks; … and [ ] in them are understood. With `by` it is also checked that they are that person's.",
    "The status is that of check_text. A match is with the source held, not with the truth. Absent means that no source has the words: the nearest passages are shown and are not the source. Undecided is not absent. Never present words that are altered, spliced or absent as verbatim: quote the source's words that are shown.",
  ].join("\n\n"),
  input: findInput,
  output: reportSchema,
  ask: (desk, input, signal) => desk.findWords(input, signal),
  text: ({ findings }) =>
    [...findings.map((finding) => findingText(finding, true)), ...documentLines(findings)].join("\n"),
};
