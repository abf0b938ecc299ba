import { hitOf, parseQuery, type SearchPage, type SearchQuery } from "../../archive/index.ts";
import { documentConditions, voiceConditions } from "./catalog.ts";
import { summaryOfRow } from "./document-row.ts";
import type { EditionCache } from "./edition-cache.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/** Passages of latest versions that have the words, by BM25; inside of the session's `read`. */
export function searchPassages(
  session: Session,
  cache: EditionCache,
  query: SearchQuery,
  state: Readonly<State>,
): SearchPage {
  const phrases = parseQuery(query.words);
  if (phrases.length === 0) return { total: 0, hits: [] };
  const { database, editions, fullText } = session;
  const conditions = [...documentConditions(database, query), ...voiceConditions(session, query, state)];
  const found = fullText.find(phrases, conditions, query.limit, query.offset);
  const hits = found.map(({ document: id, n, score }) => {
    const row = editions.documents.get("WHERE id = ?", id);
    const document = row === undefined ? undefined : cache.edition(row.latest).document;
    const passage = document?.passages[n];
    if (row === undefined || document === undefined || passage === undefined)
      throw damaged("passage", { document: id });
    return hitOf(summaryOfRow(row), document, passage, phrases, score);
  });
  return { total: fullText.count(phrases, conditions), hits };
}
