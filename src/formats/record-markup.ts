import type { DocumentRecord, PassageRecord, TurnRecord } from "./document-record.ts";
import type { Block, BlockKind, FormattedText } from "./formatted-text.ts";
import { kebab } from "./kebab.ts";
import type { MarkedPassage, MarkedSpan, MarkedTurn, MarkedVoice, Markup } from "./markup.ts";
import { readPlain } from "./plain.ts";
import { RecordText } from "./record-text.ts";
import type { BuiltText } from "./text-builder.ts";

/** Gives a string of the record by its path, `turns/0/paragraphs/1`, and the way back from it. */
export type StringAt = (path: string) => BuiltText;

/** What a record says: its text, and whose words are whose. */
export interface RecordReading
  extends Pick<FormattedText, "text" | "blocks" | "markup">,
    Pick<BuiltText, "sourceOf"> {}

const EDITOR: MarkedVoice = { kind: "editor", name: null };

const BLOCK_KINDS: Readonly<Partial<Record<MarkedPassage["kind"], BlockKind>>> = {
  title: "heading",
  heading: "heading",
  caption: "caption",
  note: "note",
};

/** Reads a sound record. Of one with `text` the markup has no passages, unless it is a speech of one speaker: the text's form says the rest. */
export function readRecord(record: DocumentRecord, stringAt: StringAt): RecordReading {
  const text = new RecordText();
  const writer = new MarkupWriter(text, record.interviewer || null);
  if (record.turns !== undefined) {
    if (record.title) writer.passage({ text: record.title, kind: "title" }, stringAt("title"), null);
    for (const [index, turn] of record.turns.entries()) writer.turn(turn, `turns/${index}`, stringAt);
  } else if (record.passages !== undefined) {
    const turns = turnsOf(record.passages, record.interviewer || null);
    for (const [index, passage] of record.passages.entries())
      writer.passage(passage, stringAt(`passages/${index}/text`), turns[index]!);
  } else return readWholeText(record, stringAt("text"));
  const { text: words, sourceOf } = text.finish();
  const markup = markupOf(record, writer);
  return { text: words, blocks: text.blocks, sourceOf, markup };
}

function readWholeText(record: DocumentRecord, string: BuiltText): RecordReading {
  const { text, sourceOf } = string;
  const { blocks } = readPlain(text);
  const [only, ...others] = speakersOf(record, []);
  const isSpeech = record.kind === "speech" && only !== undefined && others.length === 0;
  const voice: MarkedVoice = { kind: "speaker", name: only?.name ?? null };
  const said = isSpeech
    ? {
        passages: blocks.map((block): MarkedPassage => passageOf(block, "paragraph", voice, 1, null)),
        turns: [{ voice, label: null }],
        thirdParties: [],
      }
    : { passages: [], turns: [], thirdParties: [] };
  return { text, blocks, sourceOf, markup: markupOf(record, said) };
}

type Said = Pick<Markup, "passages" | "turns"> & { readonly thirdParties: readonly MarkedSpan[] };

function markupOf(record: DocumentRecord, { passages, turns, thirdParties }: Said): Markup {
  const { series, number, date, sourceDate, subject, interviewer } = record;
  return {
    kind: record.kind ?? kindOf(turns),
    id: kebab(record.id ?? "") || null,
    series: series || null,
    number: number === undefined || number === null || number === "" ? null : String(number),
    date: date?.slice(0, 10) ?? null,
    sourceDate: sourceDate?.slice(0, 10) ?? null,
    subject: subject || null,
    speakers: speakersOf(record, turns),
    interviewer: interviewer || null,
    passages,
    turns,
    marks: thirdParties.length > 0 ? thirdParties : null,
    marksAreSome: true,
    references: [],
  };
}

/** Several parties make a transcript, one a speech; a text without turns is what its words are. */
function kindOf(turns: readonly MarkedTurn[]): Markup["kind"] {
  const parties = new Set(turns.map(({ voice: { kind, name } }) => `${kind} ${name}`));
  if (parties.size > 1) return "transcript";
  return turns[0]?.voice.kind === "speaker" ? "speech" : "plain";
}

