import type { DocumentRecord, PassageRecord } from "./document-record.ts";
import {
  BASE64,
  DATE,
  FREE_KEY,
  KEPT_KEYS,
  KINDS,
  LANGUAGE,
  PASSAGE_KINDS,
  ROLES,
  SHA256,
} from "./record-pattern.ts";

/** Says what is wrong with a value, in words that follow its name, or null. `path` names it: `turns 3, "role"`. */
type Shape = (value: unknown, path: string) => string | null;

/** Longest piece of a wrong key or value that is said again. */
const SHOWN = 40;

const isText = (value: unknown): value is string => typeof value === "string";
const isWhole = (least: number): ((value: unknown) => boolean) => {
  return (value) => Number.isSafeInteger(value) && (value as number) >= least;
};

function such(what: string, holds: (value: unknown) => boolean): Shape {
  return (value, path) => (holds(value) ? null : `${path} is not ${what}`);
}

function nullable(shape: Shape): Shape {
  return (value, path) => (value === null ? null : shape(value, path));
}

function oneOf(...values: readonly string[]): Shape {
  return such(`one of ${values.join(", ")}`, (value) => isText(value) && values.includes(value));
}

function list(shape: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} is not a list`;
    for (let i = 0; i < value.length; i++) {
      const wrong = shape(value[i], `${path} ${i + 1}`);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

interface Keys {
  readonly [key: string]: Shape;
}

/** An object of these keys, some of which must be there; `free`: others that say so may stand beside them. */
function object(keys: Keys, required: readonly string[] = [], free = true): Shape {
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return `${path || "it"} is not an object`;
    const at = (key: string): string =>
      `${path === "" ? "" : `${path}, `}${JSON.stringify(key.slice(0, SHOWN))}`;
    for (const key of Object.keys(value)) {
      if (free && FREE_KEY.test(key)) continue;
      const shape = Object.hasOwn(keys, key) ? keys[key]! : null;
      const wrong =
        shape === null
          ? `${at(key)} is no key that is read; name it "x-…", or put it under "extra", to keep it beside`
          : shape((value as Record<string, unknown>)[key], at(key));
      if (wrong !== null) return wrong;
    }
    const missing = required.find((key) => !Object.hasOwn(value, key));
    return missing === undefined ? null : `${at(missing)} is missing`;
  };
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => isText(value) && pattern.test(value);
}

const text = such("text", isText);
const words = nullable(text);
const date = nullable(such("an ISO date such as 2018-07-24", matches(DATE)));
const role = oneOf(...ROLES);
const count = such("a whole number", isWhole(0));
const speaker = object({ name: text, office: words }, ["name"]);

const PASSAGE = object(
  {
    id: text,
    kind: oneOf(...PASSAGE_KINDS),
    text,
    speaker: words,
    role,
    turn: nullable(count),
    note: words,
    quoted: list(object({ text, name: words }, ["text"])),
  },
  ["text"],
);

const TURN_KEYS = object({ speaker: words, role, paragraphs: list(text), text });
const TURN: Shape = (value, path) => {
  const wrong = TURN_KEYS(value, path);
  if (wrong !== null) return wrong;
  const bodies = ["paragraphs", "text"].filter((key) => Object.hasOwn(value as object, key));
  return bodies.length === 1 ? null : `${path} has to have one of "paragraphs" and "text"`;
};

const ORIGINAL: Shape = (value, path) => {
  const isCoded = typeof value === "object" && value !== null && Object.hasOwn(value, "base64");
  const base64 = such("base64", (one) => matches(BASE64)(one) && (one as string).length % 4 === 0);
  return isCoded
    ? object({ base64 }, ["base64"], false)(value, path)
    : object({ text }, ["text"], false)(value, path);
};

const RECORD = object({
  id: words,
  kind: nullable(oneOf(...KINDS)),
  title: words,
  date,
  outlet: words,
  series: words,
  number: nullable((value, path) => (isText(value) ? null : count(value, path))),
  subject: words,
  sourceDate: date,
  language: nullable(such('a language tag such as "ar"', matches(LANGUAGE))),
  speakers: list((value, path) => (isText(value) ? null : speaker(value, path))),
  interviewer: words,
  address: words,
  captured: words,
  text,
  turns: list(TURN),
  passages: list(PASSAGE),
  version: such("a whole number from 1 on", isWhole(1)),
  origin: text,
  sha256: such("64 hexadecimal digits", matches(SHA256)),
  added: text,
  unnumbered: such("true or false", (value) => typeof value === "boolean"),
  original: ORIGINAL,
});

/** Why a parsed line is no record, in words that follow the line's number; null where it is one. */
export function recordFault(value: unknown): string | null {
  const wrong = RECORD(value, "");
  if (wrong !== null) return wrong;
  const record = value as DocumentRecord;
  const bodies = ["text", "turns", "passages"].filter((key) => Object.hasOwn(record, key));
  if (bodies.length !== 1) return 'it has to have one of "text", "turns" and "passages"';
  for (const [index, passage] of (record.passages ?? []).entries()) {
    const stray = strayQuotation(passage);
    if (stray !== null)
      return `"passages" ${index + 1}, "quoted": the text has no ${JSON.stringify(stray.slice(0, SHOWN))} there`;
  }
  if (record.original === undefined) return null;
  const missing = KEPT_KEYS.find((key) => record[key] === undefined || record[key] === null);
  return missing === undefined ? null : `it has an "original" and no "${missing}"`;
}

/** The first of a passage's quoted words that its text does not have, or not in that order; else null. */
export function strayQuotation({ text, quoted = [] }: Pick<PassageRecord, "text" | "quoted">): string | null {
  let from = 0;
  for (const { text: words } of quoted) {
    const at = text.indexOf(words, from);
    if (at < 0 || words.trim() === "") return words;
    from = at + words.length;
  }
  return null;
}
