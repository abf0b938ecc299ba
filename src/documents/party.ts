import type { Voice } from "../core/index.ts";
import type { Speaker } from "./document.ts";
import type { Label } from "./label.ts";
import type { PlacedLabel } from "./label-set.ts";
import {
  areCompatible,
  familyName,
  inTitleCase,
  isCourtesy,
  isNameWord,
  isOffice,
  isTitle,
  splitTitle,
} from "./person-name.ts";

/** Whom the header or summary of a text names; `president` is the one whom an office label like THE PRESIDENT means. */
export interface Cast {
  readonly main: Speaker | null;
  readonly interviewer: string | null;
}

/** Who speaks under each label, by its key, and the speakers in order of their first label. */
export interface Parties {
  readonly voices: ReadonlyMap<string, Voice>;
  readonly speakers: readonly Speaker[];
  readonly interviewer: string | null;
}

interface Known {
  readonly name: string;
  readonly office: string | null;
}

/** Body text that is searched for the full names of those whom labels name by family name alone. */
const NAME_REACH = 200_000;

/**
 * Reads whom the labels of a conversation mean. A family name is one person's with the fullest name that the header, the
 * labels or the text gives him; names that could be two persons' stay as they are.
 */
export function partiesOf(text: string, placed: readonly PlacedLabel[], cast: Cast): Parties {
  const labels = firstByKey(placed);
  const full = fullNames(text, labels, cast);
  const askers = new Set(
    labels.filter((label) => label.voice === "interviewer" && isNamed(label)).map((label) => family(label)),
  );
  const voices = new Map<string, Voice>();
  const speakers = new Map<string, Speaker>();
  let interviewer = cast.interviewer;
  for (const label of labels) {
    const asks = label.voice === "interviewer" || (isNamed(label) && askers.has(family(label)));
    const known = knownFor(label, labels, cast, full);
    if (asks) {
      const name = isNamed(label) ? (known?.name ?? null) : isAnonymous(label) ? null : cast.interviewer;
      voices.set(label.key, { kind: "interviewer", name });
      if (!isAnonymous(label)) interviewer ??= name;
    } else {
      voices.set(label.key, { kind: "speaker", name: known?.name ?? null });
      if (known !== null) addSpeaker(speakers, known);
    }
  }
  return { voices, speakers: [...speakers.values()], interviewer };
}

function addSpeaker(speakers: Map<string, Speaker>, known: Known): void {
  const before = speakers.get(known.name);
  if (before === undefined || before.office === null) speakers.set(known.name, { ...known });
}

function firstByKey(placed: readonly PlacedLabel[]): Label[] {
  const labels = new Map<string, Label>();
  for (const { label } of placed) {
    const before = labels.get(label.key);
    if (before === undefined || (before.detail === null && label.detail !== null))
      labels.set(label.key, label);
  }
  return [...labels.values()];
}

/** Whether the label's words are a person's name, and no role or office. */
function isNamed(label: Label): boolean {
  return (
    label.style === "titled" ||
    label.style === "capitals" ||
    label.style === "name" ||
    (label.style === "role" && label.detail !== null && !label.audience)
  );
}

/** Whether many may speak under one label. */
function isAnonymous(label: Label): boolean {
  return label.audience || /REPORTER|PRESS|JOURNALISTS|STUDENT|CALLER/u.test(label.key);
}

function nameIn(label: Label): string {
  const words = /\p{L}\p{N}/u.test(label.words) ? label.key : label.words;
  return inTitleCase(splitTitle(words).name || words);
}

function family(label: Label): string {
  return familyName(nameIn(label));
}

function knownFor(
  label: Label,
  labels: readonly Label[],
  cast: Cast,
  full: ReadonlyMap<string, string>,
): Known | null {
  if (label.style === "answer") return cast.main;
  if (label.style === "office") {
    return isCastOffice(label, labels, cast)
      ? cast.main
      : { name: inTitleCase(label.words).replace(/^the\.? /iu, "The "), office: null };
  }
  if (!isNamed(label)) return null;
  const name = nameIn(label);
  if (
    isSpouse(label) &&
    labels.some((other) => other.style === "office" && isCastOffice(other, labels, cast))
  ) {
    return { name: inTitleCase(label.words), office: null };
  }
  if (cast.main !== null && areCompatible(cast.main.name, name))
    return { name: cast.main.name, office: cast.main.office ?? officeIn(label) };
  const fuller = full.get(familyName(name));
  return {
    name: fuller !== undefined && areCompatible(fuller, name) ? fuller : name,
    office: officeIn(label),
  };
}