/** The speakers that the record lists, then others that speak in it. */
function speakersOf(record: DocumentRecord, turns: readonly MarkedTurn[]): Markup["speakers"] {
  const listed = (record.speakers ?? []).map((one) =>
    typeof one === "string" ? { name: one, office: null } : { name: one.name, office: one.office || null },
  );
  const offices = new Map(listed.map(({ name, office }) => [name, office]));
  for (const { voice } of turns)
    if (voice.kind === "speaker" && voice.name !== null && !offices.has(voice.name))
      offices.set(voice.name, null);
  return [...offices].map(([name, office]) => ({ name, office })).filter(({ name }) => name !== "");
}

/** Without a role: an editor's where it is no paragraph and names nobody. */
function voiceOf(
  { speaker, role, kind = "paragraph" }: Pick<PassageRecord, "speaker" | "role" | "kind">,
  interviewer: string | null,
): MarkedVoice {
  const name = speaker?.trim() || null;
  const byName = name === null ? "unknown" : name === interviewer ? "interviewer" : "speaker";
  const stated = role ?? (name === null && kind !== "paragraph" ? "editor" : byName);
  return stated === "editor" ? EDITOR : { kind: stated, name };
}

/** For each passage the number of its turn, as it is said or as the voices change; null outside turns. */
function turnsOf(passages: readonly PassageRecord[], interviewer: string | null): (number | null)[] {
  const isSaid = passages.some(({ turn }) => turn !== undefined);
  let party: string | null = null;
  let number = 0;
  return passages.map((passage) => {
    if ((passage.kind ?? "paragraph") !== "paragraph") return null;
    const voice = voiceOf(passage, interviewer);
    if (isSaid ? (passage.turn ?? null) === null : voice.kind === "editor") return null;
    const own = JSON.stringify([isSaid ? passage.turn : null, voice.kind, voice.name]);
    if (own !== party) number++;
    party = own;
    return number;
  });
}

function passageOf(
  { start, end }: Block,
  kind: MarkedPassage["kind"],
  voice: MarkedVoice,
  turn: number | null,
  note: string | null,
): MarkedPassage {
  return { kind, start, end, voice, turn, note };
}

class MarkupWriter implements Said {
  readonly passages: MarkedPassage[] = [];
  readonly turns: MarkedTurn[] = [];
  readonly thirdParties: MarkedSpan[] = [];
  readonly #text: RecordText;
  readonly #interviewer: string | null;

  constructor(text: RecordText, interviewer: string | null) {
    this.#text = text;
    this.#interviewer = interviewer;
  }

  turn(turn: TurnRecord, path: string, stringAt: StringAt): void {
    const number = this.turns.length + 1;
    const paths = turn.paragraphs?.map((_, index) => `${path}/paragraphs/${index}`) ?? [`${path}/text`];
    for (const one of paths) this.passage({ ...turn, kind: "paragraph", text: "" }, stringAt(one), number);
  }

  passage(passage: PassageRecord, string: BuiltText, turn: number | null): void {
    const { kind = "paragraph", note } = passage;
    const voice = voiceOf(passage, this.#interviewer);
    const blocks = this.#text.add(string, BLOCK_KINDS[kind] ?? "paragraph");
    if (blocks.length === 0) return;
    if (turn !== null && turn > this.turns.length) this.turns.push({ voice, label: null });
    for (const [index, block] of blocks.entries())
      this.passages.push(
        passageOf(
          block,
          kind,
          voice,
          turn === null ? null : this.turns.length,
          index === 0 ? note || null : null,
        ),
      );
    this.#markThirdParties(passage, string, blocks);
  }

  /** Where the words that are said to be a third party's stand; of words over several paragraphs, in each. */
  #markThirdParties({ quoted = [] }: PassageRecord, string: BuiltText, blocks: readonly Block[]): void {
    const origin = readPlain(string.text).blocks;
    let from = 0;
    for (const { text: words, name } of quoted) {
      const at = string.text.indexOf(words, from);
      from = at + words.length;
      for (const [index, block] of blocks.entries()) {
        const shift = block.start - origin[index]!.start;
        const start = Math.max(at + shift, block.start);
        const end = Math.min(from + shift, block.end);
        if (start < end) this.thirdParties.push({ kind: "quoted", start, end, name: name || null });
      }
    }
  }
}
