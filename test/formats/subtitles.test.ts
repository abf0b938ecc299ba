import { parse } from "@plussub/srt-vtt-parser";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/documents/index.ts";
import { type FormattedText, placeAt, readText } from "../../src/formats/index.ts";
import { readSubtitles } from "../../src/formats/subtitles.ts";

/** Cues of a second each, one after the other, as a WebVTT file. */
function vtt(...cues: string[]): string {
  return `WEBVTT\n\n${cues.map((cue, i) => `${time(i * 1000, ".")} --> ${time(i * 1000 + 1000, ".")}\n${cue}`).join("\n\n")}\n`;
}

function time(milliseconds: number, sign: string): string {
  const [hours, minutes, seconds] = [3_600_000, 60_000, 1000].map((unit, i) =>
    String(Math.floor(milliseconds / unit) % (i === 0 ? 100 : 60)).padStart(2, "0"),
  );
  return `${hours}:${minutes}:${seconds}${sign}${String(milliseconds % 1000).padStart(3, "0")}`;
}

/** One line a block: who speaks, and the words; stage marks have an asterisk. */
function heard(text: string): string[] {
  const read = readSubtitles(text, "talk.vtt");
  if (read.markup === null) return read.blocks.map(({ start, end }) => read.text.slice(start, end));
  return read.markup.passages.map(({ kind, voice, start, end }) => {
    const who = kind === "stage" ? "*" : (voice.name ?? "?");
    return `${who}: ${read.text.slice(start, end)}`;
  });
}

function timed({ text, places }: FormattedText): string[] {
  return places.map(({ start, end, place }) =>
    place.kind === "cue" ? `${place.number} ${place.from}-${place.to} ${text.slice(start, end)}` : "",
  );
}

