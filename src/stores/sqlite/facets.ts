import { type FacetHits, type FacetQuery, type Facets, FacetTable, parseQuery } from "../../archive/index.ts";
import { voiceConditions } from "./catalog.ts";
import { headers } from "./headers.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/** The table of all documents, and the number in it of each document's row. */
interface Counted {
  readonly table: FacetTable;
  readonly numbers: ReadonlyMap<number, number>;
}

/** See `Archive.facets`; inside of the session's `read`. What all documents have, and each answer, is remembered until somebody writes. */
export function facetsOf(session: Session, query: FacetQuery, limit: number, state: Readonly<State>): Facets {
  return session.remembered(`facets ${limit} ${JSON.stringify(query)}`, () => {
    const { table, numbers } = session.remembered("facets", () => counted(session));
    return table.count(query, hitsOf(session, query, numbers, state), limit);
  });
}

function counted(session: Session): Counted {
  const documents = headers(session);
  return {
    table: new FacetTable(documents),
    numbers: new Map(documents.map(({ id }, i) => [id, i])),
  };
}

function hitsOf(
  session: Session,
  query: FacetQuery,
  numbers: ReadonlyMap<number, number>,
  state: Readonly<State>,
): FacetHits | null {
  if (query.words === undefined) return null;
  const phrases = parseQuery(query.words);
  const hits = new Map<number, (string | null)[]>();
  if (phrases.length === 0) return hits;
  for (const { document, name } of session.fullText.voices(phrases, voiceConditions(session, query, state))) {
    const number = numbers.get(document);
    if (number === undefined) throw damaged("passage", { document });
    const names = hits.get(number);
    if (names === undefined) hits.set(number, [name]);
    else names.push(name);
  }
  return hits;
}
