import { html } from "hono/html";
import type { Edition, VersionRecord } from "../../archive/index.ts";
import type { ComparedPassage, ComparedWords } from "../version-comparison.ts";
import { counted, documentPath, encoded, type Html, isolated, shown } from "./shown-text.ts";

/** The versions held of a document, with when and where each came from; each beside the one before it. */
export function documentVersions({ id, version }: Edition, versions: readonly VersionRecord[]): Html {
  const only = versions.length === 1;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Versions"><table>
<thead><tr><th scope="col">Version</th><th scope="col">Added</th><th scope="col">From</th><th scope="col">Size</th>${
    only ? "" : html`<th scope="col">Compare</th>`
  }</tr></thead>
<tbody>${versions.map((one, i) => {
    const before = versions[i - 1] ?? versions.at(-1)!;
    return html`<tr><th scope="row">${
      one.version === version
        ? html`${one.version} <span class="tag">shown</span>`
        : html`<a href="${documentPath(id, one.version) ?? "#main"}">${one.version}</a>`
    }</th><td>${one.added.slice(0, 10)} <span class="faint">${one.added.slice(11, 16)}</span></td><td>${isolated(
      one.origin,
    )}</td><td>${bytesOf(one.size)}</td>${
      only
        ? ""
        : html`<td>${
            before === one || one.version <= before.version
              ? ""
              : html`<a href="${besidePath(id, before.version, one.version)}">${before.version} beside ${one.version}</a>`
          }</td>`
    }</tr>`;
  })}</tbody></table></div>
${only ? "" : compareForm(versions)}`;
}

function besidePath(id: string, version: number, beside: number): string {
  return `/documents/${encoded(id)}?version=${version}&beside=${beside}`;
}

function compareForm(versions: readonly VersionRecord[]): Html {
  const choice = (name: string, label: string, chosen: number): Html =>
    html`<label>${label} <select name="${name}">${versions.map(
      ({ version }) =>
        html`<option value="${version}"${version === chosen ? html` selected` : ""}>${version}</option>`,
    )}</select></label>`;
  return html`<form class="row no-print" method="get">${choice("version", "Version", versions.at(-2)!.version)} ${choice(
    "beside",
    "beside",
    versions.at(-1)!.version,
  )} <button>Compare</button></form>`;
}

function bytesOf(size: number): string {
  return size < 10_000 ? counted(size, "byte") : `${Math.round(size / 1000).toLocaleString("en")} kB`;
}

/** Unchanged passages shown around a change; the others are folded away. */
const AROUND = 1;

/** Two versions side by side. What one lacks is marked by a sign and a line, not by colour alone. */
export function versionsBeside(
  older: Edition,
  newer: Edition,
  rows: readonly ComparedPassage[],
  rightToLeft: boolean,
): Html {
  const count = (kind: ComparedPassage["kind"]): number => rows.filter((row) => row.kind === kind).length;
  const [changed, added, removed] = [count("changed"), count("added"), count("removed")];
  const told =
    changed + added + removed === 0
      ? "No passage differs."
      : `${counted(changed, "passage")} changed, ${added} added, ${removed} removed; ${count("same")} are the same.`;
  return html`<p>${told}</p>
<p class="hint no-print"><del class="gone">Words</del> that only version ${older.version} has are struck through, <ins class="come">words</ins> that only version ${newer.version} has are underlined twice.</p>
<div class="beside" dir="${rightToLeft ? "rtl" : "ltr"}">
<div class="pair heads"><h2>Version ${older.version}</h2><h2>Version ${newer.version}</h2></div>
${folded(rows).map((part) =>
  part.length > 2 * AROUND + 1 && part.every(({ kind }) => kind === "same")
    ? html`<details><summary>${counted(part.length, "passage")} the same</summary>${part.map((row) => pair(row, older, newer))}</details>`
    : html`${part.map((row) => pair(row, older, newer))}`,
)}</div>`;
}

/** Rows in runs: changes with the passages around them, and what lies between. */
function folded(rows: readonly ComparedPassage[]): ComparedPassage[][] {
  const near = new Set<number>();
  for (const [i, { kind }] of rows.entries())
    if (kind !== "same") for (let k = i - AROUND; k <= i + AROUND; k++) near.add(k);
  const parts: ComparedPassage[][] = [];
  for (const [i, row] of rows.entries())
    if (i > 0 && near.has(i) === near.has(i - 1)) parts.at(-1)!.push(row);
    else parts.push([row]);
  return parts;
}

function pair(row: ComparedPassage, older: Edition, newer: Edition): Html {
  const { kind } = row;
  return html`<div class="pair" data-kind="${kind}">${side(row.older, row.olderWords, older, "gone", kind)}${side(
    row.newer,
    row.newerWords,
    newer,
    "come",
    kind,
  )}</div>\n`;
}

const SIGNS = { gone: "−", come: "+" } as const;
const TOLD = { same: "", changed: "changed", removed: "removed", added: "added" } as const;

function side(
  passage: ComparedPassage["older"],
  words: readonly ComparedWords[],
  { id, version }: Edition,
  change: keyof typeof SIGNS,
  kind: ComparedPassage["kind"],
): Html {
  if (passage === null)
    return html`<div class="side none"><p class="faint">not in version ${version}</p></div>`;
  const sign = kind === "same" ? "" : html`<span class="sign" aria-hidden="true">${SIGNS[change]}</span>`;
  return html`<div class="side" data-voice="${passage.voice.kind}"><p class="where">${sign}<a href="${documentPath(id, version, passage.id) ?? "#main"}">${shown(
    passage.id,
  )}</a> ${TOLD[kind]}</p>
<p class="words" dir="auto">${words.map(({ text, changed }) =>
    !changed
      ? shown(text)
      : change === "gone"
        ? html`<del class="gone">${shown(text)}</del>`
        : html`<ins class="come">${shown(text)}</ins>`,
  )}</p></div>`;
}