describe("voices of subtitles", () => {
  const rows: [what: string, cues: string[], heard: string[]][] = [
    ["a voice span", ["<v Ilse Marrow>We ring it.</v>"], ["Ilse Marrow: We ring it."]],
    ["with classes", ["<v.loud.first Ilse Marrow>We ring it."], ["Ilse Marrow: We ring it."]],
    ["with references", ["<v Reed &amp; Son>We ring it."], ["Reed & Son: We ring it."]],
    ["several in a cue", ["<v Ilse>At five. <v Tomas>When?"], ["Ilse: At five.", "Tomas: When?"]],
    ["it holds for its cue", ["<v Ilse>At five.", "And nine."], ["Ilse: At five.", "?: And nine."]],
    ["a span across cues", ["<v Ilse>We ring", "<v Ilse>it."], ["Ilse: We ring it."]],
    ["a label holds", ["ILSE: We ring it.", "Twice."], ["ILSE: We ring it. Twice."]],
    ["until the next", ["ILSE: At five.", "TOMAS: When?"], ["ILSE: At five.", "TOMAS: When?"]],
    ["a label by name", ["Ilse Marrow: We ring it."], ["Ilse Marrow: We ring it."]],
    [
      "a label by one name, twice",
      ["Ilse: At five.", "Tom: When?", "Ilse: At five.", "Tom: Oh."],
      ["Ilse: At five.", "Tom: When?", "Ilse: At five.", "Tom: Oh."],
    ],
    ["a role", ["Ilse (harbour master): We ring it."], ["Ilse: We ring it."]],
    ["a bracketed label", ["[ILSE]: We ring it."], ["ILSE: We ring it."]],
    ["chevrons", [">> ILSE: We ring it.\n>> When?"], ["ILSE: We ring it.", "?: When?"]],
    ["chevrons as references", ["&gt;&gt; Ilse: We ring it."], ["Ilse: We ring it."]],
    ["chevrons that name nobody", [">> We ring it.", ">> When?"], ["?: We ring it.", "?: When?"]],
    [
      "chevrons inside a line",
      [">> At five. >> When? >> ILSE: At five.", "Sharp. >> TOM: Oh."],
      ["?: At five.", "?: When?", "ILSE: At five. Sharp.", "TOM: Oh."],
    ],
    ["after a sentence alone", ["ILSE: At five. &gt;&gt; When?"], ["ILSE: At five.", "?: When?"]],
    [
      "a name in brackets without a colon, where a label has it",
      [
        "ILSE MARROW: At five in the morning.",
        "TOM: When does it ring?",
        "[ILSE] At five. [TOM] Oh.",
        "[TOM] Oh.",
        "[GROANS] Well.",
      ],
      [
        "ILSE MARROW: At five in the morning.",
        "TOM: When does it ring?",
        "ILSE MARROW: At five. [TOM] Oh.",
        "TOM: Oh.",
        "*: [GROANS]",
        "TOM: Well.",
      ],
    ],
    ["chevrons that are spoken of", ["ILSE: Type 3 >> 5 here."], ["ILSE: Type 3 >> 5 here."]],
    [
      "a part in the talk, once",
      ["ILSE: We ring it.", "Narrator: So they did."],
      ["ILSE: We ring it.", "Narrator: So they did."],
    ],
    ["an office after chevrons", [">> ADA PENROSE, BAKER: Bread."], ["ADA PENROSE: Bread."]],
    [
      "dashes",
      ["ILSE: We ring it.", "- When?\n- At five."],
      ["ILSE: We ring it.", "?: When?", "?: At five."],
    ],
    ["a label on its own line", ["ILSE:\nWe ring it."], ["ILSE: We ring it."]],
    ["a laugh before a label", ["[laughs] ILSE: We ring it."], ["*: [laughs]", "ILSE: We ring it."]],
    ["two cues at one time", ["<v Ilse>A.</v>\n<v Tom>B.</v>"], ["Ilse: A.", "Tom: B."]],
    [
      "Arabic labels",
      ["ليلى: نقرع الجرس.", "سامي: متى؟", "ليلى: في الخامسة.", "سامي: حسنا."],
      ["ليلى: نقرع الجرس.", "سامي: متى؟", "ليلى: في الخامسة.", "سامي: حسنا."],
    ],
    ["no label: a sentence with a colon", ["ILSE: One thing: we ring it."], ["ILSE: One thing: we ring it."]],
    ["no label: a time", ["ILSE: Come.", "Nine: 30 bells"], ["ILSE: Come. Nine: 30 bells"]],
    ["no label: a note", ["NOTE: we ring it."], ["NOTE: we ring it."]],
    ["no label in captions in capitals", ["WE SAY THIS: RING IT."], ["WE SAY THIS: RING IT."]],
  ];
  test.each(rows)("%s", (_, cues, lines) => expect(heard(vtt(...cues))).toEqual(lines));

  test("where nobody is named, the words alone are read", () => {
    expect(readSubtitles(vtt("We ring it.", "- When?\n- At five."), "a.vtt").markup).toBeNull();
  });

  test("a document has the one who asks as its interviewer, and names as they are written", () => {
    const cues = ["Q: When?", "ILSE MARROW: At five.", "HOWARD REED (moderator): Thank you."];
    const document = readDocument(readSubtitles(vtt(...cues), "a.vtt"), "a.vtt");
    expect(document.turns.map(({ voice }) => voice)).toEqual([
      { kind: "interviewer", name: null },
      { kind: "speaker", name: "Ilse Marrow" },
      { kind: "interviewer", name: "Howard Reed" },
    ]);
    expect(document).toMatchObject({
      kind: "transcript",
      interviewer: "Howard Reed",
      speakers: [{ name: "Ilse Marrow", office: null }],
    });
  });
});

