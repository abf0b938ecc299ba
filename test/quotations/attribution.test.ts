import { describe, expect, test } from "vitest";
import { attributionBefore, FullNames, findQuotations } from "../../src/quotations/index.ts";
import { textOf } from "./text-builder.ts";

type Row = readonly [text: string, names: readonly (string | null)[], language?: string];

function table(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))("%s", (_, [text, names, language]) => {
    const found = findQuotations(textOf(text), { language: language ?? null });
    expect(found.map(({ attribution }) => attribution?.name ?? null)).toEqual(names);
    for (const { attribution } of found) {
      if (attribution !== null) expect(text.slice(attribution.start, attribution.end).trim()).not.toBe("");
    }
  });
}

describe("the speaker stands before the quotation", () => {
  table([
    ["Lena Holt said: “The oven is hot.”", ["Lena Holt"]],
    ["Lena Holt, who owns the bakery, told the Courier that “the oven is hot.”", ["Lena Holt"]],
    ["Holt, 41, in a letter last week, wrote that “the oven is hot.”", ["Holt"]],
    ["Holt (a former pilot) said “the oven is hot.”", ["Holt"]],
    ["Holt — who owns the bakery — said “the oven is hot.”", ["Holt"]],
    ["HOLT: “The oven is hot.”", ["HOLT"]],
    ['Lena Holt: "The oven is hot"', ["Lena Holt"]],
    ["President Ana Reyes said that “the gate is open.”", ["Ana Reyes"]],
    ["President Reyes said that “the gate is open.”", ["President Reyes"]],
    ["Dr. Samia Dudin wrote: “Water the roses.”", ["Samia Dudin"]],
    ["The harbor master wrote that “the quay is full.”", ["The harbor master"]],
    [
      "The head gardener of the city park said the hedges were “a shame.”",
      ["The head gardener of the city park"],
    ],
    ["The library's director, Omar bin Salim, said it was “never closed.”", ["Omar bin Salim"]],
    ["City officials said the bridge was “beyond repair.”", ["City officials"]],
    ["The Courier asked: “Will you bake?”", ["The Courier"]],
    ["In an interview with the Courier, Holt described the bridge as “beyond repair.”", ["Holt"]],
    ["On Monday Holt said the gate was “always shut.”", ["Holt"]],
    ["Then Holt added: “It is shut.”", ["Holt"]],
    ["Asked about the gate, Holt said it was “always shut.”", ["Holt"]],
    ["Holt called her own bakery “a hole in the wall.”", ["Holt"]],
    ["Holt urged members to “remain calm” and to “read the rules”.", ["Holt", "Holt"]],
    [
      "Holt warned that it would close “within three winters,” and said it “lost seven ovens.”",
      ["Holt", "Holt"],
    ],
    ["“Bread is bread,” Holt said, adding that “cake is cake.”", ["Holt", "Holt"]],
    ["Reed dismissed what he called “the old story,” adding that “nobody cares.”", ["Reed", "Reed"]],
    ["Holt said “we bake,” Reed said “we sell.”", ["Holt", "Reed"]],
    ["Ruiz said “yes”, while Green said “no”.", ["Ruiz", "Green"]],
    ["Reed told Holt that “the gate is shut.”", ["Reed"]],
    ["The Courier quoted Holt as saying that “the sea is calm.”", ["Holt"]],
    ["Holt was quoted as saying “the sea is calm.”", ["Holt"]],
    ["The bridge was described by Holt as “beyond repair.”", ["Holt"]],
    ["According to Ana de la Cruz, “the gate is open.”", ["Ana de la Cruz"]],
    ["In the words of Holt, “the sea keeps accounts.”", ["Holt"]],
    ["As Holt put it, “the sea keeps accounts.”", ["Holt"]],
    ["Holt's claim that “the sea keeps accounts” was mocked.", ["Holt"]],
    ["It was, in Holt's words, “a long night.”", ["Holt"]],
    ["Lena Holt, the baker, was blunt: “We bake.”", ["Lena Holt"]],
    ["Lena Holt sighed.\n\nHolt said:\n\n“We bake.”", ["Lena Holt"]],
    ["Lena Holt spoke to the Courier. “We bake.”", ["Lena Holt"]],
  ]);
});

