import { expect, test } from "vitest";
import { MemoryArchive } from "../../src/archive/index.ts";
import { readOriginal } from "../../src/desk/read-original.ts";
import { dispatch, entry } from "../contract/entries.ts";

test.each([
  ["a file by its name", "/desk/inbox/talk one.pdf", "talk one.pdf"],
  ["a file that was sent by its name", "upload:talk.docx", "talk.docx"],
  [
    "a page of a capture by its document's id",
    "upload:pages.warc#https://ferry.example/one",
    "special-dispatch-1.warc",
  ],
  [
    "a page of a packed capture, which is kept unpacked",
    "/in/pages.warc.gz#https://ferry.example/",
    "special-dispatch-1.warc",
  ],
  ["a line by its document's id", "/in/talks.jsonl#12", "special-dispatch-1.jsonl"],
  ["a file whose name has a #", "/in/talk #1.txt", "talk #1.txt"],
])("an original is called: %s", (_, origin, name) => {
  const archive = new MemoryArchive();
  archive.add([{ ...entry("a.txt", dispatch(1)), origin }]);
  const input = { document: "special-dispatch-1", version: undefined };
  expect(readOriginal(input, { archive }).name).toBe(name);
});
