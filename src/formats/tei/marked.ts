import type { MarkedPassage, MarkedTurn, MarkedVoice, Markup } from "../markup.ts";
import type { Flow } from "./flow.ts";
import { isoDate, type TeiHeader } from "./header.ts";

/**
 * What a text's elements and its header say of voices; null where they say nothing of them. A text that marks only whom
 * it quotes is an article of its author.
 */
export function markupOf(flow: Flow, header: TeiHeader): Markup | null {
  const isQuoting = flow.marks.some(({ kind }) => kind === "quoted");
  if (flow.turns.length === 0 && !isQuoting && !header.isOwn) return null;
  const isArticle = flow.turns.length === 0 && isQuoting && !header.isOwn;
  const { passages, turns } = isArticle ? asArticle(flow, header) : flow;
  return {
    kind: header.kind ?? kindOf(turns, header, isArticle),
    id: header.id,
    series: header.series,
    number: header.number,
    date: isoDate(header.published),
    sourceDate: header.sourceDate,
    subject: header.subject,
    speakers: speakersOf(turns, header),
    interviewer: interviewerOf(header),
    passages,
    turns,
    marks: flow.marks,
    references: flow.references,
    ...(header.isOwn ? { namesAreFinal: true as const } : { marksAreSome: true as const }),
  };
}

/** The paragraphs of an article are its author's, in one turn. */
function asArticle(flow: Flow, { author }: TeiHeader) {
  const voice: MarkedVoice =
    author === null ? { kind: "unknown", name: null } : { kind: "speaker", name: author };
  const passages = flow.passages.map(
    (passage): MarkedPassage =>
      passage.kind === "summary" || passage.kind === "paragraph"
        ? { ...passage, kind: "paragraph", turn: 1, voice }
        : passage,
  );
  return { passages, turns: [{ voice, label: null }] };
}

function kindOf(turns: readonly MarkedTurn[], header: TeiHeader, isArticle: boolean): Markup["kind"] {
  if (header.series !== null && header.number !== null) return "dispatch";
  if (isArticle) return "article";
  return new Set(turns.map(({ voice }) => `${voice.kind} ${voice.name}`)).size > 1 ? "transcript" : "speech";
}

/** Those whom the header lists as speakers, or who it lists and who speak; else those whom labels name. */
function speakersOf(turns: readonly MarkedTurn[], { persons, author, isOwn }: TeiHeader): Markup["speakers"] {
  const heard = new Set(turns.flatMap(({ voice }) => (voice.kind === "speaker" ? (voice.name ?? []) : [])));
  const named = [...persons.values()].filter(({ voice, list }) =>
    list === "voices" ? false : list === "speakers" || heard.has(voice.name ?? ""),
  );
  const listed = named.flatMap(({ voice, office }) =>
    voice.kind === "speaker" && voice.name !== null ? [{ name: voice.name, office }] : [],
  );
  if (listed.length > 0 || isOwn) return listed;
  const unlisted = [...heard].map((name) => ({ name, office: null }));
  return unlisted.length > 0 || author === null ? unlisted : [{ name: author, office: null }];
}

function interviewerOf({ persons }: TeiHeader): string | null {
  for (const { voice, list } of persons.values())
    if (voice.kind === "interviewer" && list !== "voices" && voice.name !== null) return voice.name;
  return null;
}
