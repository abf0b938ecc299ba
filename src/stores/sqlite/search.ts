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
import type { FoundRow } from "./full-text.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/**
 * Places in the ranking that are remembered of a search: as many as people turn pages. FTS5 ranks all passages that
 * have a word to find the first one, which takes a quarter of a second for half a million.
 */
const RANKED = 200;

/** The first places of a search, and how many there are. */
interface Ranking {
  readonly total: number;
  readonly first: readonly FoundRow[];
}

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
  const conditions = () => [
    ...documentConditions(session.database, query),
    ...voiceConditions(session, query, state),
  ];
  const { total, first } = session.remembered(`search ${JSON.stringify(asked)}`, (): Ranking => {
    const only = conditions();
    const found = session.fullText.find(phrases, only, RANKED, 0);
    const isAll = found.length < RANKED;
    return { total: isAll ? found.length : session.fullText.count(phrases, only), first: found };
  });
  const isKnown = offset + limit <= RANKED || total <= RANKED;
  const found = isKnown
    ? first.slice(offset, offset + limit)
    : session.fullText.find(phrases, conditions(), limit, offset);
  return { total, hits: found.map((row) => shown(session, cache, row, phrases)) };
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
