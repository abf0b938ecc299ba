/**
 * Pieces of text that would do something if a page took them for more than text. Whatever of them came alive would set
 * `__pwned`, open a dialog, ask another machine, or put an element or attribute named `pwned` into the page; a
 * `Visitor` sees each.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: "<script>window.__pwned=1</script>",
  "script across": "</script><script src=https://pwned.example/a.js></script>",
  image: '<img src=https://pwned.example/a.png onerror="window.__pwned=2">',
  svg: '<svg pwned onload="window.__pwned=3"><animate onbegin="alert(1)"/></svg>',
  "double quotes": '"><pwned autofocus tabindex=0 onfocus="window.__pwned=4"></pwned>',
  "single quotes": "' pwned='' onmouseover='window.__pwned=5' x='",
  backticks:
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must look like one.
    '` pwned=`1` onclick=`alert(1)` ${window.__pwned=6} #{1+1} {{constructor.constructor("alert(1)")()}} <%= 7 %>',
  "text area": "</textarea></form><pwned></pwned><form action=https://pwned.example><button pwned>",
  title: "</title></head><body onload=alert(1)><pwned>",
  style: "</style><style>*{display:none}body{background:url(https://pwned.example/b.png)}</style>",
  comment: "--><pwned></pwned><!-- ]]><pwned><![CDATA[ <?php echo 1 ?>",
  "link to a script": "javascript:window.__pwned=7//",
  "link in Markdown":
    "[press](javascript:alert(1)) ![x](https://pwned.example/c.png) <https://pwned.example/>",
  entities:
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;img src=x onerror=alert(1)&#x3E; &quot;&gt;&amp;amp;",
  frames:
    "<iframe srcdoc='<pwned>' src=https://pwned.example></iframe><base href=https://pwned.example/><object data=x>",
  path: "../../../../etc/passwd%00/..%2f?a=b&c=d#e;/\\\\pwned.example\\x",
  "turned around": "\u202Egnp.exe \u202Dabc \u2066\u2067\u2068 \u200F\u200E\u061C never closed",
  controls:
    "\u0000\u0001\u0007\u0008\u000B\u001B[31m\u001B]0;pwned\u0007\u007F\u0085\u009B\uFEFF\uFFFE\uFFFF",
  "lone surrogates": "\uD800 and \uDFFF and \uDC00\uD83D",
  stacked: `Z${"\u0301\u0489\u034F".repeat(400)}algo`,
  "never ending": `${"unbroken".repeat(150)}`,
};

/** Three of them together: as harmful, and a third of the documents. */
export const HOSTILE_THREES: readonly string[] = Object.values(HOSTILE).flatMap((_, i, all) =>
  i % 3 === 0 ? [all.slice(i, i + 3).join(" ")] : [],
);

/** Each once, in one line. */
export const ALL_HOSTILE = Object.values(HOSTILE).join(" ");

/** The shorter ones in one line that an address can hold. */
export const HOSTILE_ADDRESS = Object.values(HOSTILE)
  .filter((words) => words.length < 200)
  .join(" ")
  .toWellFormed();

/** A title of a megabyte. */
export const LONG_TITLE = `Bees <b pwned>${"& Lamps ".repeat(131_072)}`;

/** A word of a hundred thousand letters. */
export const LONG_WORD = "lamplight".repeat(11_112);
