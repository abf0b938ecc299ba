import type { Touch } from "./rule.ts";

/** Words that turn a sense round, folded. English, French, German, Spanish, Italian, Portuguese, Dutch, Russian, Turkish, Arabic, Persian, Hebrew, Chinese. */
const NEGATIONS = new Set(
  (
    "not no never none nobody nothing neither nor nowhere cannot without hardly scarcely barely " +
    "ne pas jamais rien aucun aucune personne sans ni nul nulle " +
    "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder noch " +
    "nunca jamás nada nadie ningún ninguno ninguna sin tampoco " +
    "non mai niente nulla nessuno senza né não nem nenhum nenhuma sem " +
    "niet geen nooit niemand niets zonder " +
    "не ни нет никогда никто ничего без нельзя değil yok hiç " +
    "لا لم لن ليس ليست ليسوا لست لسنا غير دون بدون ولا ولم ولن وليس وليست فلا فلم فلن كلا نه نیست هیچ " +
    "לא אין אל בלי ללא מעולם אף ולא ואין " +
    "不 没 沒 未 无 無 勿"
  ).split(" "),
);

const NUMBER_WORDS = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million " +
    "millions billion billions trillion dozen dozens half twice thrice first second third fourth fifth sixth seventh eighth " +
    "ninth tenth once double triple quarter percent " +
    "un deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante " +
    "cinquante soixante cent cents mille milliers milliard milliards premier première deuxième troisième moitié " +
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend " +
    "dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien ciento mil millón millones " +
    "واحد واحدة اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني ثمان تسعة تسع عشرة عشر " +
    "أحد إحدى عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين مئة مائة مئات ألف آلاف مليون ملايين نصف ربع " +
    "零 一 二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億"
  ).split(" "),
);

/** Whether a folded word denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't") || word.startsWith("n'");
}

function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || NUMBER_WORDS.has(word);
}

/** A word that differs, and whether its capital stands inside a sentence, as a name's does. */
export interface TouchedWord {
  readonly folded: string;
  readonly capitalInside: boolean;
}

/** What the differing words of both sides touch, in a fixed order. Scripts without capitals show no names. */
export function touches(words: readonly TouchedWord[]): Touch[] {
  const found: Touch[] = [];
  if (words.some(({ folded }) => isNegation(folded))) found.push("negation");
  if (words.some(({ folded }) => isNumber(folded))) found.push("number");
  if (
    words.some(
      ({ folded, capitalInside }) =>
        capitalInside && !/^i('|$)/u.test(folded) && !isNegation(folded) && !isNumber(folded),
    )
  )
    found.push("name");
  return found;
}
