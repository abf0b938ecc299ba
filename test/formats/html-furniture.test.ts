import { describe, expect, test } from "vitest";
import { FormatError, readHtml, readText } from "../../src/formats/index.ts";

const long = "The ferry leaves the harbour at nine, and the bell is rung when it is out of sight. "
  .repeat(3)
  .trim();

describe("what looks like a site's furniture and is text stays", () => {
  const rows: [what: string, html: string, words: string][] = [
    [
      "a section named by its heading",
      `<section id="comments"><h2>Comments</h2><p>We ring.</section>`,
      "We ring.",
    ],
    [
      "a division of sections",
      `<div class="section" id="sidebar"><h2>Sidebar</h2><p>We ring.</div>`,
      "We ring.",
    ],
    ["a heading of such a name", `<h2 id="related">Related</h2><p>We ring.`, "Related"],
    [
      "an article in such a class",
      `<article class="category-social tag-newsletter"><p>We ring.</article>`,
      "We ring.",
    ],
    [
      "a wrapper around the title",
      `<div class="has-sidebar menu"><h1>Bells</h1><p>We ring.</div>`,
      "We ring.",
    ],
    [
      "a wrapper around the text",
      `<div class="promo"><div class="entry-content"><p>We ring.</div></div>`,
      "We ring.",
    ],
    ["most of the page", `<div class="social"><p>${long} We ring.</div><p>Bells.`, "We ring."],
    ["notes", `<p>Bells.</p><div class="footnotes sidebar"><p>We ring.</div>`, "We ring."],
    ["a caption", `<div class="social-caption">We ring.</div>`, "We ring."],
    ["a byline", `<div class="byline social">By Ada Penrose</div>`, "Ada Penrose"],
    [
      "a sentence that says read more",
      `<p>Read more: <a href="/b">books</a> help, we ring, and nobody minds.`,
      "nobody minds",
    ],
    ["a link in a sentence", `<p>Related <a href="/b">bells</a> ring.`, "bells"],
    ["a class of a few letters like ad", `<p class="adagio">We ring.`, "We ring."],
    [
      "a pull quote that stands alone",
      `<aside class="pullquote">We ring in the rain.</aside>`,
      "We ring in the rain.",
    ],
    ["an article's own header of that class", `<div class="header"><p>We ring.</div>`, "We ring."],
  ];
  test.each(rows)("%s", (_, html, words) => expect(readHtml(`${html}<p>${long}`).text).toContain(words));
});

test("a page that is nothing but such a part is read", () => {
  expect(readHtml('<div class="comments"><p>We ring.</div>').text).toBe("We ring.");
});

describe("what stands around a text is left out", () => {
  const rows: [what: string, html: string][] = [
    ["a share bar", `<div class="share-buttons"><a href="#">Away</a></div>`],
    ["a share bar of another name", `<ul class="c-social-buttons--top"><li>Away</ul>`],
    ["related texts", `<section class="related-posts"><h2>Away</h2></section>`],
    ["comments longer than the text", `<div id="comments"><p>Away ${long} ${long} ${long} ${long}</div>`],
    ["a line to another text", `<p><b>Read also:</b> <a href="/x">Away</a>`],
    ["a line that is a link", `<p><a href="/x">Read more: Away</a>`],
    ["a repeated pull quote", `<div class="pull-quote">“The bell is rung when it is out of sight”</div>`],
    ["a cookie banner", `<div id="onetrust-consent-sdk">Away</div>`],
    ["what is not printed", `<div class="noprint">Away</div>`],
    ["an old page's header", `<div id="header">Away</div>`],
  ];
  test.each(rows)("%s", (_, html) => expect(readHtml(`${html}<p>${long}`).text).toBe(long));
});

describe("an address", () => {
  test.each([
    ['<link rel="canonical" href="https://a.example/x">', "https://a.example/x"],
    ['<meta property="og:url" content="https://a.example/y">', "https://a.example/y"],
    [
      '<!-- saved from url=(0019)https://a.example/z --><link rel="canonical" href="https://a.example/x">',
      "https://a.example/z",
    ],
    ['<link rel="canonical" href="/x">', null],
    ["<!-- saved from url=(0016)file:///home/a/x -->", null],
    ["", null],
  ])("%s", (html, address) => expect(readHtml(`${html}<p>a`).address).toBe(address));
});

describe("a page saved as one file", () => {
  const saved = (part: string, boundary = "b"): Buffer =>
    Buffer.from(
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="${boundary}"\n\n--b\n${part}\n--b--\n`,
    );

  test("in base64, in another charset", () => {
    const words = Buffer.from("<p>Café", "latin1").toString("base64");
    const part = `Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n${words}`;
    expect(readText(saved(part), "page.mht").text).toBe("Café");
  });

  test.each([
    ["without HTML", saved("Content-Type: image/png\n\nx")],
    ["without its boundary", saved("Content-Type: text/html\n\n<p>a", "c")],
    ["a million times its boundary", saved("--b\n".repeat(1_000_000))],
  ])("%s is refused", (_, bytes) => {
    expect(() => readText(bytes, "page.mhtml")).toThrow(FormatError);
  });

  test("inside such a file is read no deeper", () => {
    const inner = `Content-Type: text/html\n\n${saved("Content-Type: text/html\n\n<p>a").toString()}`;
    expect(readText(saved(inner), "page.mhtml").text).toContain("MIME-Version");
  });
});
