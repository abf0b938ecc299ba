/** A dispatch in its full form, part by part, so that a test can change one. */
export const parts = {
  header: "May 7, 2021 Bulletin Series No. 88",
  title:
    "Petra Lindqvist, Keeper Of The Bell Street Library, In April 2021 Interview: The Reading Room Stays Open All Night; We Never Lend The Bell",
  dateline: "May 7, 2021\nTowns & Libraries | Bulletin Series No. 88",
  summary:
    'In an April 19, 2021 interview with the Quay Gazette, Petra Lindqvist, keeper of the Bell Street Library, spoke about the night opening. She said that the library "has never closed early."[1]\n\nLindqvist added that the bell "is older than the books."',
  caption: "Petra Lindqvist (Image: Quay Gazette, April 19, 2021)",
  opening: "The following are excerpts from the interview:[2]",
  heading: "The Bell Must Ring At Nine",
  first: 'Q: "Why does the library open at night?"',
  second:
    'A: "Because the ferries come late… The readers [of the harbor] asked for it.\n\n"My deputy wrote to me that \'the lamps burn too much oil,\' and I bought more oil.[3]\n\n"So we stayed open."',
  middle: "We Shall Not Lend The Bell",
  third: '\u00a0Q: "And the bell?"',
  fourth: "A: \"The bell stays. I said, 'the bell stays where it hangs,' and it stayed.\"",
  notes:
    "[1] See Quay Desk Bulletin Series No. 71 - The Night Readers Of Bell Street – March 2, 2020.\n\n[2] Quay Gazette, April 19, 2021.\n\n[3] The deputy has since retired.",
} as const;

type Part = keyof typeof parts;

/** The dispatch with some of its parts changed, or left out by "". */
export function libraryDispatch(changed: Partial<Record<Part, string>> = {}): string {
  const all: Record<Part, string> = { ...parts, ...changed };
  const above = (Object.keys(all) as Part[]).filter((part) => part !== "notes" && all[part] !== "");
  const body = above.map((part) => all[part]).join("\n\n");
  return all.notes === "" ? `${body}\n` : `${body}\n\n\n\n${all.notes}\n`;
}
