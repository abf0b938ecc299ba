import {
  hitOf,
  type Phrase,
  parseQuery,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
} from "../../archive/index.ts";
import { documentConditions, voiceConditions } from "./catalog.ts";
import { summaryOfRow } from "./document-row.ts";
import type { EditionCache } from "./edition-cache.ts";
import type { Condition, FoundRow } from "./full-text.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/**
 * Places of a search that are looked up and remembered at once: as many as people turn pages. FTS5 ranks all passages
 * that have a word to find the first one, which takes a quarter of a second for half a million.
 */
const STRETCH = 200;

/** Passages of latest versions that have the words, by BM25; inside of the session's `read`. */
export function searchPassages(
  session: Session,
  cache: EditionCache,
  query: SearchQuery,
  state: Readonly<State>,
): SearchPage {
  const { limit, offset, ...asked } = query;
  const phrases = parseQuery(query.words);
  if (phrases.length === 0) return { total: 0, hits: [] };
  const { database, fullText } = session;
  const key = JSON.stringify(asked);
  let made: Condition[] | undefined;
  const conditions = (): Condition[] => {
    made ??= [...documentConditions(database, query), ...voiceConditions(session, query, state)];
    return made;
  };
  const from = Math.floor(offset / STRETCH) * STRETCH;
  const to = Math.ceil((offset + limit) / STRETCH) * STRETCH;
  const find = () => fullText.find(phrases, conditions(), to - from, from);
  const found = to - from > 2 * STRETCH ? find() : session.remembered(`search ${from} ${to} ${key}`, find);
  const isLast = found.length < to - from && (found.length > 0 || from === 0);
  const total = isLast
    ? from + found.length
    : session.remembered(`total ${key}`, () => fullText.count(phrases, conditions()));
  const page = found.slice(offset - from, offset - from + limit);
  return { total, hits: page.map((row) => shown(session, cache, row, phrases)) };
}

function shown(
  { editions }: Session,
  cache: EditionCache,
  { document: id, n, score }: FoundRow,
  phrases: readonly Phrase[],
): SearchHit {
  const row = id === null ? undefined : editions.documents.get("WHERE id = ?", id);
  const document = row === undefined ? undefined : cache.edition(row.latest).document;
  const passage = document?.passages[n];
  if (row === undefined || document === undefined || passage === undefined)
    throw damaged("passage", { document: id });
  return hitOf(summaryOfRow(row), document, passage, phrases, score);
}