/** A lady of the family name, where another label already means the one of the header. */
function isSpouse(label: Label): boolean {
  return /^(?:mrs|mme)\.? /iu.test(label.words);
}

/** What a label says of its person's office: its brackets, or the titles before the name that are offices. */
function officeIn(label: Label): string | null {
  if (label.detail?.split(/\s+/u).some((word) => isOffice(word) || isTitle(word))) {
    return label.style === "role" ? label.detail.toLowerCase() : label.detail;
  }
  const title = splitTitle(label.words).title;
  if (title === null || title.split(/\s+/u).every(isCourtesy)) return null;
  return inTitleCase(title);
}

/** THE PRESIDENT is the header's person where his office is that, unless he has a label by name beside it. */
function isCastOffice(label: Label, labels: readonly Label[], cast: Cast): boolean {
  const office = cast.main?.office;
  if (cast.main === null || office === null || office === undefined) return false;
  const words = label.key.replace(/^THE /u, "");
  if (!office.toUpperCase().endsWith(words)) return false;
  const own = familyName(cast.main.name);
  return !labels.some(
    (other) =>
      isNamed(other) &&
      !isSpouse(other) &&
      family(other) === own &&
      splitTitle(other.words).title?.toUpperCase() !== words,
  );
}

/** The fullest name for each family name that labels give, from the header, the labels, then the text. */
function fullNames(text: string, labels: readonly Label[], cast: Cast): Map<string, string> {
  const full = new Map<string, string>();
  const wanted = new Set<string>();
  for (const label of labels) {
    if (!isNamed(label)) continue;
    const name = nameIn(label);
    const before = full.get(familyName(name));
    if (name.includes(" ") && (before === undefined || areCompatible(before, name)))
      full.set(familyName(name), longer(before, name));
    wanted.add(familyName(name));
  }
  if (cast.interviewer?.includes(" ")) full.set(familyName(cast.interviewer), cast.interviewer);
  for (const name of full.keys()) wanted.delete(name);
  for (const [name, found] of fullNamesIn(text, wanted)) full.set(name, found);
  return full;
}

function longer(left: string | undefined, right: string): string {
  return left === undefined || right.length > left.length ? right : left;
}

/** Full names in running text by family name, for those wanted (as {@link familyName} gives them); none where two persons share one. */
export function fullNamesIn(text: string, wanted: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string | null>();
  if (wanted.size === 0) return new Map();
  const initials = new Set([...wanted].map((name) => name[0]));
  const words = text
    .slice(0, NAME_REACH)
    .matchAll(/(?<=[\s(“"'‘[])((?:\p{Lu}[\p{Ll}\p{M}'’-]+\s(?:\p{Lu}\.\s){0,2}))(\p{Lu}[\p{L}'’-]+)/gu);
  for (const [, given, last] of words) {
    if (!initials.has(last![0]!.toUpperCase())) continue;
    const key = familyName(last!.replace(/['’]s$/u, ""));
    if (!wanted.has(key) || !isGivenName(given!.split(" ")[0]!)) continue;
    const name = `${given}${last!.replace(/['’]s$/u, "")}`.replace(/\s+/gu, " ");
    const before = found.get(key);
    if (before === null) continue;
    if (before === undefined) found.set(key, name);
    else found.set(key, areCompatible(before, name) ? longer(before, name) : null);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

function isGivenName(word: string): boolean {
  return (
    isNameWord(word) &&
    !isTitle(word) &&
    !isOffice(word) &&
    !/^(?:and|but|the|if|when|as|for|with|from|to|of|in|on|at|by|so|then|yes|no|well|thank|thanks|question|that|this|what|why|how|does|did|do|is|was|are|may|next|mr|mrs|like|both|even|now|here|hello|hi|dear|because|while|after|before|since|both|neither|either|his|her|their|our|your|my)$/iu.test(
      word,
    )
  );
}
