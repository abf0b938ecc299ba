import type { VersionRecord } from "../archive/index.ts";
import {
  captureLabel,
  type DocumentView,
  dateLabel,
  noteOf,
  oneLine,
  type Referred,
  type ShownPassage,
  voiceLabel,
} from "../publish/index.ts";
import type { Colors } from "./colors.ts";
import { counted } from "./count.ts";
import { highlighted } from "./highlight.ts";

/** A held document for people: its header, its passages with the voice in front, its notes and references. */
export function prettyDocument(view: DocumentView, colors: Colors): string {
  const { shown, edition } = view;
  const isNote = ({ passage }: ShownPassage): boolean => noteOf(edition.document, passage) !== undefined;
  const notes = shown.filter(isNote);
  return [
    ...header(view, colors),
    ...block(
      null,
      shown.filter((one) => !isNote(one)).map((one) => passageLine(one, view, colors)),
      colors,
    ),
    ...block(
      "Notes",
      notes.map((one) => passageLine(one, view, colors)),
      colors,
    ),
    ...block(
      "Refers to",
      view.refersTo.map((one) => `  ${referenceLine(one)}`),
      colors,
    ),
    ...block(
      "Referred to by",
      view.referredFrom.map(
        ({ id, title, text }) => `  ${oneLine(`${id}${title === null ? "" : `, “${title}”`}: ${text}`)}`,
      ),
      colors,
    ),
  ].join("\n");
}

function block(title: string | null, lines: readonly string[], colors: Colors): string[] {
  if (lines.length === 0) return [];
  return title === null ? ["", ...lines] : ["", colors.bold(title), ...lines];
}

function header({ edition, versions }: DocumentView, colors: Colors): string[] {
  const { id, version, document } = edition;
  const {
    title,
    series,
    number,
    date,
    subject,
    outlet,
    sourceDate,
    language,
    capture,
    speakers,
    interviewer,
  } = document;
  const said: [string, string | null][] = [
    ["series", series === null || number === null ? series : `${series} No. ${number}`],
    ["date", date === null ? null : dateLabel(date)],
    ["subject", subject],
    ["outlet", outlet],
    ["source of", sourceDate === null ? null : dateLabel(sourceDate)],
    ["language", language],
    ["captured", capture === null ? null : captureLabel(capture)],
    ...speakers.map(({ name, office }): [string, string] => [
      "speaker",
      office === null ? name : `${name}, ${office}`,
    ]),
    ["interviewer", interviewer],
  ];
  return [
    colors.bold(oneLine(id)),
    ...(title === null ? [] : [oneLine(title)]),
    ...said.flatMap(([field, value]) =>
      value === null ? [] : [`  ${colors.dim(field.padEnd(WIDEST_FIELD))}${oneLine(value)}`],
    ),
    ...versions.map((one) => versionLine(one, one.version === version, colors)),
  ];
}

const WIDEST_FIELD = "interviewer  ".length;

function versionLine(
  { version, added, origin, size }: VersionRecord,
  shown: boolean,
  colors: Colors,
): string {
  const field = colors.dim(`version ${version}`.padEnd(WIDEST_FIELD));
  const told = oneLine(
    `added ${added.slice(0, 16).replace("T", " ")} from ${origin}, ${counted(size, "byte")}`,
  );
  return `  ${field}${told}${shown ? " (shown)" : ""}`;
}

function passageLine(shown: ShownPassage, { edition: { document } }: DocumentView, colors: Colors): string {
  const { passage, start, end, voice } = shown;
  const note = noteOf(document, passage);
  const place = note === undefined ? passage.id : `[${note.number}]`;
  const third = document.marks.filter(({ kind }) => kind === "quoted");
  const words = highlighted(
    { text: document.text.slice(start, end), start },
    voice.kind === "quoted" ? [] : third,
    colors.italic,
  );
  const whose = note === undefined ? `${paintOf(voice.kind, colors)(oneLine(voiceLabel(voice)))}: ` : "";
  return `${colors.dim(oneLine(place).padStart(7))}  ${whose}${words.trim()}`;
}

function paintOf(kind: ShownPassage["voice"]["kind"], colors: Colors): (text: string) => string {
  if (kind === "speaker") return colors.green;
  if (kind === "interviewer") return colors.cyan;
  return kind === "quoted" ? colors.yellow : colors.dim;
}

function referenceLine({ reference, target }: Referred): string {
  const { desk, series, number, title, date } = reference;
  const named = [
    `${desk === null ? "" : `${desk} `}${series} No. ${number}`,
    title === null ? null : `“${title}”`,
    date === null ? null : dateLabel(date),
  ];
  return oneLine(
    `${named.filter((part) => part !== null).join(", ")}: ${target === null ? "not held" : target}`,
  );
}
