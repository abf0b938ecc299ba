import type { Span } from "../core/index.ts";
import { isOmission, isStage } from "./bracket.ts";
import { familyName, isName, splitTitle } from "./person-name.ts";
import { roleOf } from "./role.ts";
import { seek } from "./seeker.ts";
import type { Unit } from "./unit.ts";

/** A bracket of a monitoring report that tells who speaks, what opens, or what is the editor's. */
export interface Tag extends Span {
  readonly kind: "text" | "party" | "subheading" | "remark";
  /** What stands in it, trimmed, its white space single; of a party the name or role alone, without what is said of it. */
  readonly content: string;
  /** Of a party: whether it is said to ask. */
  readonly asks: boolean;
  /** Of a party that has a role and a name, `Reporter Jon Pike`: the name. */
  readonly name: string | null;
}

/** Longest bracket that is read as a tag: an editor's opening line with names and places. */
export const LONGEST_TAG = 600;
const LONGEST_NAME = 60;

const TEXT =
  /^["“]?(?:(?:full |begin |\p{Lu}{2,6} )?(?:translated )?(?:text|excerpts?)|passage|summary)["”]?$/iu;
const REMARK =
  /^(?:["“]?(?:excerpts?|text|report|interview|speech|statement|article|commentary|editorial|address|recording|dialogue|discussion|news conference|press conference|unattributed|from|by|announcer-read)["”]?\s+(?:of|by|from|on|in|with|between|article|report|interview|commentary)\b|(?:description of )?source\b|(?:begin|end) )/iu;

/** Whether a bracket's content says no more than that the text, or an excerpt, opens. */
export function saysText(content: string): boolean {
  return TEXT.test(content);
}

/** Whether a bracket's content is a remark of the editor's on the whole. */
export function isRemark(content: string): boolean {
  return REMARK.test(content);
}

/** The tags of a unit: brackets at its start, after another bracket, or after a sentence's end. */
export function tagsIn(text: string, unit: Span): Tag[] {
  const within = text.slice(unit.start, unit.end);
  const tags: Tag[] = [];
  let end = 0;
  for (const { 0: bracket, index } of within.matchAll(/\[[^[\]]{1,600}\]/gu)) {
    const before = within.slice(Math.max(end, index - 8), index);
    const starts = /^[\s|¦]*(?:\d{1,3}[.)]\s*)?$/u.test(before)
      ? index - end <= 8
      : /[.?!…:\])]["'”’)]*\s+$|\n\s*$|--?\s*$/u.test(before);
    const tag = starts ? tagOf(bracket.slice(1, -1).replace(/\s+/gu, " ").trim()) : null;
    if (tag === null) continue;
    tags.push({ ...tag, start: unit.start + index, end: unit.start + index + bracket.length });
    end = index + bracket.length;
  }
  return tags;
}

/** The name or role by which a party is known again. */
export function partyKey({ content }: Pick<Tag, "content">): string {
  return content.toUpperCase();
}

/**
 * Brackets that stand where a turn can start, with content that names a party. `known` are family names of those whom
 * the editor's remarks name.
 */
export function partyTags(text: string, units: readonly Unit[], known: ReadonlySet<string>): Tag[] {
  const brackets = seek(text, "[");
  const tags = units
    .filter((unit) => brackets.next(unit.start) < unit.end)
    .flatMap((unit) => tagsIn(text, unit))
    .filter((tag) => tag.kind === "party");
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(partyKey(tag), (counts.get(partyKey(tag)) ?? 0) + 1);
  // A name that comes once is a supplied word, unless somebody says that it is a party's, or it answers one who asks.
  return tags.filter((tag, index) => {
    if (counts.get(partyKey(tag))! > 1 || tag.asks || known.has(familyName(tag.name ?? tag.content)))
      return true;
    return tags[index - 1]?.asks === true;
  });
}

/** Whether parties are so many that a text has this form by them alone. */
export function convinces(parties: readonly Tag[]): boolean {
  const keys = new Set(parties.map(partyKey));
  return keys.size > 1 && parties.length > 2 && parties.some(({ asks }) => asks);
}

function tagOf(content: string): Omit<Tag, "start" | "end"> | null {
  const tag = { content, asks: false, name: null };
  if (content.length > LONGEST_TAG || isOmission(content) || isStage(content)) return null;
  if (TEXT.test(content)) return { ...tag, kind: "text" };
  if (/^sub-?heading$/iu.test(content)) return { ...tag, kind: "subheading" };
  if (REMARK.test(content)) return { ...tag, kind: "remark" };
  return partyOf(content);
}

/** `Reporter`, `Marrow`, `Ferry Master Marrow`, `Reporter Jon Pike`, `Marrow, in Danish`, `Presenter - live from the pier`. */
function partyOf(content: string): Omit<Tag, "start" | "end"> | null {
  const who = content.split(/\s*[,;(]\s*|\s+[-–—]{1,2}\s+/u)[0]!;
  if (who === "" || who.length > LONGEST_NAME) return null;
  const isDetailed = who.length < content.length;
  if (isDetailed && isName(content.slice(who.length).replace(/^[\s,;–—-]+/u, ""))) return null;
  if (asks(who)) return { kind: "party", content: who, asks: true, name: null };
  const words = who.split(" ");
  for (let count = words.length - 1; count > 0; count--) {
    const name = words.slice(count).join(" ");
    if (asks(words.slice(0, count).join(" ")) && isName(splitTitle(name).name))
      return { kind: "party", content: splitTitle(name).name, asks: true, name: splitTitle(name).name };
  }
  const { name, title } = splitTitle(who);
  const isParty = isName(name) || (title !== null && name === "") || /^(?:answer|question)$/iu.test(who);
  return isParty ? { kind: "party", content: who, asks: false, name: null } : null;
}

function asks(who: string): boolean {
  return roleOf(who.toUpperCase(), null)?.voice === "interviewer";
}
