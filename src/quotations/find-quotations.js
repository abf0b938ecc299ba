import { blockQuotation } from "./block-quotation.js";
import { Crediting } from "./crediting.js";
import { dashLine } from "./dash-dialogue.js";
import { draftsOfPairs, mergedDrafts, startOf } from "./draft.js";
import { withoutInsertedClause } from "./inserted-clause.js";
import { joinInterrupted } from "./interruption.js";
import { pairMarksIn } from "./mark-pairs.js";
import { Paragraphs } from "./paragraphs.js";
import { People } from "./people.js";
import { turnsOf } from "./turn.js";
/**
 * Every outermost quotation of a text, in text order and not overlapping, with whom the text credits; what is nested
 * in one is part of it. Titles and single words in marks are quotations too. Preformatted blocks are not read.
 * `attribution` is null where the text names no one, or it is not sure whom.
 */
export function findQuotations(text, options = {}) {
    const tag = options.language ?? text.language;
    const language = tag?.toLowerCase().split(/[-_]/)[0] ?? "";
    const blocks = text.blocks.filter((block) => block.kind !== "preformatted" && block.start < block.end);
    const marked = markDrafts(text.text, blocks, tag ?? null);
    const formed = mergedDrafts(turnsOf(text.text, blocks, marked), blockDrafts(text.text, blocks, tag ?? null));
    const outer = mergedDrafts(formed, marked);
    const spoken = mergedDrafts(dashDrafts(text.text, blocks, outer, language), outer);
    const paragraphs = new Paragraphs(text.text, blocks, spoken, language);
    const drafts = joinInterrupted(language === "fr" ? spoken.map((draft) => withoutInsertedClause(text.text, draft)) : spoken, (draft) => paragraphs.placeAt(draft.extents[draft.extents.length - 1]), (draft) => paragraphs.placeAt(draft.extents[0]));
    const people = new People(options.names);
    if (drafts.length > 0)
        for (const [index] of blocks.entries())
            people.read(text.text, paragraphs.passage(index).tokens);
    const crediting = new Crediting(paragraphs, people);
    return drafts.map((draft) => quotationOf(text.text, draft, crediting.credit(draft)));
}
function quotationOf(text, draft, attribution) {
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
function markDrafts(text, blocks, language) {
    const running = (block) => block.kind === "paragraph" || block.kind === "item";
    const groups = [blocks.filter(running), ...quotationGroups(blocks), ...others(blocks)];
    const drafts = groups.flatMap((group) => draftsOfPairs(text, group, pairMarksIn(text, group, { language: group[0]?.language ?? language })));
    const sorted = drafts.sort((one, other) => startOf(one) - startOf(other));
    return sorted;
}
function others(blocks) {
    return blocks
        .filter(({ kind }) => kind !== "paragraph" && kind !== "item" && kind !== "quotation")
        .map((block) => [block]);
}
/** Runs of adjacent quotation blocks. */
function quotationGroups(blocks) {
    const groups = [];
    for (const [index, block] of blocks.entries()) {
        if (block.kind !== "quotation")
            continue;
        if (index > 0 && blocks[index - 1].kind === "quotation")
            groups[groups.length - 1].push(block);
        else
            groups.push([block]);
    }
    return groups;
}
function blockDrafts(text, blocks, language) {
    return quotationGroups(blocks).flatMap((group) => blockQuotation(text, group, { language }) ?? []);
}
function dashDrafts(text, blocks, drafts, language) {
    const paragraphs = new Paragraphs(text, blocks, drafts, language);
    const starts = new Set(drafts.filter(({ kind }) => kind !== "marks").flatMap(({ extents }) => extents.map(({ start }) => start)));
    return blocks.flatMap((block, index) => {
        if (starts.has(block.start) || !/^[—–―-]/.test(text[block.start]))
            return [];
        return dashLine(paragraphs.passage(index), block, block.language ?? language) ?? [];
    });
}
