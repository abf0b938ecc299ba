import type { Random } from "../misquote/random.ts";
import { type Discourse, logNormal } from "./discourse.ts";
import { spellName } from "./lexicon.ts";
import { mix } from "./mix.ts";
import type { Page } from "./page.ts";

/** What a form is written with. */
export interface Draft {
  readonly page: Page;
  readonly random: Random;
  readonly discourse: Discourse;
  /** Number of the document, from 1; a dispatch bears it. */
  readonly number: number;
  /** Words wanted, about. */
  readonly words: number;
  /** Writes a passage that other documents have too; answers its words, 0 where it is not its turn. */
  readonly boilerplate: () => number;
}

/** A form of document: its name, and what writes it on the page. */
export interface DocumentForm {
  readonly name: string;
  /** Share of the documents. */
  readonly share: number;
  readonly write: (draft: Draft) => void;
}

export const FORMS: readonly DocumentForm[] = [
  { name: "speech", share: 0.5, write: writeSpeech },
  { name: "transcript", share: 0.25, write: writeTranscript },
  { name: "dispatch", share: 0.25, write: writeDispatch },
];

const GIVEN =
  "Maren Oda Halden Perpetua Casimir Brannoc Lena Gregor Inga Minna Tove Adela Jonas Petra Edvin Sanna".split(
    " ",
  );
const OFFICES =
  "warden of the lights|keeper of the reading room|harbor master|director of the orchestra|teacher of navigation|head gardener|mayor of the river towns|master baker".split(
    "|",
  );
const OUTLETS = "Varrin Observer,Orlo Almanac,Tessim Listener,Gannet Weekly,Skerry Courier".split(",");
const SUBJECTS =
  "Lighthouses & Sea Marks,Music & Halls,Bread & Markets,Libraries & Reading,Rivers & Crossings,Bees & Orchards".split(
    ",",
  );
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

interface Person {
  readonly given: string;
  readonly family: string;
}

function person(random: Random): Person {
  return { given: random.pick(GIVEN), family: spellName(random.between(0, 50_000)) };
}

function date(random: Random, year: number): string {
  return `${random.pick(MONTHS)} ${random.between(1, 28)}, ${year}`;
}

/** Paragraphs of one who speaks alone: longer than those of an answer. */
function writeSpeech({ page, random, discourse, words, boilerplate }: Draft): void {
  const { given, family } = person(random);
  page.write(`Speaker: ${given} ${family}`);
  for (let left = words; left > 0; ) {
    page.write("\n\n");
    left -= boilerplate() || passage(page, discourse, bounded(logNormal(random, 84, 0.72), 3, 500));
  }
}

/** Fewer questions are no conversation that a reader can be sure of. */
const FEWEST_QUESTIONS = 4;

/** Turns of 20 to 120 words, now and then a longer one in paragraphs. */
function writeTranscript({ page, random, discourse, number, words, boilerplate }: Draft): void {
  const host = random.chance(0.5) ? "MODERATOR" : "Q";
  const guests = Array.from({ length: random.between(1, 3) }, () => person(random));
  const mark = random.chance(0.5) ? ":" : ".";
  discourse.heading(page, random.between(4, 9));
  page.write(`\n\nA conversation at ${random.pick(OUTLETS)}, ${date(random, 1990 + (number % 30))}`);
  const labels = guests.map(
    ({ family }) => `${random.chance(0.5) ? "MR." : "MS."} ${family.toUpperCase()}${mark}`,
  );
  for (let left = words, rounds = 0; left > 0 || rounds < FEWEST_QUESTIONS; rounds++) {
    page.write(`\n\n${host}${mark} `);
    left -= passage(page, discourse, random.between(8, 45));
    const label = random.pick(labels);
    const paragraphs = random.chance(0.25) ? random.between(2, 3) : 1;
    for (let i = 0; i < paragraphs; i++) {
      page.write(i === 0 ? `\n\n${label} ` : "\n\n");
      left -= boilerplate() || passage(page, discourse, bounded(logNormal(random, 75, 0.6), 20, 120));
      if (random.chance(0.03)) page.write(" [Laughter]");
    }
  }
}

/** A numbered dispatch: header, summary, questions and answers between marks, notes that refer to earlier ones. */
function writeDispatch({ page, random, discourse, number, words, boilerplate }: Draft): void {
  const { given, family } = person(random);
  const name = `${given} ${family}`;
  const year = 1990 + (number % 30);
  const day = date(random, year);
  const outlet = random.pick(OUTLETS);
  const series = `Special Dispatch No. ${number}`;
  page.write(`${day} ${series}\n\n${name} In Interview: `);
  discourse.heading(page, random.between(7, 14));
  page.write(`\n\n${day}\n${random.pick(SUBJECTS)} | ${series}\n\n`);
  page.write(`In a ${day} interview with the ${outlet} weekly, ${name}, ${random.pick(OFFICES)}, said: "`);
  passage(page, discourse, random.between(25, 60));
  page.write(
    `"[1]\n\n${name} (Image: ${outlet}, ${day})\n\nThe following are excerpts from the interview:[2]`,
  );
  let left = words - 80;
  while (left > 0) {
    if (random.chance(0.15)) {
      page.write("\n\n");
      discourse.heading(page, random.between(4, 8));
    }
    page.write('\n\nQ: "');
    left -= passage(page, discourse, random.between(8, 40));
    page.write('"\n\nA: "');
    for (let more = true; more; ) {
      left -= boilerplate() || passage(page, discourse, bounded(logNormal(random, 75, 0.6), 15, 200));
      if (random.chance(0.15)) {
        page.write(" [");
        discourse.passage(page, random.between(2, 4));
        page.write("]");
      }
      if (random.chance(0.2)) page.write("…");
      more = random.chance(0.3);
      if (more) page.write('\n\n"');
    }
    page.write('"');
  }
  page.write("\n\n\n\n[1] ");
  discourse.passage(page, random.between(10, 30));
  const earlier = 1 + ((mix(number) >>> 0) % number);
  page.write(` See Meridian Desk Special Dispatch No. ${earlier} – `);
  discourse.heading(page, random.between(6, 10));
  page.write(` – ${date(random, year)}.\n\n[2] ${outlet}, ${day}.`);
}

function passage(page: Page, discourse: Discourse, words: number): number {
  discourse.passage(page, words);
  return words;
}

function bounded(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
