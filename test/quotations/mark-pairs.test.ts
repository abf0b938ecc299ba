import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairMarks, pairMarksIn } from "../../src/quotations/index.ts";

/** Every pair as `level words`, with ! where it is never closed and +n for marks that re-open it. */
function pairs(text: string, language: string | null = null): string[] {
  return pairMarks(text, 0, text.length, { language }).map(({ open, close, level, reopenings, end }) => {
    const again = reopenings.length > 0 ? `+${reopenings.length}` : "";
    return `${level} ${text.slice(open.end, end).trim()}${close === null ? "!" : ""}${again}`;
  });
}

type Row = readonly [name: string, text: string, expected: readonly string[], language?: string];

function table(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))("%s", (_, [, text, expected, language]) => {
    expect(pairs(text, language ?? null)).toEqual(expected);
  });
}

describe("pairs of every convention", () => {
  table([
    ["curly double", "She wrote “the ferry is late” twice.", ["0 the ferry is late"]],
    ["curly single", "She wrote ‘the ferry is late’ twice.", ["0 the ferry is late"]],
    ["straight double", 'She wrote "the ferry is late" twice.', ["0 the ferry is late"]],
    ["straight single", "She wrote 'the ferry is late' twice.", ["0 the ferry is late"]],
    ["full width", "她写了＂渡轮晚了＂两次", ["0 渡轮晚了"]],
    ["French guillemets with spaces", "« Le bac part », dit-il.", ["0 Le bac part"], "fr"],
    ["French guillemets with no-break spaces", "«\u00a0Le bac part\u00a0», dit-il.", ["0 Le bac part"], "fr"],
    ["Italian guillemets without spaces", "Disse «il battello parte» e rise.", ["0 il battello parte"], "it"],
    ["single guillemets", "‹ un› et ‹deux›", ["0 un", "0 deux"]],
    ["German low and high", "Er rief: „Die Fähre kommt“, und lief.", ["0 Die Fähre kommt"], "de"],
    [
      "German single inside",
      "„Er rief ‚Halt‘ und lief“, sagte sie.",
      ["0 Er rief ‚Halt‘ und lief", "1 Halt"],
      "de",
    ],
    [
      "German inverse guillemets",
      "»Er rief ›Halt‹ und lief«, sagte sie.",
      ["0 Er rief ›Halt‹ und lief", "1 Halt"],
      "de",
    ],
    ["Danish inverse guillemets", "»Færgen kommer«, sagde hun.", ["0 Færgen kommer"], "da"],
    ["Polish low and closing high", "„Prom odpływa” – powiedziała.", ["0 Prom odpływa"], "pl"],
    ["Swedish closing marks on both sides", "”Färjan går”, sa hon.", ["0 Färjan går"], "sv"],
    ["Swedish single inside", "”Hon sa ’nej’ igår”, sa han.", ["0 Hon sa ’nej’ igår", "1 nej"], "sv"],
    ["Finnish guillemets on both sides", "»Lautta lähtee», hän sanoi.", ["0 Lautta lähtee"], "fi"],
    ["corner brackets", "彼女は「船が『遅い』」と言った", ["0 船が『遅い』", "1 遅い"]],
    ["half-width corner brackets", "｢船｣", ["0 船"]],
    ["Chinese curly marks between letters", "他说“花园‘很小’”。", ["0 花园‘很小’", "1 很小"]],
    ["Chinese straight marks between letters", '他说"花园"和"港口"。', ["0 花园", "0 港口"]],
    ["titles in Chinese", "《花园》和〈港口〉", ["0 花园", "0 港口"]],
    ["grave accents and straight singles", "She said ``the gate is open'' twice.", ["0 the gate is open"]],
    ["a grave accent and a straight single", "She said `the gate is open' twice.", ["0 the gate is open"]],
    ["two commas for a low mark", "Er rief: ,,Halt'' und lief.", ["0 Halt"]],
    ["double primes as marks", "the ″Blue Heron″ sank", ["0 Blue Heron"]],
    [
      "Russian guillemets with low marks inside",
      "«Паром „Заря“ ушёл», — сказал он.",
      ["0 Паром „Заря“ ушёл", "1 Заря"],
      "ru",
    ],
    ["Spanish guillemets with curly inside", "«El “Faro” abre», dijo.", ["0 El “Faro” abre", "1 Faro"], "es"],
  ]);
});

