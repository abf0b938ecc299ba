import type { Span } from "../core/index.ts";
import { isName, isOffice, isTitle, isUncasedName, splitTitle } from "./person-name.ts";
import { type Role, roleOf } from "./role.ts";

/**
 * How sure a label's own words are: `question` (Q), `answer` (A), `role` (Host), `office` (THE PRESIDENT),
 * `titled` (MR. SMITH), `capitals` (LEHRER), `name` (Samia Dudin).
 */
type LabelStyle = Role["style"] | "office" | "titled" | "capitals" | "name";

/** Words at the start of a line that may say who speaks. Offsets include the mark that ends them and any `**`. */
export interface Label extends Span {
  /** The same for every spelling of the same words: upper case, no full stops, no detail. */
  readonly key: string;
  /** The words without markup and detail. */
  readonly words: string;
  /** What stands in brackets or after a comma: a role or an outlet; null where nothing does. */
  readonly detail: string | null;
  readonly style: LabelStyle;
  readonly voice: "interviewer" | "speaker";
  /** A label by an interviewer's role that the public in the hall has: AUDIENCE, CROWD. */
  readonly audience: boolean;
  /** Whether words follow on the same line. */
  readonly inline: boolean;
  /** What ends it: a full stop can end a sentence that is only a name, too. */
  readonly ending: "colon" | "stop" | "space";
  /** Ended by a slip of the pen (`;` for `:`): a label only where the same words are one elsewhere. */
  readonly slip: boolean;
}

/** Longest label in code units: a full name with office and outlet. */
const LONGEST = 100;

/** More words than a label has. */
const MOST_WORDS = 8;
const MORE_WORDS = new RegExp(`^(?:\\S+\\s+){${MOST_WORDS}}\\S`, "u");

/** Words that end in a colon or full stop at a line's start and name no one. */
const NO_LABEL = new Set(
  `SIR SIRS GENTLEMEN LADIES NOTE NOTES EXCELLENCY MADAM FRIENDS ANSWERS QUESTIONS SOURCE SOURCES DATE PLACE SUMMARY TITLE
  SUBJECT WARNING IMPORTANT UPDATE CORRECTION ADDENDUM APPENDIX INCLOSURE TELEGRAM SIGNED RESOLVED WHEREAS ATTEST TH`.split(
    /\s+/u,
  ),
);
const ADDRESS =
  /^(?:MR|MADAM|MADAME|MRS|MS)\.? (?:PRESIDENT|VICE PRESIDENT|SPEAKER|CHAIRMAN|MINISTER|SECRETARY|PRIME MINISTER|AMBASSADOR|MAYOR)$/u;