describe("passages of subtitles", () => {
  test("a sentence runs over cues", () => {
    expect(heard(vtt("The ferry leaves", "the harbour at", "nine."))).toEqual([
      "The ferry leaves the harbour at nine.",
    ]);
  });

  test("a long pause ends one", () => {
    const text = "WEBVTT\n\n00:01.000 --> 00:02.000\nWe ring it.\n\n00:09.000 --> 00:10.000\nThen we go.";
    expect(heard(text)).toEqual(["We ring it.", "Then we go."]);
  });

  test("a long one ends where a sentence does", () => {
    const cues = Array.from(
      { length: 120 },
      (_, i) => `The ferry leaves the harbour at nine,${i % 2 ? " always." : ""}`,
    );
    const lines = heard(vtt(...cues));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/always\.$/);
  });

  const rows: [what: string, cues: string[], heard: string[]][] = [
    ["sounds", ["[door creaks]", "We ring it."], ["[door creaks]", "We ring it."]],
    ["a sound in a line", ["(laughs) We ring it. [LAUGHTER]"], ["(laughs)", "We ring it.", "[LAUGHTER]"]],
    ["a sound over two lines", ["[soft\nmusic]", "We ring it."], ["[soft music]", "We ring it."]],
    ["songs", ["♪ the tide is high ♪", "We ring it."], ["♪ the tide is high ♪", "We ring it."]],
    ["a song and words", ["♪ the tide ♪\nWe ring it."], ["♪ the tide ♪", "We ring it."]],
    ["an aside that is said", ["We ring it (as we should)."], ["We ring it (as we should)."]],
    ["supplied words", ["We ring [the] bell."], ["We ring [the] bell."]],
    ["supplied words that open", ["[the] bell rings"], ["[the] bell rings"]],
    ["what was not heard", ["[inaudible]", "at five."], ["[inaudible] at five."]],
    ["a word that a hyphen breaks", ["a well-", "known bell"], ["a well-known bell"]],
    ["somebody interrupted", ["I was-", "No."], ["I was- No."]],
    ["dots that carry on", ["We ring it...", "...at five."], ["We ring it at five."]],
    ["dots that end", ["We ring it...", "At five."], ["We ring it... At five."]],
    ["lines of one cue", ["We ring\nit."], ["We ring it."]],
  ];
  test.each(rows)("%s", (_, cues, lines) => expect(heard(vtt(...cues))).toEqual(lines));
});

describe("markup of subtitles", () => {
  const rows: [what: string, cue: string, text: string][] = [
    ["italics, bold, underline", "<i>We</i> <b>ring</b> <u>it</u>", "We ring it"],
    ["classes and fonts", '<c.yellow>We</c> <font color="#fff">ring</font> it', "We ring it"],
    ["reading aids", "<ruby>港<rt>みなと</rt></ruby>へ", "港へ"],
    ["languages", "<lang fr>Oui</lang>.", "Oui."],
    ["references", "bread &amp; butter&nbsp;&#8230; &lt;b&gt;", "bread & butter\u00a0… <b>"],
    ["a word over tags", "har<i>bo</i>ur", "harbour"],
    ["overrides", "{\\an8}We {\\i1}ring{\\i0} it", "We ring it"],
    ["SubStation line breaks", "We\\Nring\\hit", "We ring\u00a0it"],
    ["a sign that is no tag", "2 < 3 & 4 > 3", "2 < 3 & 4 > 3"],
  ];
  test.each(rows)("%s", (_, cue, text) => expect(readSubtitles(vtt(cue), "a.vtt").text).toBe(text));

  test("a tag that SubRip does not have is text there", () => {
    expect(readSubtitles("1\n00:00:01,000 --> 00:00:02,000\n<hums> We <i>ring", "a.srt").text).toBe(
      "<hums> We ring",
    );
  });
});

