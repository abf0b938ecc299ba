import { html } from "hono/html";
import { RULE_BOOK, type RuleEntry } from "../../check/rule-book.ts";
import { type ComparedWords, compareWords } from "../../publish/version-comparison.ts";
import { type Html, layout } from "./layout.ts";
import { type PageAnswer, pageAnswer } from "./page-answer.ts";

let made: PageAnswer | null = null;

/** Every rule with its breach and clean form. The same for all: made once. */
export function rulesPage(): PageAnswer {
  made ??= pageAnswer(layout({ title: "Rules", place: "rules", canonical: "/rules" }, rulesHtml()));
  return made;
}

const GROUPS: readonly (readonly [string, string, (rule: RuleEntry) => boolean])[] = [
  [
    "Words that differ",
    "They decide what a quotation is, word for word, beside its source.",
    ({ status }) => status !== null,
  ],
  [
    "Beside the words",
    "Whose words they are, what was cut, and what a reader may want to look at. They stand beside the status.",
    ({ status, id }) => status === null && !id.startsWith("form/"),
  ],
  ["A dispatch’s own form", "What a dispatch says of itself.", ({ id }) => id.startsWith("form/")],
];

function rulesHtml(): Html {
  return html`<h1>Rules</h1>
<p>saidso matches words against the sources that are held. It does not judge what is true. Each thing it says has a rule, and each rule an id that stays the same.</p>
<p class="hint">An <b>error</b> fails a quotation, a <b>warning</b> asks for a look, an <b>info</b> only tells.</p>
${GROUPS.map(
  ([title, lead, isOf], i) => html`<section class="rules"><h2 id="rules-${i + 1}">${title}</h2>
<p class="faint">${lead}</p>
<ul class="toc no-print">${RULE_BOOK.filter(isOf).map(({ id }) => html`<li><a href="#${id}">${id}</a></li>`)}</ul>
${RULE_BOOK.filter(isOf).map(ruleHtml)}</section>`,
)}`;
}

function ruleHtml({ id, severity, status, what, why, source, breach, clean }: RuleEntry): Html {
  const marked =
    source === null || !COMPARED.has(id) ? null : compareWords(unquoted(source), unquoted(breach));
  return html`<article class="rule-entry" id="${id}" aria-labelledby="${id}-head">
<h3 id="${id}-head"><a href="#${id}"><code>${id}</code></a> <span class="tag" data-severity="${severity}">${severity}</span>${
    status === null ? "" : html` <span class="tag" data-status="${status}">${status}</span>`
  }</h3>
<p>${what}</p>
<dl>${source === null ? "" : html`<dt>Source</dt><dd>${marked === null ? source : wordsHtml(marked.older, "ins")}</dd>`}
<dt>Breach</dt><dd>${marked === null ? breach : html`“${wordsHtml(marked.newer, "del")}”`}</dd>
<dt>Clean</dt><dd>${clean}</dd></dl>
<p class="why"><b>Why.</b> ${why}</p>
</article>
`;
}

/** Rules whose example is a source and a quotation of the same words but for the breach. */
const COMPARED = new Set([
  "word-changed",
  "word-added",
  "word-dropped",
  "bracket-dropped",
  "omission-dropped",
  "omission-unmarked",
  "typo",
]);

function unquoted(example: string): string {
  return example.replace(/^“|”$/gu, "");
}

function wordsHtml(words: readonly ComparedWords[], mark: "ins" | "del"): Html {
  return html`${words.map(({ text, changed }) =>
    !changed
      ? text
      : mark === "ins"
        ? html`<ins class="come">${text}</ins>`
        : html`<del class="gone">${text}</del>`,
  )}`;
}