describe("the speaker stands after the quotation", () => {
  table([
    ["“The oven is hot,” Holt said.", ["Holt"]],
    ["“The oven is hot,” said Lena Holt, head of the bakers.", ["Lena Holt"]],
    ["“The oven is hot,” Lena Holt, head of the bakers, said on Monday.", ["Lena Holt"]],
    ["“The oven is hot,” said a spokesman for the Bakers' Guild.", ["a spokesman for the Bakers' Guild"]],
    ["“The oven is hot,” said guild secretary Tomas Reed.", ["Tomas Reed"]],
    ["“The oven is hot,” said the mayor, Paul Green.", ["Paul Green"]],
    ["“The oven is hot,” the mayor's spokeswoman, Ana Ruiz, told reporters.", ["Ana Ruiz"]],
    ["“The oven is hot,” baker Lena Holt said with a laugh.", ["Lena Holt"]],
    ["“The oven is hot!” Tomas O’Brien shouted.", ["Tomas O’Brien"]],
    ["“Is it hot?” asked J. R. Smith.", ["J. R. Smith"]],
    ["“The oven is hot”, de la Cruz insisted.", ["de la Cruz"]],
    ["“The oven is hot,” according to Saleh al-'Arouri.", ["Saleh al-'Arouri"]],
    ["“The oven is hot,” as Holt put it.", ["Holt"]],
    ["“The oven is hot,” Holt was quoted as saying by the Courier.", ["Holt"]],
    ["“The oven is hot,” Holt and Reed said in a joint letter.", ["Holt and Reed"]],
    ["“The oven is hot.” — Lena Holt", ["Lena Holt"]],
    ["“The oven is hot” (Holt, 2018)", ["Holt"]],
    ["“The oven is hot”: Holt", ["Holt"]],
    ["'The oven is hot,' says Holt", ["Holt"]],
    ["“The gate is open” and “the bridge is shut,” said Ruiz.", ["Ruiz", "Ruiz"]],
    ["“Yes,” said Ruiz; “no,” said Green.", ["Ruiz", "Green"]],
    ["“Yes,” Ruiz said. Green answered: “No.”", ["Ruiz", "Green"]],
    ["“We bake.” That is what Lena Holt told the Courier.", ["Lena Holt"]],
    ["“We bake at noon.”\n\n— Lena Holt", ["Lena Holt"]],
  ]);
});

