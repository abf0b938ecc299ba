import type { Prepared } from "./prepared.ts";
import { segmentOf } from "./prepared.ts";
import { Flag } from "./tokens.ts";

/** Words that make what follows, or what went before, hold only under a condition. Folded; see rules of quotation, `condition-cut`. */
const CONDITIONS = new Set(
  "if unless whether provided providing lest si sauf pourvu wenn falls sofern إذا لو لولا بشرط إلا אם אלא если".split(
    " ",
  ),
);
/** Before "if", these make it no condition of the quoted clause. */
const NO_CONDITION_BEFORE = new Set([
  "as",
  "even",
  "ask",
  "asked",
  "wonder",
  "wondered",
  "see",
  "know",
  "what",
  "comme",
  "même",
]);

/** A head that ends like this reports or denies the clause that follows: "I do not think that", "they claim that". */
const GOVERNING_HEADS: readonly RegExp[] = [
  /\b(?:not|n't|never|no longer|hardly|cannot) (?:\S+ )?(?:think|thinks|thought|believe|believes|believed|say|says|said|saying|mean|means|meant|suggest|suggesting|expect|expects|claim|claiming|know|knows|see|agree|accept|imagine|suppose|feel|hope|sure|certain|convinced|clear|true|case|argue)(?: \S+)?(?: that)?$/u,
  /\b(?:i|we|he|she|they|you) (?:doubt|deny|denied|doubted|deny that|refuse to believe)(?: \S+)?(?: that| whether)?$/u,
  /\b(?:they|he|she|you|people|some|many|others|critics|opponents|those who|everyone|everybody|someone|who|rumou?rs?|papers|newspapers) (?:\S+ )?(?:claim|claims|claimed|say|says|said|think|thinks|thought|believe|believes|believed|allege|alleges|alleged|pretend|pretends|pretended|argue|argues|argued|insist|insists|insisted|imagine|imagines|suppose|supposed|assume|assumed|accuse|told (?:us|me|them))(?: that)?$/u,
  /\bit (?:is|was|would be) (?:\S+ )?(?:not true|false|untrue|wrong|a lie|a myth|nonsense|absurd|claimed|alleged|said|rumou?red|impossible)(?: \S+)? that$/u,
  /\b(?:imagine|suppose|supposing|assume|assuming|pretend|as though|as if|so-called) that$/u,
  /\b(?:je|nous|on) (?:ne |n')(?:\S+ )?(?:pense|pensons|crois|croyons|dis|dit|disons) (?:pas|jamais|plus) (?:que|qu)\S*$/u,
  /\b(?:ils|elles|il|elle|certains|on) (?:prétend|prétendent|disent|affirment|croient) (?:que|qu)\S*$/u,
  /(?:لا|لم|لن) (?:أعتقد|اعتقد|أظن|نعتقد|نظن|أقول|نقول|يعني)(?: \S+)? ?(?:أن|أنه|أنها|بأن|إن)?$/u,
  /(?:يزعمون|يزعم|تزعم|يدعون|يقولون|زعموا|يدعي) ?(?:أن|أنه|أنها|بأن|إن)$/u,
];

/** Tails that begin like this take back what went before. */
const TAKING_BACK = new Set("but except mais sauf aber sondern pero لكن ولكن إلا אבל".split(" "));

/** Words of a sentence looked at on either side of a cut: the longest sentences people speak. */
const REACH = 80;

/**
 * The unquoted words of the cut sentence that govern the quoted ones, as places in the source, or null.
 * `first` and `last` are the places of the quotation's first and last words. Only words in the same voice count:
 * what frames a third party's words is judged as a voice, not as a condition.
 */
export function governingCut(
  prepared: Prepared,
  first: number,
  last: number,
): { from: number; to: number } | null {
  return governingHead(prepared, first) ?? governingTail(prepared, last);
}

function governingHead(prepared: Prepared, first: number): { from: number; to: number } | null {
  const head: number[] = [];
  for (
    let i = first;
    i > 0 && !startsSentence(prepared, i) && first - i < REACH && sameVoice(prepared, i - 1, first);
    i--
  )
    if ((prepared.tokens.flags[i - 1]! & Flag.supplied) === 0) head.unshift(i - 1);
  if (head.length === 0) return null;
  const words = head.map((place) => wordAt(prepared, place));
  const condition = words.findIndex(
    (word, i) => CONDITIONS.has(word) && !NO_CONDITION_BEFORE.has(words[i - 1] ?? ""),
  );
  if (condition >= 0) return { from: head[condition]!, to: first };
  const text = words.join(" ");
  return GOVERNING_HEADS.some((pattern) => pattern.test(text)) ? { from: head[0]!, to: first } : null;
}

function governingTail(prepared: Prepared, last: number): { from: number; to: number } | null {
  const tail: number[] = [];
  const { count, flags } = prepared.tokens;
  for (
    let i = last + 1;
    i < count && !startsSentence(prepared, i) && i - last < REACH && sameVoice(prepared, i, last);
    i++
  )
    if ((flags[i]! & Flag.supplied) === 0) tail.push(i);
  if (tail.length === 0) return null;
  const words = tail.map((place) => wordAt(prepared, place));
  const end = { to: tail[tail.length - 1]! + 1 };
  if (TAKING_BACK.has(words[0]!)) return { from: tail[0]!, ...end };
  const condition = words.findIndex(
    (word, i) => CONDITIONS.has(word) && word !== "whether" && !NO_CONDITION_BEFORE.has(words[i - 1] ?? ""),
  );
  // A condition after another clause has begun governs that clause, not the quoted one.
  const clauses = tail
    .slice(1, condition + 1)
    .filter((place) => (flags[place]! & Flag.clauseBefore) !== 0).length;
  return condition >= 0 && clauses <= 1 ? { from: tail[condition]!, ...end } : null;
}

function startsSentence(prepared: Prepared, place: number): boolean {
  return (prepared.tokens.flags[place]! & (Flag.sentenceBefore | Flag.omissionBefore)) !== 0;
}

function sameVoice(prepared: Prepared, a: number, b: number): boolean {
  const [x, y] = [segmentOf(prepared, a), segmentOf(prepared, b)];
  return x.turnKey === y.turnKey && x.voice.kind === y.voice.kind && x.voice.name === y.voice.name;
}

function wordAt(prepared: Prepared, place: number): string {
  return prepared.vocabulary.word(prepared.tokens.word[place]!);
}