describe("captions that roll", () => {
  const rolling = `WEBVTT
Kind: captions
Language: en

00:00:00.000 --> 00:00:02.000 align:start position:0%
 
the<00:00:00.500><c> ferry</c><00:00:01.000><c> left</c>

00:00:02.000 --> 00:00:02.010 align:start position:0%
the ferry left
 

00:00:02.010 --> 00:00:04.000 align:start position:0%
the ferry left
at<00:00:02.500><c> nine</c>

00:00:04.000 --> 00:00:04.010 align:start position:0%
at nine
 

00:00:04.010 --> 00:00:06.000 align:start position:0%
at nine
in<00:00:05.500><c> rain</c>

00:00:06.000 --> 00:00:06.010
in rain
 

00:00:06.010 --> 00:00:07.000
in rain
and<00:00:06.500><c> wind</c>
`;

  test("say every word once, at the time of its first word", () => {
    const read = readSubtitles(rolling, "a.vtt");
    expect(read.text).toBe("the ferry left at nine in rain and wind");
    expect(read.language).toBe("en");
    expect(timed(read)).toEqual([
      "1 0-500 the",
      "1 500-1000 ferry",
      "1 1000-2000 left",
      "3 2010-2500 at",
      "3 2500-4000 nine",
      "5 4010-5500 in",
      "5 5500-6000 rain",
      "7 6010-6500 and",
      "7 6500-7000 wind",
    ]);
  });

  test("painted on word by word", () => {
    expect(heard(vtt("The", "The ferry", "The ferry leaves", "The ferry leaves at", "nine."))).toEqual([
      "The ferry leaves at nine.",
    ]);
  });

  test("people who repeat themselves are heard twice", () => {
    expect(heard(vtt("No.", "No.", "We ring it.", "We ring it.", "Yes.", "At five."))).toEqual([
      "No. No. We ring it. We ring it. Yes. At five.",
    ]);
  });
});