describe("who a short name or a pronoun means", () => {
  table([
    ["Lena Holt runs the bakery. “We bake,” Holt said. “We always bake.”", ["Lena Holt", "Lena Holt"]],
    ["Lena Holt runs the bakery. “We bake,” she said.", ["Lena Holt"]],
    ["Lena Holt left. As for Ana Ruiz, she said “we bake” on Monday.", ["Ana Ruiz"]],
    ["Ana Reyes won. “The gate is open,” President Reyes said.", ["Ana Reyes"]],
    ["Lena Holt rose. The guild “lost seven ovens” in the storm, she added.", ["Lena Holt"]],
    ["Lena Holt left. The city, she told the Courier, “never sleeps.”", ["Lena Holt"]],
    ["Lena Holt said “we bake.” Tomas Reed disagreed. “We stay,” he said.", ["Lena Holt", "Tomas Reed"]],
    ["“We bake,” Ms. Holt said. Mr. Reed disagreed. “We stay,” he said.", ["Ms. Holt", "Mr. Reed"]],
    ["Noting that trade has “entered a new phase,” Holt stated that it would end.", ["Holt"]],
    ["Lena Holt spoke. In her words, “the sea keeps accounts.”", ["Lena Holt"]],
    ["Ana Reed and Tomas Reed met. “We bake,” Reed said.", ["Reed"]],
    ["LENA HOLT was asked. Lena Holt smiled. “We bake,” HOLT said.", ["Lena Holt"]],
    ["The baker wrote “we bake,” and she added “at noon.”", ["The baker", "The baker"]],
    ["Lena Holt left. Her letter said “we bake.” “At noon,” she added.", ["Her letter", "Lena Holt"]],
    ["The Courier wrote “we bake.” It added: “At noon.”", ["The Courier", "The Courier"]],
    ["Holt last week said “we bake.”", ["Holt"]],
    ["Holt said two days ago that “we bake.” Reed two days ago said “we sell.”", ["Holt", "Reed"]],
    ["I’ve said “we bake.” It was declared that “we sell.”", [null, null]],
    ["Holt spoke. “We bake.” (Applause.)", ["Holt"]],
    ['Lena Holt Says "We Bake"', ["Lena Holt"]],
    ["Ana Ruiz spoke. Perpetua Linn came. Linn likes the hall. “We bake,” she said.", ["Perpetua Linn"]],
    ["We asked Green about it. “The sea is calm,” he told us.", ["Green"]],
    [
      "The pilot’s friend, Dr. Samia Dudin, wrote “soon.” “Today,” Dr. Dudin added.",
      ["Samia Dudin", "Samia Dudin"],
    ],
    [
      "Ana Ruiz spoke first.\n\n“The sea is calm,” she said.\n\nHer deputy, Paul Green, disagreed. “It is rough,” he said.\n\n“It will calm down,” Ruiz said.",
      ["Ana Ruiz", "Paul Green", "Ana Ruiz"],
    ],
  ]);

  test("a name that the caller knows is the one that a short name means", () => {
    const text = textOf("“We bake,” Holt said.");
    expect(findQuotations(text, { names: ["Lena Holt"] })[0].attribution?.name).toBe("Lena Holt");
  });

  test("names that are read once for many texts are those of none of the texts", () => {
    const names = new FullNames(["Dr. Lena Holt", "Owen Lark", "OWEN LARK"]);
    const credited = (text: string): (string | undefined)[] =>
      findQuotations(textOf(text), { names }).map(({ attribution }) => attribution?.name);
    expect(credited("Ada Penrose and Piet Holt came. “We bake,” Penrose said. “We do,” Holt said.")).toEqual([
      "Ada Penrose",
      "Holt",
    ]);
    expect(credited("“We bake,” Penrose said. “We do,” Holt said. “So do I,” Lark said.")).toEqual([
      "Penrose",
      "Lena Holt",
      "Owen Lark",
    ]);
  });
});

describe("nobody is credited", () => {
  table([
    ["The gardeners planted a “Blue Star” by the gate.", [null]],
    ["A boat called “Blue Star” sank off the quay.", [null]],
    ["The word “ferry” comes from an old verb.", [null]],
    ["She is known as “the bread queen” in town.", [null]],
    ["Ruiz wrote a book, “The Long Quay,” in 1990.", [null]],
    ["Holt told the “Harbor Courier” on Friday that “the bridge is gone.”", [null, "Holt"]],
    ["I said, “Get out there.”", [null]],
    ["“Get out there,” she said.", [null]],
    ["You could say “the sea is calm.”", [null]],
    ["Green has been accused of “selling the boat”.", [null]],
    ["The plan called for “more benches”.", [null]],
    ["“A first paragraph,” Lena Holt said.\n\n“A second paragraph with no cue at all.”", ["Lena Holt", null]],
  ]);
});

