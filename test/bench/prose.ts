import { Random } from "../../bench/misquote/random.ts";

const SUBJECTS =
  "the ferry,the old pier,our orchestra,the baker,every gardener,the library,a quiet harbor,the lamp keeper,the council,her brother".split(
    ",",
  );
const VERBS =
  "carries,needs,does not want,will never open,can repair,should remember,is watching,mended,has painted,lifted".split(
    ",",
  );
const OBJECTS =
  "the northern gate,twelve baskets of flour,a well-known song,its first bell,the gardens of Alder,three hundred letters,no other boat,the glass houses,an unfinished map,the fine offices".split(
    ",",
  );
const TAILS =
  "before the market opens,when the tide is low,with Marrow and Tovey,since the winter of 1931,because nobody else could,although it's late,- or so they said -,under the lindens,without a lantern,for the children of Quayside".split(
    ",",
  );

/** A sentence nobody ever said. */
function sentence(random: Random): string {
  const words = [
    SUBJECTS,
    VERBS,
    OBJECTS,
    TAILS,
    [`and ${random.pick(VERBS)} ${random.pick(OBJECTS)} ${random.pick(TAILS)}`],
  ]
    .map((list) => random.pick(list))
    .join(" ");
  const quoted = random.chance(0.2) ? `, as “Blue ${random.pick(["Heron", "Anchor"])}” shows` : "";
  return `${words[0]!.toUpperCase()}${words.slice(1)}${quoted}.`;
}

function paragraph(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

/** One speaker's speech in several paragraphs, the same for the same seed. */
export function speech(seed: number): string {
  const random = new Random(seed);
  return ["Keeper: Orla Fenn", ...Array.from({ length: 8 }, () => paragraph(random, 5))].join("\n\n");
}

/** A conversation of two named speakers and the public's questions, the same for the same seed. */
export function conversation(seed: number): string {
  const random = new Random(seed);
  const rounds = Array.from({ length: 6 }, () => [
    `MR. ABLE: ${paragraph(random, 3)}`,
    `MS. BROOK: ${paragraph(random, 4)}`,
  ]);
  return rounds.flat().join("\n\n");
}
