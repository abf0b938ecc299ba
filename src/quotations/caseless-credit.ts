import type { Passage } from "./passage.ts";
import { isTerminal, type Token } from "./token.ts";

/** Who is credited in a script without capitals. `from` = `to` where the verb alone stands for him. */
export interface CaselessCredit {
  readonly from: number;
  readonly to: number;
  readonly cue: string;
  /** Token of the verb. */
  readonly verb: number;
  readonly pronoun: "he" | "she" | "they" | null;
  readonly firstPerson: boolean;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const masculine = words(
  `قال أضاف اضاف صرح صرّح أكد أكّد أوضح تابع ذكر أشار كتب سأل أجاب رد ردّ أعلن شدد شدّد اعتبر رأى زعم حذر حذّر نقل واصل ختم علق علّق لفت نفى يقول يضيف يؤكد يوضح
  אמר הוסיף כתב טען ענה שאל הסביר הדגיש ציין הצהיר הודיע הזהיר סיפר השיב אומר מסביר`,
);
const feminine = words(
  `قالت أضافت اضافت صرحت صرّحت أكدت أكّدت أوضحت تابعت ذكرت أشارت كتبت سألت أجابت ردت أعلنت شددت شدّدت اعتبرت رأت زعمت حذرت حذّرت نقلت واصلت ختمت علقت علّقت لفتت نفت تقول تضيف تؤكد توضح
  אמרה הוסיפה כתבה טענה ענתה שאלה הסבירה הדגישה ציינה הצהירה הודיעה הזהירה סיפרה השיבה אומרת מסבירה`,
);
const plural = words("قالوا أضافوا أكدوا صرحوا أعلنوا אמרו הוסיפו כתבו טענו הסבירו");
const firstPersonVerbs = words("قلت أقول قلنا سألت كتبنا אמרתי אמרנו כתבתי שאלתי");
const firstPersons = words("أنا نحن אני אנחנו");
/** Before the one who speaks; of one token, or two with the second given after a space. */
const naming = words("بحسب حسب وفق لدى לדברי לדבריו לדבריה לפי");
const pairedNaming = words("وفقا وفقاً طبقا طبقاً نقلا نقلاً");
/** Words that end a name after its verb. */
const stops = words(
  `إن أن ان بأن انه إنه أنه أنها إنها إنهم إننا في خلال عن على إلى الى من عبر يوم أمس اليوم بعد قبل ردا رداً عند حول لكن ثم كما الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد لصحيفة لقناة لوكالة لموقع لإذاعة للصحفيين للصحافة لصحيفتنا حين عندما
  عنه عنها عنهم فيه فيها له لها لهم لي لنا لك لكم حديثه حديثها كلامه كلامها قائلا قائلاً قائلة مضيفا مضيفة بعنوان كل
  כי ש של את על אל בראיון אתמול היום לעיתון לכתבים אחרי לפני כאשר בתגובה ביום`,
);
/** Auxiliaries and particles before the verb, none of them a name. */
const auxiliaries = words(
  "وكان وكانت كان كانت وقد قد ثم كما هذا وهذا حيث فيما بينما لكن ولكن והיא והוא אך אבל",
);
/** Longest name or office, in tokens. */
const LONGEST_NAME = 6;
const FARTHEST = 40;

/** Whether a text of this sample is written in Arabic or Hebrew letters. */
export function isCaseless(sample: string): boolean {
  if (!/[\u0590-\u08FF]/.test(sample)) return false;
  const letters = sample.match(/\p{L}/gu) ?? [];
  const caseless = letters.filter((letter) => letter >= "\u0590" && letter <= "\u08FF");
  return caseless.length > letters.length / 2;
}

/** Whom the words before quotation token `at` credit, back to `floor`. */
export function caselessBefore(passage: Passage, at: number, floor: number): CaselessCredit | null {
  const { tokens } = passage;
  for (let verb = at - 1; verb >= Math.max(floor, at - FARTHEST); verb--) {
    const credit = creditBy(tokens, verb, floor, at);
    if (credit !== null) return credit;
  }
  return null;
}

/** Whom the words after it credit, up to the sentence's end: “…”، قالت مارو. */
export function caselessAfter(passage: Passage, at: number, end: number): CaselessCredit | null {
  const { tokens } = passage;
  let first = at + 1;
  while (first < end && /^[,،.—–-]$/.test(tokens[first].text)) first++;
  for (let verb = first; verb < Math.min(end, first + LONGEST_NAME); verb++) {
    if (tokens[verb].kind !== "word" || isTerminal(tokens[verb])) return null;
    const credit = creditBy(tokens, verb, first, end);
    if (credit === null) continue;
    const leads = tokens[credit.to]?.text === ":" || tokens[verb + 1]?.text === ":";
    return leads || /^و.+/.test(tokens[verb].text) ? null : credit;
  }
  return null;
}

function creditBy(
  tokens: readonly Token[],
  verb: number,
  floor: number,
  limit: number,
): CaselessCredit | null {
  const token = tokens[verb];
  if (token.kind !== "word") return null;
  const named = namingAt(tokens, verb, limit);
  if (named !== null) return named;
  const word = bareVerb(token.text);
  if (word === null) return null;
  const base = { cue: word, verb, firstPerson: firstPersonVerbs.has(word) };
  const pronoun = feminine.has(word) ? "she" : plural.has(word) ? "they" : "he";
  const after = nameAfter(tokens, verb + 1, limit);
  if (after > verb + 1) return { ...base, from: verb + 1, to: after, pronoun: null };
  const before = word === token.text ? nameBefore(tokens, verb, floor) : -1;
  if (before < 0) return { ...base, from: verb, to: verb, pronoun };
  const firstPerson = base.firstPerson || firstPersons.has(tokens[before].text);
  return { ...base, firstPerson, from: before, to: endBefore(tokens, before, verb), pronoun: null };
}

/** The verb without the و or ف or ו that is written together with it; null for other words. */
function bareVerb(word: string): string | null {
  for (const form of [word, word.replace(/^[وفו]/, "")]) {
    if (masculine.has(form) || feminine.has(form) || plural.has(form) || firstPersonVerbs.has(form))
      return form;
  }
  return null;
}

function namingAt(tokens: readonly Token[], at: number, limit: number): CaselessCredit | null {
  const paired = pairedNaming.has(tokens[at].text);
  if (!paired && !naming.has(tokens[at].text)) return null;
  const base = { cue: tokens[at].text, verb: at, firstPerson: false };
  if (tokens[at].text === "לדבריו" || tokens[at].text === "לדבריה") {
    return { ...base, from: at, to: at, pronoun: tokens[at].text.endsWith("ה") ? "she" : "he" };
  }
  const from = at + 1;
  const to = nameAfter(tokens, from, limit, paired);
  return to > from ? { ...base, from, to, pronoun: null } : null;
}

function nameAfter(tokens: readonly Token[], from: number, limit: number, prefixed = false): number {
  let to = from;
  while (to < limit && to - from < LONGEST_NAME && isNamePart(tokens[to], prefixed && to === from)) to++;
  return to;
}

function isNamePart(token: Token, prefixed: boolean): boolean {
  if (token.kind !== "word" || stops.has(token.text) || bareVerb(token.text) !== null) return false;
  return prefixed || !/^(?:لل|بال|ש(?:ה.{2}|אין|לא$|יש$|אנחנו))/.test(token.text);
}

function nameBefore(tokens: readonly Token[], verb: number, floor: number): number {
  let from = verb;
  while (from > floor && verb - from < LONGEST_NAME && isSubjectPart(tokens[from - 1])) from--;
  while (from < verb && auxiliaries.has(tokens[from].text)) from++;
  return from < verb &&
    (from === floor || tokens[from - 1].kind !== "word" || auxiliaries.has(tokens[from - 1].text))
    ? from
    : -1;
}

function isSubjectPart(token: Token): boolean {
  return token.kind === "word" && !stops.has(token.text) && bareVerb(token.text) === null;
}

function endBefore(tokens: readonly Token[], from: number, verb: number): number {
  let to = verb;
  while (to > from && auxiliaries.has(tokens[to - 1].text)) to--;
  return to;
}