describe("other languages", () => {
  table([
    ["« Il faut partir », a déclaré Lena Holt.", ["Lena Holt"], "fr"],
    ["Lena Holt a affirmé : « Il faut partir ».", ["Lena Holt"], "fr"],
    ["Selon Lena Holt, « il faut partir ».", ["Lena Holt"], "fr"],
    ["Lena Holt cuit le pain. « Il faut partir », a-t-elle ajouté.", ["Lena Holt"], "fr"],
    ["Lena Holt cuit le pain. « Il faut partir », dit-elle.", ["Lena Holt"], "fr"],
    ["« Nous partons, dit Lena Holt, et nous reviendrons. »", ["Lena Holt"], "fr"],
    ["„Wir gehen“, sagte Lena Holt.", ["Lena Holt"], "de"],
    ["Lena Holt hat gesagt: „Wir gehen.“", ["Lena Holt"], "de"],
    ["Laut Lena Holt ist das Meer „ruhig“.", ["Lena Holt"], "de"],
    ["„Das Meer ist ruhig“, so Lena Holt.", ["Lena Holt"], "de"],
    ["«Nos vamos», dijo Lena Holt.", ["Lena Holt"], "es"],
    ["Según Lena Holt, «nos vamos».", ["Lena Holt"], "es"],
    ["قالت لينا حداد: «سنخبز غدا»", ["لينا حداد"], "ar"],
    ["قالت لينا حداد إن المخبز «سيفتح غدا». وأضافت: «لن نغلق»", ["لينا حداد", "لينا حداد"], "ar"],
    ["«سنخبز غدا»، قال العمدة أحمد سالم لصحيفة الميناء.", ["العمدة أحمد سالم"], "ar"],
    ['أحمد سالم قال: "البحر هادئ"', ["أحمد سالم"], "ar"],
    ["بحسب أحمد سالم، «البحر هادئ»", ["أحمد سالم"], "ar"],
    ["وقالت شيرين سالم بالإنجليزية: «the sea is calm»", ["شيرين سالم"], "ar"],
    ["وختمت لينا حداد حديثها قائلة: «سنعود غدا»", ["لينا حداد"], "ar"],
    ['אמרה לנה הולט שהגן "פתוח מחר"', ["לנה הולט"], "he"],
    ["林海说：「每张长椅都朝着海。」", ["林海"], "zh"],
    ["“花园开门了。”林海昨天表示。", ["林海"], "zh"],
    ["林海说：“花园开门了。”他补充说：“欢迎。”", ["林海", "林海"], "zh"],
    ["我说：“花园开门了。”", [null], "zh"],
    ["林さんは「庭は開いている」と述べた。", ["林さん"], "ja"],
    ["「庭は開いている」と林さんは語った。", ["林さん"], "ja"],
    ["« Le pain cuit », promet Lena Holt, « depuis midi. »", ["Lena Holt"], "fr"],
    ["Le maire nous dit que « le pain cuit ».", ["Le maire"], "fr"],
    ['לנה הולט אמרה: "נאפה מחר"', ["לנה הולט"], "he"],
    ['"נאפה מחר", אמרה לנה הולט.', ["לנה הולט"], "he"],
  ]);
});

test("an attribution says where the name stands and which word credits", () => {
  const text = "Lena Holt runs the bakery. “We bake,” she told the Courier.";
  const [{ attribution }] = findQuotations(textOf(text));
  expect(attribution).toEqual({
    name: "Lena Holt",
    cue: "told",
    start: text.indexOf("she"),
    end: text.indexOf("she") + 3,
  });
});

describe("who introduces a quotation inside someone's words", () => {
  test.each([
    ["The harbor master wrote to us that '", "The harbor master"],
    ["We met. But Tomas Reed always told me, '", "Tomas Reed"],
    ["My brother asked me: '", "My brother"],
    ["They say that '", "They"],
    ["he told me: '", "he"],
    ["The minister's statement that '", "The minister"],
    ["The pilots left. It was then that the gardeners cried, '", "the gardeners"],
    ["I said, '", null],
    ["We have a saying: '", null],
    ["This is the '", null],
    ["The harbor master wrote to us. The '", null],
    ["", null],
  ])("%s", (text, name) => {
    const found = attributionBefore(text, Math.max(0, text.length - 1), 0);
    expect(found?.name ?? null).toBe(name);
    if (found !== null) expect(text.slice(found.start, found.end)).toBe(name);
  });

  test("in other languages too", () => {
    expect(attributionBefore("Le maire a écrit que « ", 21, 0)?.name).toBe("Le maire");
    expect(attributionBefore("J'ai dit : « ", 11, 0)).toBeNull();
    expect(attributionBefore("أعطاني المطرقة الصغيرة وقال لي: ‹", 33, 0)?.name).toBe("هو");
    expect(attributionBefore("她说：「", 3, 0)?.name).toBe("她");
    expect(attributionBefore("老园丁说：「", 5, 0)?.name).toBe("老园丁");
    expect(attributionBefore("Le facteur nous dit que « ", 24, 0, { language: "fr" })?.name).toBe(
      "Le facteur",
    );
    expect(attributionBefore("Nous avons dit que « ", 19, 0)).toBeNull();
    expect(attributionBefore("قال العمدة: «", 12, 0)?.name).toBe("العمدة");
  });

  test("only words from the given place on are read", () => {
    const text = "Tomas Reed wrote. Nobody came, '";
    expect(attributionBefore(text, text.length - 1, text.indexOf("Nobody"))).toBeNull();
  });
});
