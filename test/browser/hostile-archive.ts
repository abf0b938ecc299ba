import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../src/archive/index.ts";
import { hashOf } from "../../src/cli/input.ts";
import type { SampleArchive } from "../../src/cli/sample-archive.ts";
import { withArchive } from "../../src/cli/store.ts";
import type { Voice } from "../../src/core/index.ts";
import { type Document, readDocument } from "../../src/documents/index.ts";
import { readText } from "../../src/formats/index.ts";
import { ALL_HOSTILE, HOSTILE, HOSTILE_THREES, LONG_TITLE, LONG_WORD } from "./hostile-texts.ts";

/** A file as somebody who means harm would write it. */
interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Put where the document has names: those that the reader would not take for one come in by other readers. */
  readonly names: string | null;
}

/** Makes an archive of hostile documents in the system's temporary folder: text, Markdown and HTML, with versions. */
export async function hostileArchive(): Promise<SampleArchive> {
  const folder = mkdtempSync(join(tmpdir(), "saidso-hostile-"));
  const path = join(folder, "hostile.db");
  await withArchive(path, { create: true }, (archive) => {
    for (const batch of [firstFiles(), laterFiles()]) archive.add(batch.map(entryOf));
  });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function entryOf({ name, bytes, names }: HostileFile): Entry {
  const document = readDocument(readText(bytes, name), name);
  return {
    origin: `/${name.toWellFormed()}`,
    sha256: hashOf(bytes),
    added: "2026-01-01T00:00:00.000Z",
    original: bytes,
    document: names === null ? document : renamed(document, names),
  };
}

/** A document whose speakers, interviewer and third parties all have this name. */
function renamed(document: Document, words: string): Document {
  const name = words.toWellFormed();
  const called = <V extends { readonly voice: Voice }>(one: V): V =>
    one.voice.name === null ? one : { ...one, voice: { ...one.voice, name } };
  return {
    ...document,
    speakers: [{ name, office: name }, ...document.speakers],
    interviewer: name,
    passages: document.passages.map(called),
    turns: document.turns.map(called),
    marks: document.marks.map((mark) => (mark.kind === "quoted" ? { ...mark, name } : mark)),
  };
}

const FIRST_NUMBER = 900;

function firstFiles(): HostileFile[] {
  const dispatches = HOSTILE_THREES.map((words, i) => ({
    name: `${i} ${fileName(words)}.txt`,
    bytes: encoded(dispatch(FIRST_NUMBER + i, words)),
    names: words,
  }));
  return [
    ...dispatches,
    { name: "page.html", bytes: encoded(webPage()), names: null },
    { name: "marks.md", bytes: encoded(markdown()), names: null },
    { name: "transcript.txt", bytes: encoded(transcript(ALL_HOSTILE)), names: ALL_HOSTILE },
    {
      name: "wide.txt",
      bytes: wide(`Speaker: Orla Brace\n\n${ALL_HOSTILE}\n\n${lines(HOSTILE)}\n`),
      names: null,
    },
    {
      name: "long-dispatch.txt",
      bytes: encoded(dispatch(890, "lamps", LONG_TITLE)),
      names: LONG_TITLE.slice(0, 30_000),
    },
    { name: "long-word.txt", bytes: encoded(dispatch(891, LONG_WORD)), names: LONG_WORD },
  ];
}

/** The same dispatches again, some words changed: versions to compare. */
function laterFiles(): HostileFile[] {
  return HOSTILE_THREES.map((words, i) => ({
    name: `${i} again.txt`,
    bytes: encoded(dispatch(FIRST_NUMBER + i, words).replace("the tide knows", `the ${words} ferry knows`)),
    names: words,
  }));
}

/** A dispatch with these words wherever it has words of its own; it refers to its neighbours and to what is not held. */
function dispatch(number: number, words: string, title = words): string {
  const line = words.replace(/\s+/gu, " ");
  return `May 4, 2019 Special Dispatch No. ${number}

Ferry Master Orla Finch In Interview: The Crossing ${title.replace(/\s+/gu, " ")} '${line}'

May 4, 2019
Ferries & Crossings ${line} | Special Dispatch No. ${number}

In an April 2, 2019 interview with the Low ${line} Courier daily, Orla Finch, master of the ${line} ferry, spoke about the crossing. She said that "the tide ${line} keeps no diary of its own" and that "they ask ${line} when we land."[1]

Orla Finch (Image: Low ${line} Courier, April 2, 2019)

The following are excerpts from the interview:[2]

A Heading ${line}

Q: "What do the ${line} passengers ask you?"

A: "They ask [for ${line}] when we land… and I say that ${line} the tide knows. My father told me that 'a ${line} rope is a promise made to strangers.' The tide ${line} keeps a diary.[3]

"[The ${line}] ferry leaves at six."

[1] See Meridian Desk Special Dispatch No. ${number + 1} - Pilots ${line} Ask For A Bell – October 2, 2015; Meridian Desk Special Dispatch No. ${number - 1} - ${line} – October 2, 2015.

[2] Low ${line} Courier, April 2, 2019.

[3] ${line} Meridian ${line} Desk Special Dispatch No. 7${number} - ${line} – October 2, 2015.
`;
}

function transcript(words: string): string {
  return `Director: Adela Quist

THE DIRECTOR. Good morning, ${words} and please come in out of the draft. [${words}]

Q. ${words} Will the fee go up?

THE DIRECTOR. Not this year. ${words} I would like to keep it at two crowns.
`;
}

/** Alive as far as HTML can be: what is markup here is gone or text in our pages. */
function webPage(): string {
  const escaped = ALL_HOSTILE.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
  return `<!DOCTYPE html><html onload="alert(1)"><head><title>Lamps ${escaped}</title>
<base href="https://pwned.example/"><meta http-equiv="refresh" content="0;url=https://pwned.example/">
<link rel="stylesheet" href="https://pwned.example/a.css"><style>body{display:none}</style>
<script>window.__pwned=8</script></head><body onpageshow="alert(1)" style="direction:rtl" dir="rtl">
<h1 onclick="alert(1)" id="main">The Lamps Of Orlo ${escaped}</h1>
<p class="finding" id="finding-1">By <a href="javascript:alert(1)">Ivo Karrow</a></p>
<p>${escaped}</p><p><a href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;" ping="https://pwned.example/">lamps</a></p>
<form action="https://pwned.example/"><input name="q" value="${escaped.replace(/"/gu, "&quot;")}"><button>go</button></form>
<iframe src="https://pwned.example/"></iframe><img src="https://pwned.example/d.png" onerror="alert(1)" alt="${escaped.replace(/"/gu, "&quot;")}">
<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>lamp</text></a></svg><math><mi href="javascript:alert(1)">x</mi></math>
<template><script>alert(1)</script></template><noscript><p>${escaped}</p></noscript>
<p>&#xD800; &#0; &#x202E; <bdo dir="rtl">turned</bdo> &#x2066;${escaped}</p>
<blockquote cite="javascript:alert(1)">${escaped}</blockquote></body></html>`;
}

function markdown(): string {
  return `# [Lamps](javascript:alert(1)) ${HOSTILE.image}

By Ivo ${HOSTILE.script} Karrow

March 3, 2018

${lines(HOSTILE)}

[one]: javascript:alert(1) "${HOSTILE["double quotes"]}"

See [this][one], ![that](https://pwned.example/e.png "${HOSTILE["single quotes"]}") and <javascript:alert(1)>.

> “${HOSTILE.script} the lamps are lit at six,” says Marda Lune, ${HOSTILE.image} who sells eggs.

\`\`\`html
${HOSTILE.frames}
\`\`\`
`;
}

function lines(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([kind, words]) => `The words of the ${kind} are ${words} and the lamps are lit.`)
    .join("\n\n");
}

