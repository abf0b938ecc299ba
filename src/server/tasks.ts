import {
  addDocuments,
  type CheckRequest,
  type Context,
  checkText,
  countFacets,
  findWords,
  listDocuments,
  listNotes,
  listPassages,
  listReferences,
  listSpeakers,
  listVersions,
  readOriginal,
  readPassage,
  readSpeaker,
  rehearse,
  removeDocuments,
  searchPassages,
  showDocument,
} from "../desk/index.ts";
import { printableJson } from "../publish/index.ts";
import { feedPage } from "./feed/feed-page.ts";
import { oaiAnswer } from "./oai/oai-answer.ts";
import { archivePage } from "./pages/archive-page.ts";
import { checkPage } from "./pages/check-page.ts";
import { checkResultPage, takeawayReport } from "./pages/check-result-page.ts";
import { documentPage } from "./pages/document-page.ts";
import { storedResultPage, storedTakeaway } from "./pages/result-page.ts";
import { speakerPage, speakersPage } from "./pages/speaker-pages.ts";

import { publishedDocument } from "./published-document.ts";

/** What threads have in common that check one text together: how many quotations are taken. */
interface Shared {
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** As the command line prints it, byte for byte. */
const json = (value: unknown): string => `${printableJson(value)}\n`;

/** A question whose answer is JSON, all of it of one moment of the archive. */
const answered =
  <I>(answer: (input: I, context: Context) => unknown) =>
  (input: I, context: Context): string =>
    json(context.archive.reading(() => answer(input, context)));

/**
 * What the server's threads do. Each takes a plain value and answers one that can be sent between threads; pages and
 * reports are answered as the text that goes out, so that the thread that answers requests only passes it on.
 */
export const TASKS = {
  /** The report as JSON, byte for byte what `saidso check --format json` prints. */
  check: (request: CheckRequest, context: Context): string => json(checkText(request, context)),
  /** A part of a check: quotations are judged as `taken` counts them out to the threads, and told as they are found. */
  checkPart: ({ taken, ...request }: CheckRequest & Shared, context: Context): null => {
    const next = (): number => Atomics.add(taken, 0, 1);
    checkText(request, { ...context, watch: { ...context.watch, next } });
    return null;
  },
  find: answered(findWords),
  search: answered(searchPassages),
  documents: answered(listDocuments),
  facets: answered(countFacets),
  document: answered(showDocument),
  versions: answered(listVersions),
  passages: answered(listPassages),
  passage: answered(readPassage),
  notes: answered(listNotes),
  references: answered(listReferences),
  speakers: answered(listSpeakers),
  speaker: answered(readSpeaker),
  original: readOriginal,
  publishedDocument,
  feedPage,
  oai: oaiAnswer,
  checkPage,
  checkResultPage,
  /** A report in a form that is no JSON report, byte for byte what the command line prints. */
  takeaway: takeawayReport,
  storedResultPage,
  storedTakeaway,
  archivePage,
  documentPage,
  speakersPage,
  speakerPage,
  rehearse,
  add: addDocuments,
  remove: removeDocuments,
};

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type TaskInput<K extends TaskName> = Parameters<Tasks[K]>[0];
export type TaskAnswer<K extends TaskName> = ReturnType<Tasks[K]>;