describe("position decides over shape", () => {
  table([
    ["an opening mark typed at the end", "“The gate is open“ she said.", ["0 The gate is open"]],
    ["a mark after an opening bracket", 'The gate ("the blue one") is open.', ["0 the blue one"]],
    ["marks beside dashes", 'The gate—"the blue one"—is open.', ["0 the blue one"]],
    ["marks without a space between", '"One.""Two."', ["0 One.", "0 Two."]],
    [
      "loose marks with spaces on both sides",
      '" the gate " and “ the bridge ”',
      ["0 the gate", "0 the bridge"],
    ],
    ["marks after a comma without a space", 'She said,"Come in." and left', ["0 Come in."]],
    [
      "a closing mark that nothing opened",
      'the gate is open," she said. "Come in," he said.',
      ["0 Come in,"],
    ],
    ["straight closing for curly opening", '“The gate is open" she said.', ["0 The gate is open"]],
    ["an elided article before the mark", 'de l’«Étoile» et d\'"amis"', ["0 Étoile", "0 amis"], "fr"],
  ]);
});

describe("nesting", () => {
  table([
    [
      "single in double",
      "“He called it ‘a pond,’ of all things.”",
      ["0 He called it ‘a pond,’ of all things.", "1 a pond,"],
    ],
    [
      "double in single",
      "'He said \"a pond\", and left,' she wrote.",
      ['0 He said "a pond", and left,', "1 a pond"],
    ],
    ["adjacent closing marks", "“She said ‘go.’” Then “stop.”", ["0 She said ‘go.’", "1 go.", "0 stop."]],
    [
      "adjacent straight closing marks",
      '"She said \'go.\'" Then "stop."',
      ["0 She said 'go.'", "1 go.", "0 stop."],
    ],
    [
      "three levels",
      '"He said, \'They cried "land!"\'" she wrote.',
      ["0 He said, 'They cried \"land!\"'", '1 They cried "land!"', "2 land!"],
    ],
    ["the same marks inside", '"He said "go" and left," she wrote.', ['0 He said "go" and left,', "1 go"]],
    [
      "an inner mark never closed does not break the outer",
      "“He said ‘go and left.” Then “stop.”",
      ["0 He said ‘go and left.", "0 stop."],
    ],
    [
      "an inner straight mark never closed",
      '"He said \'go and left." Then "stop."',
      ["0 He said 'go and left.", "0 stop."],
    ],
    ["guillemets with curly inside", "« Il a dit “non” hier »", ["0 Il a dit “non” hier", "1 non"], "fr"],
  ]);
});

describe("what is no mark", () => {
  table([
    ["contractions", "don't, can’t, it's, rock'n'roll", []],
    ["plural possessives", "the bakers' oven and the pilots’ hall", []],
    [
      "possessives inside a quotation",
      "“The bakers’ oven is the guild’s” she said",
      ["0 The bakers’ oven is the guild’s"],
    ],
    [
      "a possessive before the true closing mark",
      "'The bakers' oven is hot,' she said",
      ["0 The bakers' oven is hot,"],
    ],
    [
      "a quotation that ends in s before a possessive",
      "the 'three sisters' and the bakers' oven",
      ["0 three sisters"],
    ],
    ["clipped words", "'Tis the '90s; give 'em rock 'n' roll, ’twas fun in ’68", []],
    ["names with an apostrophe", "O’Brien, D'Arcy, Al-'Arouri, ‘Arouri, 'Umar and ’Ain", []],
    [
      "names with an apostrophe after a hyphen, twice, around a quotation",
      'Saleh al-\'Arouri said "soon," and al-\'Arouri\'s deputy said "no."',
      ["0 soon,", "0 no."],
    ],
    ["a name with a sign before its vowel, and a possessive", "‘Arouri met the pilots’ guild", []],
    ["French elisions", "l'eau, d’un, qu'il, aujourd’hui", [], "fr"],
    ["Dutch clipped words", "'s Avonds ging 't licht uit", [], "nl"],
    ["feet and inches", 'a 6\'2" mast, a 12" x 14" board, 5\' 10½” tall, 9″', []],
    ["inches inside a quotation", '"The 12" pipe burst," she said', ['0 The 12" pipe burst,']],
    ["a quotation that ends in a number", '"We lost 7" and "we won 8".', ["0 We lost 7", "0 we won 8"]],
    ["a Hebrew acronym", 'צה"ל והמנכ"ל דיברו על דו"ח', [], "he"],
    ["a Hebrew acronym inside a quotation", 'הוא אמר "המנכ"ל בא היום" והלך', ['0 המנכ"ל בא היום'], "he"],
    ["a dropped g", "“I was runnin' down the quay,” she said", ["0 I was runnin' down the quay,"]],
    ["a trail of commas", "the crop,, grown with water", []],
  ]);
});

