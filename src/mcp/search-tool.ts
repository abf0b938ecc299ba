import type { SearchPage } from "../archive/index.ts";
import { searchInput, searchOutput } from "../desk/index.ts";
import { searchText } from "./search-text.ts";
import type { Tool } from "./tool.ts";

export const searchTool: Tool<typeof searchInput, SearchPage> = {
  name: "search_archive",
  title: "Search the archive",
  description: [
    'Finds passages of the archive\'s documents that have all the words, the nearest first, and says whose words each passage is. Use it to find what somebody said on a subject, or which documents are held. It matches words, not meanings: use few, telling ones, `begin*` for all endings of a word, and "a phrase" in quotation marks for words that follow each other; where nothing is found, try fewer or others.',
    "Filters narrow it by speaker, outlet, subject, series, language and date; `voice` to the words of speakers, interviewers or editors: with `speaker` and without `voice` they are that speaker's own words. `offset` pages through.",
    "To quote from a hit, copy its text exactly and mind its voice: an interviewer's question and an editor's note are not the speaker's words. read_passage gives what stands around it, and a citation.",
  ].join("\n\n"),
  input: searchInput,
  output: searchOutput,
  ask: (desk, input, signal) => desk.searchPassages(input, signal),
  text: searchText,
};