/** A name as a file may have it: all but the slash and NUL. */
function fileName(words: string): string {
  return words.replace(/[/\0]/gu, "_").slice(0, 60);
}

/** Without NUL: a file that has one is refused as no text. Names keep it. */
function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/\0/gu, ""));
}

/** UTF-16 with its mark: the form in which half a character can stand in a file. */
function wide(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${text.replace(/\0/gu, "")}`, "utf16le"));
}

/** Stories of the same kind: quotations of what is held, changed and unchanged, and of what is not. */
export function hostileStories(): { readonly name: string; readonly bytes: Uint8Array }[] {
  const said = HOSTILE_THREES.map(
    (words) =>
      `Of the lamps ${words} Finch said: “The tide ${words} keeps a diary.” “They ask [for ${words}] when we never land,” said Orla ${words} Finch. “My lantern ${words} went out to sea in a biscuit tin,” she said.`,
  );
  const long = LONG_TITLE.slice(0, 60_000);
  return [
    {
      name: `${fileName(HOSTILE.image!)}.md`,
      bytes: encoded(`# Lamps ${HOSTILE.script}\n\n${said.join("\n\n")}`),
    },
    { name: "story.html", bytes: encoded(webPage()) },
    {
      name: "long.txt",
      bytes: encoded(`“${long}” said Orla Finch. “${LONG_WORD}” she said. “The lamps are ${LONG_WORD} lit.”`),
    },
  ];
}
