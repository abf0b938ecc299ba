import { Random, seedOf } from "../../bench/misquote/random.ts";
import type { Entry } from "../../src/archive/index.ts";
import { entryOf, type File, file } from "../check/archived.ts";

/** Which document is made: the same for the same values. */
export interface MadeDocument {
  /** From 1; a dispatch bears it. Odd ones are dispatches, even ones transcripts. */
  readonly number: number;
  /** From 1; each revision changes a few sentences of the one before. */
  readonly revision: number;
}

const PLACES =
  "the pier,the lamp house,the lower lock,the reading room,the orchard wall,the ferry stage,the weigh house,the bell loft,the salt yard,the tide gauge".split(
    ",",
  );
const DEEDS =
  "was painted by,will be repaired by,was never asked for by,is kept dry by,was measured twice by,has been forgotten by,was opened for,stands empty without,was lit again by,is not owned by".split(
    ",",
  );
const PEOPLE =
  "the pilots,two gardeners,the evening school,nobody but the baker,the bee keepers,our oldest rower,the clock makers,a band of nine,the choir,the net menders".split(
    ",",
  );
const GIVEN = "Ilse Marn Otto Runa Tamas Vera Edda Jory Lorne Petra".split(" ");
const FAMILY = "Quill Harrow Sandvik Tarn Oakes Brannock Fellow Lune Mast Weir".split(" ");
const SYLLABLES = "ba do ke li mo nu ra si ta vo ze fi gor hal jun".split(" ");
const MONTHS = "January March April May June August September October November December".split(" ");

/** Sentences of an answer, and answers of a document. */
const [SENTENCES, ANSWERS] = [4, 6];

/** The file of a made-up document: a dispatch with notes that refer to other dispatches, or a conversation. */
export function madeFile(made: MadeDocument): File {
  const name = `${made.number % 2 === 1 ? "dispatch" : "talk"}-${made.number}.txt`;
  return file(name, made.number % 2 === 1 ? dispatch(made) : conversation(made));
}

/** The file on its way into an archive; all revisions have one origin. */
export function madeEntry(made: MadeDocument): Entry {
  return entryOf(madeFile(made));
}

/** Who answers in a document. */
export function speakerOf({ number }: MadeDocument): string {
  const random = new Random(seedOf("speaker", number));
  return `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
}

/** What is answered, a paragraph each. */
export function answersOf({ number, revision }: MadeDocument): string[] {
  return Array.from({ length: ANSWERS }, (_, answer) =>
    Array.from({ length: SENTENCES }, (_, at) => {
      // One sentence in six is another one in each revision.
      const isChanged = (seedOf(number, answer, at) + revision) % 6 === 0;
      return sentence(new Random(seedOf(number, answer, at, isChanged ? revision : 0)));
    }).join(" "),
  );
}

function sentence(random: Random): string {
  const coined = (): string => Array.from({ length: 3 }, () => random.pick(SYLLABLES)).join("");
  const words = `${random.pick(PLACES)} of ${coined()} ${random.pick(DEEDS)} ${random.pick(PEOPLE)}, and ${coined()} ${random.pick(["knows", "denies", "says"])} that ${random.between(2, 900)} lamps burn there`;
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

function dispatch(made: MadeDocument): string {
  const { number, revision } = made;
  const random = new Random(seedOf("header", number));
  const day = `${random.pick(MONTHS)} ${random.between(1, 28)}, ${1990 + (number % 30)}`;
  const speaker = speakerOf(made);
  const series = `Special Dispatch No. ${number}`;
  const [first, ...others] = answersOf(made);
  const outlet = random.pick(["Varrin Observer", "Orlo Almanac", "Tessim Listener"]);
  // Odd numbers near by: some are held already, some come later, some never.
  const other = Math.max(1, number + 2 * random.between(-6, 4));
  return [
    `${day} ${series}`,
    `${speaker} In Interview: The Lamps Of ${number} Burn Again`,
    `${day}\nRivers & Crossings | ${series}`,
    `In a ${day} interview with the ${outlet} weekly, ${speaker}, keeper of the reading room, spoke about the lamps for the ${revision}. time.[1]`,
    `${speaker} (Image: ${outlet}, ${day})`,
    "The following are excerpts from the interview:[2]",
    `Q: "What has become of the lamps?"`,
    `A: "${first}"`,
    ...others.flatMap((answer, i) => [`Q: "What else was asked in the ${i + 2}. hour?"`, `A: "${answer}"`]),
    `[1] On the lamps see Meridian Desk Special Dispatch No. ${other} – The Lamps Of ${other} Burn Again – ${day}.`,
    `[2] ${outlet}, ${day}.`,
    "",
  ].join("\n\n");
}

function conversation(made: MadeDocument): string {
  const label = speakerOf(made).split(" ")[1]!.toUpperCase();
  return [
    `A Conversation About ${made.number} Boats`,
    "At the Corn Hall, Low Tessim, September 17, 2017",
    ...answersOf(made).flatMap((answer, i) => [
      `MODERATOR: What was heard in the ${i + 1}. year?`,
      `MS. ${label}: ${answer}`,
    ]),
    "",
  ].join("\n\n");
}
