import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../src/formats/index.ts";
import { shown } from "./shown.ts";

describe("blocks of Markdown", () => {
  const rows: [what: string, source: string, blocks: string[]][] = [
    ["nothing", "", []],
    [
      "paragraphs",
      "The ferry\nleft.\n\nIt rained.",
      ["paragraph: The ferry\nleft.", "paragraph: It rained."],
    ],
    ["a line of no-break spaces parts them", "a\n\u00a0\nb", ["paragraph: a", "paragraph: b"]],
    ["CRLF", "# A\r\n\r\nb\r\nc\r\n", ["heading1: A", "paragraph: b\nc"]],
    ["headings", "# One\n## Two ##\n#Three", ["heading1: One", "heading2: Two", "paragraph: #Three"]],
    ["underlined headings", "One\n===\nTwo\nlines\n---\n", ["heading1: One", "heading2: Two\nlines"]],
    ["rules are no text", "a\n\n***\n\n- - -\nb", ["paragraph: a", "paragraph: b"]],
    ["a block quotation", "> The tide\n> is high.", ["quotation1: The tide\nis high."]],
    ["a lazy block quotation", "> The tide\nis high.", ["quotation1: The tide\nis high."]],
    [
      "quotations in quotations",
      "> a\n>> b\n>\n> c\n\nd",
      ["quotation1: a", "quotation2: b", "quotation1: c", "paragraph: d"],
    ],
    ["a heading in a quotation", "> # a\n> b", ["heading1: a", "quotation1: b"]],
    ["a list", "- a\n- b\n  c\n\n  d\n* e", ["item1: a", "item1: b\nc", "item1: d", "item1: e"]],
    ["a numbered list", "1. a\n2) b", ["item1: a", "item1: b"]],
    [
      "lists in lists",
      "- a\n  - b\n    1. c\n- - d\n  - e",
      ["item1: a", "item2: b", "item3: c", "item2: d", "item2: e"],
    ],
    ["a quotation in an item", "- > a", ["quotation1: a"]],
    ["a year starts no list", "1984. It was a wet year.", ["paragraph: 1984. It was a wet year."]],
    ["a number inside a paragraph starts no list", "It was in\n7. June.", ["paragraph: It was in\n7. June."]],
    ["a fence", "```js\nlet *x*\n\n  y\n```\nb", ["preformatted: let *x*\n\n  y", "paragraph: b"]],
    ["a fence that never ends", "~~~\na\n```\nb", ["preformatted: a\n```\nb"]],
    ["indented code", "    a *b*\n\n      c\nd", ["preformatted: a *b*\n\n  c", "paragraph: d"]],
    [
      "a table's rows",
      "|Host|Said|\n|--|:-:|\n|Ann|*We \\| sail*|\nBo|No\n\nc",
      ["paragraph: Host\tSaid", "paragraph: Ann\tWe | sail", "paragraph: Bo\tNo", "paragraph: c"],
    ],
    ["a line with a bar is no table", "Ports | Dispatch No. 9\nb", ["paragraph: Ports | Dispatch No. 9\nb"]],
    [
      "comments are left out",
      "a <!-- b\nc --> d\n\n<!--\ne\n\nf -->\ng",
      ["paragraph: a  d", "paragraph: g"],
    ],
    ["an image alone gives its caption", "![The *old* pier](a.png)", ["caption: The old pier"]],
    ["images alone give a caption each", "![One](a.png)\n![Two](b.png)", ["caption: One", "caption: Two"]],
    ["an image in a line is left out", "The ![icon](a.png) pier", ["paragraph: The  pier"]],
    [
      "an HTML block is read as HTML",
      '<div class="a">\nThe <b>pier</b>\n&amp; more\n</div>\n\nb',
      ["paragraph: The pier & more", "paragraph: b"],
    ],
    [
      "an HTML block quotation holds Markdown",
      "<blockquote>\n\n*a*\n\n</blockquote>\n\nb",
      ["quotation1: a", "paragraph: b"],
    ],
    ["scripts are left out", "<script>\nlet a;\n\nb\n</script>\nc", ["paragraph: c"]],
  ];
  test.each(rows)("%s", (_, source, blocks) => {
    expect(shown(readMarkdown(source))).toEqual(blocks);
  });
});

