import { Random } from "../../bench/misquote/random.ts";
import { type File, file } from "./archived.ts";

const SMALL = "the a of and to in that we it is was for on with as our they not by from".split(" ");
const START = "ba ce di fo gu ha ki lo mu na pe ri so tu va wi zo bra cle dru fla gro".split(" ");
const END = "den lor met nis pal ret sun tov ber cam fin gal hest jun kel mord".split(" ");
/** Words that nobody has used before: 350 of them, the first ones often. */
const WORDS = START.flatMap((start) => END.map((end) => `${start}${end}`));

function word(random: Random): string {
  if (random.chance(0.45)) return random.pick(SMALL);
  return WORDS[Math.floor(WORDS.length * random.next() ** 2)]!;
}

function sentence(random: Random): string {
  const words = Array.from({ length: random.between(7, 22) }, () => word(random)).join(" ");
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

function paragraph(random: Random): string {
  return Array.from({ length: random.between(3, 8) }, () => sentence(random)).join(" ");
}

/** An interview of about so many words, in turns of one to six paragraphs, the same for the same seed. */
export function longInterview(seed: number, words: number, host = "Ida Marl", guest = "Tom Vessel"): File {
  const random = new Random(seed);
  const paragraphs: string[] = [];
  for (let count = 0, turn = 0; count < words; turn++) {
    const name = turn % 2 === 0 ? host : guest;
    const length = turn % 2 === 0 ? 1 : random.between(1, 6);
    for (let i = 0; i < length; i++) {
      const spoken = paragraph(random);
      count += spoken.split(" ").length;
      paragraphs.push(i === 0 ? `${name}: ${spoken}` : spoken);
    }
  }
  return file(`interview-${seed}.txt`, `${paragraphs.join("\n\n")}\n`);
}