describe("right to left", () => {
  table([
    ["straight marks in Hebrew", 'היא אמרה "הגן פתוח" והלכה', ["0 הגן פתוח"]],
    ["a Hebrew particle before the mark", 'היא כתבה ב"הארץ" אתמול', ["0 הארץ"]],
    ["low and high marks in Hebrew", "היא אמרה „הגן פתוח” והלכה", ["0 הגן פתוח"]],
    ["curly marks in the wrong direction", "היא אמרה ”הגן פתוח“ והלכה", ["0 הגן פתוח"]],
    ["the same curly mark on both sides", "هي قالت ”الحديقة مفتوحة” وذهبت", ["0 الحديقة مفتوحة"]],
    ["guillemets in Arabic", "قالت «الحديقة مفتوحة» وذهبت", ["0 الحديقة مفتوحة"]],
    ["an Arabic particle before the mark", 'كتبت في و"الميناء" بـ"الأمس"', ["0 الميناء", "0 الأمس"]],
    ["direction marks beside the mark", 'قالت \u200f"الحديقة\u200f"\u200f وذهبت', ["0 الحديقة\u200f"]],
  ]);
});

describe("several paragraphs", () => {
  table([
    [
      "each re-opens, only the last closes",
      "“One.\n\n“Two.\n\n“Three.” Then “four.”",
      ["0 One.\n\n“Two.\n\n“Three.+2", "0 four."],
    ],
    ["straight marks", '"One.\n\n"Two." x', ['0 One.\n\n"Two.+1']],
    ["single marks", "‘One way.\n\n‘Two ways.’ x", ["0 One way.\n\n‘Two ways.+1"]],
    ["both levels re-open", "“‘One.\n\n“‘Two.’” x", ["0 ‘One.\n\n“‘Two.’+1", "1 One.\n\n“‘Two.+1"]],
    ["French, opening marks", "« Un.\n\n« Deux. »", ["0 Un.\n\n« Deux.+1"], "fr"],
    ["French, closing marks", "« Un.\n\n» Deux. »", ["0 Un.\n\n» Deux.+1"], "fr"],
    ["French, each line", "« Un\n« deux\n« trois »", ["0 Un\n« deux\n« trois+2"], "fr"],
    ["Chinese", "「一\n\n「二」", ["0 一\n\n「二+1"]],
    ["German", "„Eins.\n\n„Zwei.“", ["0 Eins.\n\n„Zwei.+1"], "de"],
    ["never closed, it ends with its paragraph", "“One.\n\nTwo “three” four.", ["0 One.!", "0 three"]],
    [
      "never closed, it does not enclose the next of its kind",
      '"One. He said "two." Three.',
      ['0 One. He said "two." Three.!', "0 two."],
    ],
    [
      "a label before the next mark begins another",
      'A: "One...\n\n"Two."\n\nQ: "Three?"',
      ['0 One...\n\n"Two.+1', "0 Three?"],
    ],
  ]);

  test("paragraphs can be given, and what lies between is not read", () => {
    const text = "“One.\n\nA “heading\n\n“Two.”";
    const paragraphs = [
      { start: 0, end: 5 },
      { start: text.lastIndexOf("“"), end: text.length },
    ];
    expect(pairMarksIn(text, paragraphs)).toMatchObject([
      { level: 0, close: { end: text.length }, reopenings: [{}] },
    ]);
  });

  test("long lines are paragraphs of their own", () => {
    const line = "word ".repeat(40);
    expect(pairs(`“${line}\n${line}“end”`)).toEqual([`0 ${line.trim()}!`, "0 end"]);
  });
});

