import { type PassageAnswer, passageInput, passageOutput } from "../desk/index.ts";
import { passageText } from "./passage-text.ts";
import type { Tool } from "./tool.ts";

export const readTool: Tool<typeof passageInput, PassageAnswer> = {
  name: "read_passage",
  title: "Read a passage",
  description: [
    "Reads a passage of a document in the archive as it is printed, with as many passages before and after it as you ask for, and gives a citation, selectors and an address fragment of it. Use it before you quote or summarise a passage, to see what question it answers and what limits it, and to cite it. Ids of documents and passages are those that search_archive, find_quotation and check_text give; without `passage` it begins at the document's first, so that `after` reads a document page by page.",
    "Each passage says whose words it is: the speaker's, the interviewer's, the editor's; `quoted` are stretches that are a third party's. Words in [ ] were supplied by the editor and … or [...] is an omission of the document's own: keep them when you quote. Cut a passage only with … and add only in [ ].",
  ].join("\n\n"),
  input: passageInput,
  output: passageOutput,
  ask: (desk, input, signal) => desk.readPassage(input, signal),
  text: passageText,
};
