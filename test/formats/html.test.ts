import { describe, expect, test } from "vitest";
import { readHtml } from "../../src/formats/index.ts";
import { shown } from "./shown.ts";

describe("blocks of HTML", () => {
  const rows: [what: string, html: string, blocks: string[]][] = [
    ["nothing", "", []],
    ["text with no tags", "The ferry", ["paragraph: The ferry"]],
    [
      "headings and paragraphs",
      "<h1>A</h1><p>b<p>c<h3>D</h3>",
      ["heading1: A", "paragraph: b", "paragraph: c", "heading3: D"],
    ],
    ["a bold line is a paragraph", "<p><b>The Pier</b></p><p>b", ["paragraph: The Pier", "paragraph: b"]],
    [
      "text of a division around paragraphs",
      "<div>a <i>b</i><p>c</p>d</div>e",
      ["paragraph: a b", "paragraph: c", "paragraph: d", "paragraph: e"],
    ],
    [
      "block quotations",
      "<blockquote>a<blockquote><p>b</p></blockquote></blockquote>c",
      ["quotation1: a", "quotation2: b", "paragraph: c"],
    ],
    [
      "a block quotation's credit",
      "<blockquote><p>a</p><cite>Ada Penrose</cite></blockquote><blockquote>b<footer>— <cite>Tom</cite></footer></blockquote><blockquote><cite>c</cite> d</blockquote>",
      ["quotation1: a", "quotation1: — Ada Penrose", "quotation1: b", "quotation1: — Tom", "quotation1: c d"],
    ],
    ["lists", "<ul><li>a<ol><li>b</ol><li><p>c</p></ul>", ["item1: a", "item2: b", "item1: c"]],
    [
      "captions",
      "<figure><img src=a><figcaption>a</figcaption></figure><table><caption>b</caption><tr><td>c</table>",
      ["caption: a", "caption: b", "paragraph: c"],
    ],
    ["captions by class", '<p class="wp-caption-text">a</p>', ["caption: a"]],
    [
      "cells",
      "<table><tr><th>a<td>b<tr><td><p>c<p>d</table>",
      ["paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d"],
    ],
    ["terms", "<dl><dt>a<dd>b</dl>", ["paragraph: a", "paragraph: b"]],
    [
      "code",
      "<p>a</p><pre>\n  b\n   c\n\nd</pre><p>e and much more text of the page</p>",
      ["paragraph: a", "preformatted: b\n   c\n\nd", "paragraph: e and much more text of the page"],
    ],
    [
      "a page that is one typed text",
      "<pre>The ferry\nleft.\n\nIt rained.</pre>",
      ["paragraph: The ferry\nleft.", "paragraph: It rained."],
    ],
    ["a line break", "<p>a<br>b <br/> c", ["paragraph: a\nb\nc"]],
    [
      "two line breaks part paragraphs",
      "<p>a<br><br>b<br>\n&nbsp;<br>c",
      ["paragraph: a", "paragraph: b", "paragraph: c"],
    ],
    ["empty paragraphs are none", "<p>a<p>&nbsp;<p> <p>b", ["paragraph: a", "paragraph: b"]],
    ["a rule", "a<hr>b", ["paragraph: a", "paragraph: b"]],
    ["tags that are never closed", "<p><b>a<p><i>b<div>c", ["paragraph: a", "paragraph: b", "paragraph: c"]],
    ["text in a table's wrong place", "<table>a<tr><td>b</table>", ["paragraph: a", "paragraph: b"]],
  ];
  test.each(rows)("%s", (_, html, blocks) => {
    expect(shown(readHtml(html))).toEqual(blocks);
  });
});

