import type { Block, FormattedText } from "../formats/index.ts";
import { blockQuotation } from "./block-quotation.ts";
import { Crediting } from "./crediting.ts";
import { dashLine } from "./dash-dialogue.ts";
import { type Draft, draftsOfPairs, mergedDrafts, startOf } from "./draft.ts";
import type { FullNames } from "./full-names.ts";
import { withoutInsertedClause } from "./inserted-clause.ts";
import { joinInterrupted } from "./interruption.ts";
import { type MarkOptions, pairMarksIn } from "./mark-pairs.ts";
import { Paragraphs } from "./paragraphs.ts";
import { People } from "./people.ts";
import type { Attribution, Quotation } from "./quotation.ts";
import { turnsOf } from "./turn.ts";

/** What the caller knows of the text beyond its words. */
export interface FindOptions extends MarkOptions {
  /** Full names of people that the text may be about; "Marrow" and "she" may then mean one of them. Many are read once, as {@link FullNames}. */
  readonly names?: FullNames | readonly string[];
}

/**
 * Every outermost quotation of a text, in text order and not overlapping, with whom the text credits; what is nested
 * in one is part of it. Titles and single words in marks are quotations too. Preformatted blocks are not read.
 * `attribution` is null where the text names no one, or it is not sure whom.
 */
export function findQuotations(text: FormattedText, options: FindOptions = {}): Quotation[] {
  const tag = options.language ?? text.language;
  const language = tag?.toLowerCase().split(/[-_]/)[0] ?? "";
  const blocks = text.blocks.filter((block) => block.kind !== "preformatted" && block.start < block.end);
  const marked = markDrafts(text.text, blocks, tag ?? null);
  const formed = mergedDrafts(
    turnsOf(text.text, blocks, marked),
    blockDrafts(text.text, blocks, tag ?? null),
  );
  const outer = mergedDrafts(formed, marked);
  const spoken = mergedDrafts(dashDrafts(text.text, blocks, outer, language), outer);
  const paragraphs = new Paragraphs(text.text, blocks, spoken, language);
  const drafts = joinInterrupted(
    language === "fr" ? spoken.map((draft) => withoutInsertedClause(text.text, draft)) : spoken,
    (draft) => paragraphs.placeAt(draft.extents[draft.extents.length - 1]),
    (draft) => paragraphs.placeAt(draft.extents[0]),
  );
  const people = new People(options.names);
  if (drafts.length > 0)
    for (const [index] of blocks.entries()) people.read(text.text, paragraphs.passage(index).tokens);
  const crediting = new Crediting(paragraphs, people);
  return drafts.map((draft) => quotationOf(text.text, draft, crediting.credit(draft)));
}

function quotationOf(text: string, draft: Draft, attribution: Attribution | null): Quotation {
  const { kind, parts } = draft;
  return {
    start: parts[0].start,
    end: parts[parts.length - 1].end,
    text: parts.map(({ start, end }) => text.slice(start, end)).join(" "),
    parts,
    attribution,
    kind,
  };
}

/** Running text is read as one, so that a quotation goes on across paragraphs; every other block by itself. */
function markDrafts(text: string, blocks: readonly Block[], language: string | null): Draft[] {
  const running = (block: Block) => block.kind === "paragraph" || block.kind === "item";
  const groups = [blocks.filter(running), ...quotationGroups(blocks), ...others(blocks)];
  const drafts = groups.flatMap((group) =>
    draftsOfPairs(
      text,
      group,
      pairMarksIn(text, group, { language: language ?? group[0]?.language ?? null }),
    ),
  );
  return drafts.sort((one, other) => startOf(one) - startOf(other));
}

function others(blocks: readonly Block[]): Block[][] {
  return blocks
    .filter(({ kind }) => kind !== "paragraph" && kind !== "item" && kind !== "quotation")
    .map((block) => [block]);
}

/** Runs of adjacent quotation blocks. */
function quotationGroups(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "quotation") continue;
    if (index > 0 && blocks[index - 1].kind === "quotation") groups[groups.length - 1].push(block);
    else groups.push([block]);
  }
  return groups;
}

function blockDrafts(text: string, blocks: readonly Block[], language: string | null): Draft[] {
  return quotationGroups(blocks).flatMap((group) => blockQuotation(text, group, { language }) ?? []);
}

function dashDrafts(
  text: string,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  language: string,
): Draft[] {
  const paragraphs = new Paragraphs(text, blocks, drafts, language);
  const starts = new Set(
    drafts.filter(({ kind }) => kind !== "marks").flatMap(({ extents }) => extents.map(({ start }) => start)),
  );
  return blocks.flatMap((block, index) => {
    if (starts.has(block.start) || !/^[—–―-]/.test(text[block.start])) return [];
    return dashLine(paragraphs.passage(index), block, block.language ?? language) ?? [];
  });
}
