import type { Report } from "../check/index.ts";
import { reportSchema } from "../check/report.ts";
import { checkInput } from "../desk/index.ts";
import { reportText } from "./report-text.ts";
import type { Tool } from "./tool.ts";

export const checkTool: Tool<typeof checkInput, Report> = {
  name: "check_text",
  title: "Check quotations",
  description: [
    "Checks every quotation in a text, word by word, against the sources in the archive, and says whose the words are. Use it on your own answer before you give it, whenever it quotes anybody, and on any text whose quotations are in question. Send the whole text with its quotation marks and with the words that credit somebody (“…,” Orla Finch said): who is credited is checked too.",
    "Each quotation is verbatim, marked (it differs, and shows it by … or [ ]), altered, spliced, absent or undecided. Beside the status stands the voice: words can be verbatim and still be the interviewer's, the editor's or another's (wrong-voice, wrong-speaker).",
    "Verbatim and marked mean that the words match the source held, often a translation; not that what they say is true. Absent means that no source has them: the nearest passages are shown and are not the source. Undecided is not absent: it cannot be told, for the reason given; say neither that it is right nor that it is wrong. Never present an altered, spliced or absent quotation as somebody's words: put the source's words there, mark what was changed, or drop the quotation; then check again.",
    "`documents` or `sources` narrow it to these documents, or to texts sent along, alone.",
  ].join("\n\n"),
  input: checkInput,
  output: reportSchema,
  ask: (desk, input, signal) => desk.checkText(input, signal),
  text: reportText,
};