describe("text of HTML", () => {
  const rows: [what: string, html: string, text: string][] = [
    ["white space collapses", "<p> a \n\t b<b> c </b> d</p>", "a b c d"],
    ["no-break spaces stay", "<p>a&nbsp; b\u00a0c", "a\u00a0 b\u00a0c"],
    ["character references", "a &amp; b &hellip; &#8220;c&#x201d; &eacute; AT&T", "a & b … “c” é AT&T"],
    ["words across tags", "<p>har<b>bo</b><span>ur</span>", "harbour"],
    [
      "scripts and styles",
      "a<script>b</script><style>c</style><noscript>d</noscript><template>e</template> f",
      "a f",
    ],
    [
      "menus and sidebars",
      "<nav>a</nav><p>b</p><aside>c</aside><div role=navigation>d</div><menu><li>e</menu>",
      "b",
    ],
    [
      "controls",
      "<form><label>a</label><input value=b><button>c</button></form><p>d <select><option>e</select>",
      "d",
    ],
    [
      "hidden text",
      "<p>a<p hidden>b<p aria-hidden=true>c<p style='color:red; display : none'>d<p style='visibility:hidden'>e<p class='x sr-only'>f",
      "a",
    ],
    [
      "site header and footer",
      "<header>a</header><main><header><h1>b</h1></header>c<footer>d</footer></main><footer>e</footer>",
      "b\n\nc\n\nd",
    ],
    ["a header with the only title", "<header><h1>a</h1></header><p>b", "a\n\nb"],
    [
      "a form around the page",
      "<form action=x><h1>a</h1><p>b</p><input type=hidden value=c></form>",
      "a\n\nb",
    ],
    ["a page with nothing but a menu", "<nav>a</nav>", "a"],
    ["hidden parts end a block", "a<div hidden>b</div>c", "a\n\nc"],
    ["deleted words", "<p>a <del>b</del><ins>c</ins> d</p><del><p>e</p></del>", "a c d"],
    [
      "Word's comments and hidden words",
      "<p>a<a class=msocomanchor href='#_msocom_1'>[B1]</a><span style='mso-hide:all'>c</span> d</p><div style='mso-element:comment-list'><div style='mso-element:comment'><p>e</p></div></div>",
      "a d",
    ],
    [
      "menus and boxes of AMP",
      "<amp-sidebar><p>a</p></amp-sidebar><article><p>b</p><amp-ad>c</amp-ad><amp-accordion><section><p>d</p></section></amp-accordion></article>",
      "b\n\nd",
    ],
    ["pictures", "<p>a <img alt='b' src=c> d", "a d"],
    ["old pages", "<font size=2><center><b>a</b></center><p align=left>b</font>", "a\n\nb"],
  ];
  test.each(rows)("%s", (_, html, text) => {
    expect(readHtml(html).text).toBe(text);
  });
});

describe("quotation marks of <q>", () => {
  const rows: [html: string, text: string][] = [
    ["<p>He said <q>yes</q>.", "He said “yes”."],
    ["<q>a <q>b</q> c</q>", "“a ‘b’ c”"],
    ["<html lang=fr><q>a <q>b</q></q>", "«a “b”»"],
    ["<p lang=de><q>a</q>", "„a“"],
    ["<p lang=de-CH><q>a</q>", "«a»"],
    ["<p lang=ja><q>a</q>", "「a」"],
    ["<q>“a”</q>", "“a”"],
  ];
  test.each(rows)("%s", (html, text) => {
    expect(readHtml(html).text).toBe(text);
  });
});

describe("notes of HTML", () => {
  const rows: [what: string, html: string, blocks: string[]][] = [
    [
      "raised links and a list",
      '<p>a<sup id="r1"><a href="#fn1">1</a></sup>.</p><ol><li id="fn1"><p>Note. <a href="#r1">↩︎</a></p><p>More.</p></li></ol><p>b',
      ["paragraph: a[1].", "note: [1] Note.", "note: More.", "paragraph: b"],
    ],
    [
      "links by role",
      '<p>a<a href="#x" role="doc-noteref"><sup>2</sup></a><section role="doc-endnotes"><ol><li id="x">Note<a role="doc-backlink" href="#y">back</a></ol></section>',
      ["paragraph: a[2]", "note: [2] Note"],
    ],
    [
      "links with brackets, as word processors write them",
      '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a> b<p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.<p>c',
      ["paragraph: a[1] b", "note: [1] Note.", "paragraph: c"],
    ],
    [
      "a note whose source was lost",
      '<p>a<a href="#_edn2" name="_ednref2">[2]</a>:</p><p><a href="#_ednref2" name="_edn2">[2]</a>, May 2, 2018.</p>',
      ["paragraph: a[2]:", "note: [2], May 2, 2018."],
    ],
    [
      "brackets outside the link",
      '<p>a[<a href="#n3">3</a>]<p id="n3">3. Note.',
      ["paragraph: a[3]", "note: [3] Note."],
    ],
    [
      "notes in one paragraph, line by line",
      '<p>a<a href="#fn1">[1]</a> b<a href="#fn2">[2]</a><p>Notes<br><a name="fn1"></a>1. One<br><a name="fn2"></a>2. Two',
      ["paragraph: a[1] b[2]", "paragraph: Notes", "note: [1] One", "note: [2] Two"],
    ],
    [
      "links to the whole address",
      '<p>a<a href="https://pier.example/story#_edn1">[1]</a><p id="_edn1">Note.',
      ["paragraph: a[1]", "note: [1] Note."],
    ],
    [
      "an encyclopedia's",
      '<p>a<sup class="reference"><a href="#cite_note-7"><span>[</span>4<span>]</span></a></sup><ol><li id="cite_note-7"><span class="mw-cite-backlink"><b><a href="#z">^</a></b></span> <span>Note</span></ol>',
      ["paragraph: a[4]", "note: [4] Note"],
    ],
    [
      "an aside by role",
      '<p>a<aside role="doc-footnote" id="fn9">Note</aside>',
      ["paragraph: a", "note: [9] Note"],
    ],
    [
      "raised numbers without links",
      "<p>The pier<sup>1</sup> is long.<p><sup>1</sup> Note.",
      ["paragraph: The pier[1] is long.", "note: [1] Note."],
    ],
    [
      "powers and units are none",
      "<p>9 m<sup>2</sup>, 10<sup>3</sup>, 1<sup>st</sup>",
      ["paragraph: 9 m2, 103, 1st"],
    ],
    [
      "a contents list is none",
      '<p><a href="#s1">1</a> Piers<h2 id="s1">Piers</h2>',
      ["paragraph: 1 Piers", "heading2: Piers"],
    ],
  ];
  test.each(rows)("%s", (_, html, blocks) => {
    expect(shown(readHtml(html))).toEqual(blocks);
  });
});