describe("inline marks", () => {
  const rows: [what: string, source: string, text: string][] = [
    ["emphasis", "*a* _b_ **c** __d__ ***e*** ~~f~~ `g`", "a b c d e f g"],
    [
      "emphasis inside a word",
      "un*frigging*believable snake_case_name",
      "unfriggingbelievable snake_case_name",
    ],
    ["stars that are no marks", "2 * 3 * 4, ** a*", "2 * 3 * 4, ** a*"],
    ["marks in code stay", "`*a* [b](c)` ``d ` e``", "*a* [b](c) d ` e"],
    ["quotation marks inside emphasis", "*“The tide,”* she said", "“The tide,” she said"],
    ["links", "[the pier](http://a.b 'c') [it](<d e>) [x](f(g)h)", "the pier it x"],
    ["links by label", "[the pier][p] [P][] [p]\n\n[p]: https://a.b 'Title'", "the pier P p"],
    [
      "addresses",
      "<https://a.b/c_d_e> <ann@pier.org> https://a.b/_c_",
      "https://a.b/c_d_e ann@pier.org https://a.b/_c_",
    ],
    [
      "supplied words",
      "“[The fund] is … [sic] […] [...] [T]he end [ ]”",
      "“[The fund] is … [sic] […] [...] [T]he end [ ]”",
    ],
    [
      "brackets before a remark in parentheses",
      "[the pier] (so he said) [it](as he said)",
      "[the pier] (so he said) [it](as he said)",
    ],
    ["a label with no definition", "[a][b] [c][]", "[a][b] [c][]"],
    [
      "speech that looks like a definition",
      "[Host]: Yes.\n[Guest]: No, never.",
      "[Host]: Yes.\n[Guest]: No, never.",
    ],
    ["escapes", "\\[a\\] \\*b\\* 1\\. \\x", "[a] *b* 1. \\x"],
    [
      "character references",
      "a &amp; b&nbsp;c &#8230; &hellip; &nosuch; AT&T;",
      "a & b\u00a0c … … &nosuch; AT&T;",
    ],
    ["line breaks", "a  \nb\\\nc<br>d", "a\nb\nc\nd"],
    ["tags", "<span lang='fr'>a</span> <b>b</b>", "a b"],
    ["angles that are no tags", "a <inaudible> b < c <3", "a <inaudible> b < c <3"],
    ["a link to a note keeps its brackets", "pier[1](#fn1) and pier[\\[2\\]](#_ftn2)", "pier[1] and pier[2]"],
    ["a raised number is a note's marker", "the pier<sup>3</sup> of 9 m<sup>2</sup>", "the pier[3] of 9 m2"],
  ];
  test.each(rows)("%s", (_, source, text) => {
    expect(readMarkdown(source).text).toBe(text);
  });
});

describe("footnotes", () => {
  const rows: [what: string, source: string, blocks: string[]][] = [
    [
      "are numbered as they are met",
      "a[^x] b[^y]\n\n[^y]: Two\n[^x]: One",
      ["paragraph: a[1] b[2]", "note: [2] Two", "note: [1] One"],
    ],
    ["keep the numbers they have", "a[^3]\n\n[^3]: Three", ["paragraph: a[3]", "note: [3] Three"]],
    [
      "hold paragraphs",
      "a[^x]\n\n[^x]: One\n    more\n\n    Two\n\nb",
      ["paragraph: a[1]", "note: [1] One\nmore", "note: Two", "paragraph: b"],
    ],
    ["may lack their definition", "a[^2]", ["paragraph: a[2]"]],
    ["may be links by number", "a[1]\n\n[1]: https://a.b", ["paragraph: a[1]", "note: [1] https://a.b"]],
  ];
  test.each(rows)("%s", (_, source, blocks) => {
    expect(shown(readMarkdown(source))).toEqual(blocks);
  });

  test("a number that is only a link's label is no note", () => {
    expect(readMarkdown("[the pier][1]\n\n[1]: https://a.b").text).toBe("the pier");
  });
});

describe("front matter", () => {
  test("gives the fields of YAML", () => {
    const source =
      '---\ntitle: "The pier: a story"\nauthors:\n  - name: Ann Lee\n  - Bo\ndate: 2019-03-04 # draft\nlang: fr\n---\nText';
    expect(readMarkdown(source)).toMatchObject({
      title: "The pier: a story",
      author: "Ann Lee, Bo",
      published: "2019-03-04",
      language: "fr",
      outlet: null,
      text: "Text",
    });
  });

  test("gives the fields of TOML", () => {
    const source = '+++\ntitle = "The pier"\nauthor = ["Ann", "Bo"]\npublisher = "Courier"\n+++\nText';
    expect(readMarkdown(source)).toMatchObject({
      title: "The pier",
      author: "Ann, Bo",
      outlet: "Courier",
      text: "Text",
    });
  });

  const rows: [what: string, source: string, text: string][] = [
    ["text between two rules is text", "---\nThe ferry left.\n\n---\nb", "The ferry left.\n\nb"],
    [
      "a transcript between two rules is text",
      "---\nHost: Yes.\n\nGuest: No.\n\n---\nb",
      "Host: Yes.\n\nGuest: No.\n\nb",
    ],
    ["a rule that nothing closes is a rule", "---\ntitle: a", "title: a"],
  ];
  test.each(rows)("%s", (_, source, text) => {
    expect(readMarkdown(source)).toMatchObject({ text, title: null });
  });
});

describe("positions are those of the original", () => {
  const rows: [source: string, word: string, line: number, column: number][] = [
    ["# The *pier*", "pier", 1, 8],
    ["> a\n> > the pier", "pier", 2, 9],
    ["---\ntitle: x\n---\n\n[the](y) pier", "pier", 5, 10],
    ["a &amp; pier", "pier", 1, 9],
    ["- a\r\n  pier", "pier", 2, 3],
    ["|a|b|\n|-|-|\n|c|pier|", "pier", 3, 4],
    ["> <div>\n> the pier</div>", "pier", 2, 7],
    ["a\n\n```\n  x\n  pier\n```", "pier", 5, 3],
  ];
  test.each(rows)("in %j, %s is at %i:%i", (source, word, line, column) => {
    const { text, position } = readMarkdown(source);
    expect(position(text.indexOf(word))).toEqual({ line, column });
  });
});