describe("any text", () => {
  const marks = fc.constantFrom(
    ..."“”‘’\"'«»‹›„‚「」『』《》`″ \n,.—-5aàא中é😀".split(""),
    "\n\n",
    "``",
    "''",
    "don't",
    "\u200f",
  );
  const texts = fc.array(marks, { maxLength: 60 }).map((pieces) => pieces.join(""));
  const languages = fc.constantFrom(null, "en", "de", "fr", "sv", "he", "zh-Hans");

  test("pairs lie in order and inside one another or apart", () => {
    fc.assert(
      fc.property(texts, languages, (text, language) => {
        const found = pairMarks(text, 0, text.length, { language });
        for (const [at, { open, close, end, reopenings }] of found.entries()) {
          if (at > 0) expect(open.start).toBeGreaterThanOrEqual(found[at - 1].open.end);
          expect(end).toBeGreaterThanOrEqual(open.end - 1);
          if (close !== null) expect(close.start).toBe(end);
          for (const again of reopenings) expect(again.start).toBeGreaterThanOrEqual(open.end);
        }
        const closed = found.filter((pair) => pair.close !== null);
        for (const [at, outer] of closed.entries()) {
          for (const inner of closed.slice(at + 1)) {
            expect(inner.open.start >= outer.close!.end || inner.close!.end <= outer.close!.start).toBe(true);
          }
        }
      }),
    );
  });

  test("well-formed nesting is found as it was built", () => {
    interface Said {
      readonly words: string;
      readonly inner: readonly Said[];
    }
    const styles = fc.constantFrom(["“”", "‘’"], ['""', "''"], ["«»", "“”"], ["„“", "‚‘"], ["「」", "『』"]);
    const words = fc.constantFrom("the gate is open", "we bake at noon", "no");
    const { said } = fc.letrec<{ said: Said }>((tie) => ({
      said: fc.oneof(
        { maxDepth: 3 },
        fc.record({ words, inner: fc.constant([]) }),
        fc.record({ words, inner: fc.array(tie("said"), { maxLength: 2 }) }),
      ),
    }));
    const built = (
      { words, inner }: Said,
      marks: readonly string[],
      level: number,
      found: string[],
    ): string => {
      const at = found.push("") - 1;
      const [open, close] = marks[level % 2];
      const text = [
        `we say ${words}`,
        ...inner.map((one) => built(one, marks, level + 1, found)),
        "and go.",
      ].join(" ");
      found[at] = `${level} ${text}`;
      return `${open}${text}${close}`;
    };
    fc.assert(
      fc.property(styles, said, (marks, tree) => {
        const found: string[] = [];
        const text = `Ann said ${built(tree, marks, 0, found)} twice.`;
        expect(pairs(text, marks[0] === "„“" ? "de" : null)).toEqual(found);
      }),
    );
  });

  test("a stretch is read as if it were the whole text", () => {
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const whole = `${before}\n\n${text}`;
        const offset = before.length + 2;
        const inside = pairMarks(whole, offset, whole.length).map(({ open }) => open.start - offset);
        expect(inside).toEqual(pairMarks(text, 0, text.length).map(({ open }) => open.start));
      }),
    );
  });

  test.each([
    ["opening marks never closed", "“a "],
    ["straight marks", '"a '],
    ["all marks in turn", "“‘\"'«‹„‚「"],
    ["apostrophes", "bakers' "],
    ["single marks that open", "'a "],
    ["paragraphs that re-open", "“a ‘b\n\n"],
  ])("ten thousand %s do not tire it", (_, piece) => {
    const text = piece.repeat(10_000);
    expect(pairMarks(text, 0, text.length).length).toBeLessThanOrEqual(text.length);
  });
});