/** Words that no name starts with: addresses, ordinals and the openings of sentences. */
const NO_NAME =
  /^(?:my|your|our|dear|fellow|to|by|and|but|or|so|if|then|now|in|on|at|from|for|with|the|a|an|this|that|these|those|we|i|he|she|they|it|you|who|what|when|where|why|how|as|not|no|yes|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|one|two|three|four|five|six|seven|eight|nine|ten|point|part|article|section|chapter|again|finally|also|however|therefore|members?|ladies|gentlemen|good|thank|thanks|whereas|given|done|signed|question|remember|consider|image|photo|source|credit|note|see|click|read|related|date|time|place|city|country|region|title|headline|subheading|text|report|series|number|subject|language|outlet|publication|author|editor's)$/iu;

/** Emphasis left in a plain text; a single star with a space after it is a remark's. */
const MARKUP = /^(?:\*{2,3}\s*|_{1,3}|\*(?!\s))?\s*/u;

/** The label at the start of `text[start, end)`, or null. Looks at no more than the first hundred code units. */
export function readLabel(text: string, start: number, end: number): Label | null {
  const head = text.slice(start, Math.min(end, start + LONGEST));
  const skip = runInHeading(head);
  const open = MARKUP.exec(head.slice(skip))![0].length + skip;
  return (
    atLetter(head, start, skip, open) ??
    atStop(head, start, skip, open) ??
    atColon(head, start, skip, open) ??
    null
  );
}

/** Length of a heading in capitals that runs into a question on the same line, 0 where there is none. */
function runInHeading(head: string): number {
  const match = /^[\p{Lu}][\p{Lu}\p{N} ,.'&-]{6,80}?\s+(?=Q[.:]\s)/u.exec(head);
  return match === null ? 0 : match[0].length;
}

/** `Q    text`, `Q - text`, `A – text`: a letter with no mark of its own. */
function atLetter(head: string, start: number, skip: number, open: number): Label | null {
  const match = /^(?:(Q)(?:[  ]{2,}|\t|[  ](?=["“«'‘[]?\p{Lu}))|([QA])\s+[-–—]\s)/u.exec(head.slice(open));
  if (match === null) return null;
  return labelOf(
    (match[1] ?? match[2])!,
    null,
    { start: start + skip, end: start + open + match[0].length },
    head,
    start,
    "space",
  );
}

function atColon(head: string, start: number, skip: number, open: number): Label | null {
  // Few lines have such a mark, and to look for it alone is far cheaper.
  if (!/[:：;]/u.test(head)) return null;
  const match =
    /^([^:：;\n]{1,90}?)\s*(?:\*{1,3}|_{1,3})?\s*([:：;])(?:\*{1,3}|_{1,3})?(?=\s|$|["“«'‘[(\p{L}…*])/u.exec(
      head.slice(open),
    );
  if (match === null || /["“”«»?!<>{}\]]|\p{Ll}\.\s+\p{L}{6,}\s\p{Ll}/u.test(match[1]!)) return null;
  if (/^\p{N}/u.test(head.slice(open + match[0].length))) return null;
  const detailed = /^(.*?)\s*(?:\(([^()]*)\)|,\s*(.+))$/u.exec(match[1]!);
  const words = detailed === null ? match[1]! : detailed[1]!;
  const detail = detailed === null ? null : (detailed[2] ?? detailed[3])!.trim();
  if (detailed?.[3] !== undefined && !isDetail(detail!)) return null;
  const span = { start: start + skip, end: start + open + match[0].length };
  return labelOf(words, detail, span, head, start, "colon", match[2] === ";");
}

/** Global, so set `lastIndex` before each use. */
const STOP = /\.{1,2}(?=\s)/gu;

/** Labels that a full stop ends are read for known roles, offices, titles and capitals only: a name is a sentence too. */
function atStop(head: string, start: number, skip: number, open: number): Label | null {
  STOP.lastIndex = open;
  // "THE. PRESIDENT." and "MR. JOHN K. SMITH." have three stops before the one that ends them.
  for (let tries = 0, stop = STOP.exec(head); stop !== null && tries < 4; tries++, stop = STOP.exec(head)) {
    const words = head.slice(open, stop.index);
    if (/[:;,?!"“”[\]()]/u.test(words)) return null;
    // An initial ends no name, and is no label but for Q and A.
    if (/\s\p{Lu}$|^[^QA]$/u.test(words)) continue;
    const span = { start: start + skip, end: start + stop.index + stop[0].length };
    const label = labelOf(words, null, span, head, start, "stop");
    if (label !== null && label.style !== "name" && label.inline && !isInitials(words)) return label;
  }
  return null;
}

function isInitials(words: string): boolean {
  return words.length > 1 && words.replace(/[^\p{L}]/gu, "").length < 3 && !/^THE/u.test(words);
}

function labelOf(
  words: string,
  detail: string | null,
  span: Span,
  head: string,
  start: number,
  ending: Label["ending"],
  slip = false,
): Label | null {
  if (detail === null && MORE_WORDS.test(words)) return null;
  const bare = words.replace(/[*_]/gu, "").trim();
  const key = keyOf(bare);
  if (key === "" || NO_LABEL.has(key) || ADDRESS.test(key)) return null;
  const role = roleOf(key, detail);
  const style = role?.style ?? styleOf(bare, key);
  if (style === null) return null;
  return {
    ...span,
    key: role?.key ?? key,
    words: bare,
    detail,
    style,
    voice: role?.voice ?? (isOutlet(detail) ? "interviewer" : "speaker"),
    audience: role?.audience ?? false,
    inline: /[^*_\s]/u.test(head.slice(span.end - start)),
    ending,
    slip,
  };
}

/** What may stand after a name and a comma: a role or an outlet, not the rest of a sentence. */
function isDetail(detail: string): boolean {
  const words = detail.split(/\s+/u);
  return (
    words.length <= 8 &&
    (/^\p{Lu}/u.test(detail) ? !/^(?:I|We)\b/u.test(detail) : words.some((word) => isOffice(word)))
  );
}

const OUTLET =
  /\b(?:news|newspapers?|times|post|press|radio|television|tv|broadcasting|magazine|syndicate|agency|journal|herald|tribune|gazette|courier|chronicle|daily|weekly|network|channel|wire)\b/iu;

/** A label's detail that is an outlet and no office: who is introduced by an outlet asks. */
function isOutlet(detail: string | null): boolean {
  if (detail === null || !/^\p{Lu}/u.test(detail)) return false;
  return OUTLET.test(detail) || !detail.split(/\s+/u).some((word) => isOffice(word));
}

function keyOf(words: string): string {
  const upper = words
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\./gu, "")
    .replace(/\s{2,}|[^\S ]/gu, " ")
    .trim();
  if (!/[01]/u.test(upper)) return upper;
  // A figure between letters is a scanner's slip.
  return upper.replace(/(?<=\p{L})1(?=\p{L})/gu, "I").replace(/(?<=\p{L})0(?=\p{L})/gu, "O");
}

function styleOf(words: string, key: string): LabelStyle | null {
  const all = words.split(/\s+/u);
  if (all.length > MOST_WORDS) return null;
  if (/^THE\.? \p{L}/iu.test(words)) return isOfficeLabel(all.slice(1)) ? "office" : null;
  const { title, name } = splitTitle(words);
  if (title !== null && name === "") return all.length > 1 && words === words.toUpperCase() ? "office" : null;
  if (title !== null && isName(inCase(name))) return "titled";
  if (NO_NAME.test(all[0]!)) return null;
  if (isCapitals(words)) return all.length <= 5 && key.length > 2 ? "capitals" : null;
  if (isName(words) || isUncasedName(words)) return all.length <= 5 && words.length > 1 ? "name" : null;
  return null;
}

/** "THE PRESIDENT", "The Secretary of Transportation": a title, then nothing or "of" and capitalised words. */
function isOfficeLabel(words: readonly string[]): boolean {
  if (!isTitle(words[0]!)) return false;
  return words.slice(1).every((word) => /^\p{Lu}/u.test(word) || /^(?:of|and|for|the)$/iu.test(word));
}

function isCapitals(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, "");
  return (
    letters.length > 1 &&
    /^[\p{Lu}]/u.test(letters) &&
    !/\p{Ll}{2}/u.test(letters) &&
    !/\p{N}{2}/u.test(words)
  );
}

function inCase(name: string): string {
  return name.replace(/\p{L}+/gu, (word) =>
    /^\p{Lu}+$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word,
  );
}