describe("languages", () => {
  test("a block has that of its element, or of all its words", () => {
    const html = '<html lang="en"><p>a<p lang="ar">ب<p><i lang="fr">c</i><p>d <i lang="fr">e</i>';
    const { language, blocks } = readHtml(html);
    expect(language).toBe("en");
    expect(blocks.map((block) => block.language)).toEqual(["en", "ar", "fr", "en"]);
  });

  test("is null where the page says none", () => {
    const { language, blocks } = readHtml("<p>a");
    expect([language, blocks[0]!.language]).toEqual([null, null]);
  });
});

describe("what a page says of itself", () => {
  const rows: [html: string, fields: Record<string, string | null>][] = [
    ["<p>a", { title: null, author: null, published: null, outlet: null, language: null }],
    ["<title> The\n Pier </title>", { title: "The Pier" }],
    [
      '<title>The Pier - Courier</title><meta property="og:site_name" content="Courier">',
      { title: "The Pier", outlet: "Courier" },
    ],
    ['<meta property="og:title" content="The Pier"><title>Pier | x</title>', { title: "The Pier" }],
    ['<meta name="author" content="Ann Lee">', { author: "Ann Lee" }],
    [
      '<meta property="article:author" content="https://a.b/ann"><p>By <a rel="author" href="x">Ann Lee</a>',
      { author: "Ann Lee" },
    ],
    ['<p class="byline">By Ann Lee</p>', { author: "Ann Lee" }],
    [
      '<meta property="article:published_time" content="2019-03-04T10:00Z"><time datetime="2020-01-01">',
      { published: "2019-03-04T10:00Z" },
    ],
    ['<time datetime="2019-03-04">March 4</time>', { published: "2019-03-04" }],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"The Pier","author":[{"name":"Ann"},{"name":"Bo"}],"datePublished":"2019-03-04","publisher":{"name":"Courier"}}]}</script>',
      { title: "The Pier", author: "Ann, Bo", published: "2019-03-04", outlet: "Courier" },
    ],
    ['<script type="application/ld+json">{broken</script>', { title: null }],
  ];
  test.each(rows)("%s", (html, fields) => {
    expect(readHtml(html)).toMatchObject(fields);
  });
});

describe("positions are those of the original", () => {
  const rows: [html: string, word: string, line: number, column: number][] = [
    ["<p>the pier", "pier", 1, 8],
    ["<p>a &amp;\n &eacute; pier", "pier", 2, 11],
    ["<p>a\r\n\r\nb pier", "pier", 3, 3],
    ["<p>a   <b>\n\n</b> pier", "pier", 3, 6],
    ["a</foo>b pier", "pier", 1, 10],
    [" &amp; pier", "pier", 1, 8],
    ["<table>a<tr><td>pier</table>", "pier", 1, 17],
  ];
  test.each(rows)("in %j, %s is at %i:%i", (html, word, line, column) => {
    const { text, position } = readHtml(html);
    expect(position(text.indexOf(word))).toEqual({ line, column });
  });
});