describe("files of subtitles", () => {
  const rows: [what: string, text: string, places: string[]][] = [
    ["hours missing", "WEBVTT\n\n01:02.003 --> 01:03.000\na", ["1 62003-63000 a"]],
    ["a comma in WebVTT", "WEBVTT\n\n00:00:01,500 --> 00:00:02,000 line:0\na", ["1 1500-2000 a"]],
    ["a dot in SubRip", "1\n00:00:01.500 --> 00:00:02.000\na", ["1 1500-2000 a"]],
    ["no fraction", "1\n00:00:01 --> 00:00:02\na", ["1 1000-2000 a"]],
    [
      "no numbers",
      "00:00:01,0 --> 00:00:02,0\na\n\n00:00:02,0 --> 00:00:03,0\nb",
      ["1 1000-2000 a", "2 2000-3000 b"],
    ],
    [
      "no empty line",
      "1\n00:01,0 --> 00:02,0\na\n2\n00:02,0 --> 00:03,0\nb",
      ["1 1000-2000 a", "2 2000-3000 b"],
    ],
    [
      "an empty line in a cue",
      "1\n00:01,0 --> 00:02,0\na\n\nb\n\n2\n00:02,0 --> 00:03,0\nc",
      ["1 1000-2000 a b", "2 2000-3000 c"],
    ],
    ["CRLF", "1\r\n00:01,0 --> 00:02,0\r\na\r\nb\r\n\r\n", ["1 1000-2000 a b"]],
    ["CR", "1\r00:01,0 --> 00:02,0\ra\r\r2\r00:02,0 --> 00:03,0\rb", ["1 1000-2000 a", "2 2000-3000 b"]],
    ["a byte-order mark", "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\na", ["1 1000-2000 a"]],
    [
      "cues out of order",
      "WEBVTT\n\n00:03.000 --> 00:04.000\nb\n\n00:01.000 --> 00:02.000\na",
      ["2 1000-2000 a", "1 3000-4000 b"],
    ],
    [
      "identifiers, notes, styles",
      "WEBVTT\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE b\nc\n\nkeynote\n00:01.000 --> 00:02.000\na\n\nNOTE d\n\n00:02.000 --> 00:03.000\nb",
      ["1 1000-2000 a", "2 2000-3000 b"],
    ],
    [
      "a number that is said",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n3\n\n00:02.000 --> 00:03.000\n2",
      ["1 1000-2000 3", "2 2000-3000 2"],
    ],
    ["an end before its start", "1\n00:02,0 --> 00:01,0\na", ["1 2000-2000 a"]],
  ];
  test.each(rows)("%s", (_, text, places) => expect(timed(readSubtitles(text, "a.srt"))).toEqual(places));

  test("a title and a language, from the header or a note", () => {
    expect(readSubtitles(`WEBVTT - Harbour talk\n${vtt("a").slice(6)}`, "a.vtt")).toMatchObject({
      title: "Harbour talk",
    });
    const noted = vtt("a").replace("WEBVTT", "WEBVTT\nLanguage: sv\n\nNOTE title: Bells");
    expect(readSubtitles(noted, "a.vtt")).toMatchObject({ title: "Bells", language: "sv" });
  });

  test("a position is a place in the file", () => {
    const read = readSubtitles(
      "1\n00:01,0 --> 00:02,0\nWe <i>ring it\n\n2\n00:02,0 --> 00:03,0\nat five",
      "a.srt",
    );
    expect(read.position(read.text.indexOf("ring"))).toEqual({ line: 3, column: 7 });
    expect(read.position(read.text.indexOf("five"))).toEqual({ line: 7, column: 4 });
  });

  test.each([
    ["no cue", "The ferry leaves at nine.", "damaged"],
    ["nothing", "", "damaged"],
    ["a header alone", "WEBVTT - title\n", "no-text"],
    ["cues without words", vtt("<i></i>", " "), "no-text"],
    ["one cue of ten megabytes", vtt("<v ".repeat(3_400_000)), "too-complex"],
    ["a million cues", `WEBVTT\n\n${"00:01.000 --> 00:02.000\na\n\n".repeat(1_000_000)}`, "too-complex"],
  ])("%s is refused", (_, text, code) => {
    const refused = (): unknown => readSubtitles(text, "a.vtt");
    expect(refused).toThrow(expect.objectContaining({ name: "FormatError", code }));
  });

  test("an old Western or Arabic encoding is read", () => {
    const bytes = (text: string, from: string): Uint8Array =>
      Uint8Array.from([...text], (letter) => (letter === from ? 0xe9 : letter.charCodeAt(0)));
    expect(readText(bytes("1\n00:01,0 --> 00:02,0\nCafé", "é"), "a.srt").text).toBe("Café");
  });
});

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const cues = fc
  .array(
    fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), fc.array(word, { minLength: 1, maxLength: 6 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((drawn) => {
    let at = 0;
    return drawn.map(([pause, length, words]) => {
      const from = at + pause;
      at = from + length;
      return { from, to: at, words: words.join(" ") };
    });
  });

type Drawn = { from: number; to: number; words: string }[];
const asVtt = (drawn: Drawn): string =>
  `WEBVTT\n\n${drawn.map(({ from, to, words }) => `${time(from, ".")} --> ${time(to, ".")}\n${words}`).join("\n\n")}`;
const asSrt = (drawn: Drawn): string =>
  drawn
    .map(({ from, to, words }, i) => `${i + 1}\n${time(from, ",")} --> ${time(to, ",")}\n${words}`)
    .join("\n\n");

describe("any cues", () => {
  test("come back in order with their times, and WebVTT and SubRip agree", () => {
    fc.assert(
      fc.property(cues, (drawn) => {
        const read = readSubtitles(asVtt(drawn), "a.vtt");
        const same = readSubtitles(asSrt(drawn), "a.srt");
        expect(same.text).toBe(read.text);
        expect(same.places).toEqual(read.places);
        fc.pre(!drawn.some(({ words }, i) => words.startsWith(`${drawn[i - 1]?.words} `)));
        expect(timed(read)).toEqual(drawn.map(({ from, to, words }, i) => `${i + 1} ${from}-${to} ${words}`));
      }),
    );
  });

  test("of a sound file are those that another reader finds", () => {
    fc.assert(
      fc.property(cues, fc.constantFrom(asVtt, asSrt), (drawn, write) => {
        const text = write(drawn);
        const read = readSubtitles(text, "a.vtt");
        for (const { text: words, from, to } of parse(text).entries) {
          const places = read.places.filter(
            ({ place }) => place.kind === "cue" && place.from === from && place.to === to,
          );
          expect(places.map(({ start, end }) => read.text.slice(start, end))).toContain(words);
        }
      }),
    );
  });
});

const piece = fc.constantFrom(
  ..."00:01.000-->00:02.000 00:03,5-->00:04 WEBVTT NOTE 7 <v_Ilse> <v> </v> <i> <rt> <00:01.500> ILSE: Q: >> - [bell] ( ) [ ♪ &amp; & < {\\an8} ... … -- ferry harbour- مرفأ 😀 \ud800 \0"
    .split(" ")
    .map((one) => one.replace("-->", " --> ").replace("_", " ")),
  "\n",
  "\n\n",
  "\r\n",
  "\n00:01.000 --> 00:02.000\n",
  "\n\n2\n00:02,000 --> 00:03,000\n",
);
const hostile = fc
  .array(piece, { maxLength: 50 })
  .map((pieces) => `WEBVTT\n\n00:00.000 --> 00:01.000\nbell ${pieces.join(" ")}`);

test("any file has blocks, passages and places in order, of words alone, and positions in the file", () => {
  fc.assert(
    fc.property(hostile, (given) => {
      const { text, blocks, markup, places, position } = readSubtitles(given, "a.vtt");
      let end = 0;
      for (const block of blocks) {
        expect(text.slice(end, block.start)).toMatch(/^\s*$/);
        expect(text.slice(block.start, block.end)).toMatch(/^\S(?:[\s\S]*\S)?$/);
        end = block.end;
      }
      expect(end).toBe(text.length);
      if (markup !== null) {
        expect(markup.passages.map(({ start, end }) => [start, end])).toEqual(
          blocks.map(({ start, end }) => [start, end]),
        );
        for (const { turn } of markup.passages)
          if (turn !== null) expect(markup.turns[turn - 1]).toBeDefined();
      }
      let last = 0;
      for (const span of places) {
        expect(span.start).toBeGreaterThanOrEqual(last);
        last = span.end;
      }
      for (let at = 0; at < text.length; at++)
        if (/\S/.test(text[at]!)) expect(placeAt(places, at)).not.toBeNull();
      const lines = given.split(/\r\n|\n|\r/);
      for (let at = 0; at <= text.length; at++) {
        const { line, column } = position(at);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 2);
      }
    }),
    { numRuns: 300 },
  );
});

const MANY = 50_000;

describe("one cue is read to its end, given", () => {
  test.each([
    ["voices in voices", "<v A>x ".repeat(MANY)],
    ["tags in tags", `${"<i><b><c.a>".repeat(MANY)}bell`],
    ["readings without an end", `bell ${"<ruby><rt>".repeat(MANY)}`],
    ["tags without an end", "<v ".repeat(MANY)],
    ["brackets in brackets", "[(".repeat(MANY)],
    ["labels", "ILSE: we ring\n".repeat(MANY / 10)],
    ["dashes", "- We ring\n".repeat(MANY / 10)],
    ["sounds", "[bell]\n".repeat(MANY / 10)],
    ["notes", "♪ a ".repeat(MANY)],
    ["times", "a<00:00:00.500>".repeat(MANY / 2)],
    ["ampersands", "&".repeat(MANY)],
    ["dots", "a ... ".repeat(MANY)],
    ["blanks", `${" ".repeat(MANY)}a`],
    ["one word", "a".repeat(MANY)],
  ])("%s", (_, cue) => {
    const read = readSubtitles(vtt(cue), "a.vtt");
    expect(read.position(read.text.length).line).toBeGreaterThan(1);
  });
});
