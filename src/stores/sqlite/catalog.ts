import {
  type Filter,
  hasSameWords,
  hasWords,
  passesVoice,
  type RecentPage,
  type RecentQuery,
  type Summary,
} from "../../archive/index.ts";
import { summaryOfRow } from "./document-row.ts";
import { type Condition, voiceNumber } from "./full-text.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";
import type { State } from "./state.ts";

/** Documents that pass, by date, then id. */
export function listDocuments(
  { database, editions }: Session,
  filter: Filter,
  limit: number,
  offset: number,
): { total: number; documents: Summary[] } {
  const conditions = documentConditions(database, filter);
  const where = conditions.length === 0 ? "" : `WHERE ${conditions.map(({ sql }) => sql).join(" AND ")}`;
  const values = conditions.flatMap((one) => one.values);
  const { total } = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM document ${where}`,
    ...values,
  )!;
  const rows = editions.documents.all(
    `${where} ORDER BY ${DATE} IS NULL, ${DATE}, document.name LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  );
  return { total, documents: rows.map(summaryOfRow) };
}

/** A latest version and its document; the versions are gone through by key, so that a page reads only its own. */
const LATEST =
  "edition CROSS JOIN document ON document.id = edition.document AND document.latest = edition.key";

/** Documents that pass, by the key of their latest version. */
export function recentDocuments(
  { database, editions }: Session,
  { filter = {}, series, subject, since, until, order, after, limit }: RecentQuery,
): RecentPage {
  const conditions = documentConditions(database, filter);
  const same = (column: string, wanted: string | undefined): void => {
    if (wanted === undefined) return;
    const values = distinct(database, column).filter((value) => hasSameWords(value, wanted));
    conditions.push(oneOf(`document.${column}`, values));
  };
  same("series", series);
  same("subject", subject);
  if (since !== undefined) conditions.push({ sql: "edition.added >= ?", values: [since] });
  if (until !== undefined) conditions.push({ sql: "edition.added < ?", values: [until] });
  const chosen = (some: readonly Condition[]) => ({
    where: some.length === 0 ? "" : `WHERE ${some.map(({ sql }) => sql).join(" AND ")}`,
    values: some.flatMap(({ values }) => values),
  });
  const all = chosen(conditions);
  const isDated = since !== undefined || until !== undefined;
  const { total } = database.get<{ total: number }>(
    `SELECT count(*) AS total FROM ${isDated ? LATEST : "document"} ${all.where}`,
    ...all.values,
  )!;
  const isOldest = order === "oldest";
  const further = { sql: `edition.key ${isOldest ? ">" : "<"} ?`, values: [after ?? 0] };
  const page = chosen(after === null ? conditions : [...conditions, further]);
  const rows = database.all<{ key: number }>(
    `SELECT edition.key AS key FROM ${LATEST} ${page.where} ORDER BY edition.key ${isOldest ? "" : "DESC"} LIMIT ?`,
    ...page.values,
    limit,
  );
  const documents = rows.map(({ key }) => {
    const row = editions.keyed(key);
    return { key, added: row.added, summary: summaryOfRow(editions.documentOf(row)) };
  });
  return { total, documents };
}

const DATE = "coalesce(document.date, document.source_date)";

/**
 * What `passesDocument` asks, of the table `document`. Words are compared where they always are, in `hasWords`: it
 * chooses among the values that a column has.
 */
export function documentConditions(database: Session["database"], filter: Filter): Condition[] {
  const { outlet, subject, series, from, to, language, speaker } = filter;
  const conditions: Condition[] = [];
  if (from !== undefined) conditions.push({ sql: `${DATE} >= ?`, values: [from] });
  if (to !== undefined) conditions.push({ sql: `substr(${DATE}, 1, ?) <= ?`, values: [to.length, to] });
  const having = (column: string, wanted: string | undefined): void => {
    if (wanted === undefined) return;
    const values = distinct(database, column).filter((value) => hasWords(value, wanted));
    conditions.push(oneOf(`document.${column}`, values));
  };
  having("outlet", outlet);
  having("subject", subject);
  having("series", series);
  if (language !== undefined) conditions.push(writtenIn(language));
  if (speaker !== undefined) conditions.push(speaking(database, speaker));
  return conditions;
}

/** What `passesVoice` asks of the table `passage`, where it asks anything. */
export function voiceConditions({ names }: Session, filter: Filter, state: Readonly<State>): Condition[] {
  const { voice, speaker } = filter;
  const conditions: Condition[] = [];
  if (voice !== undefined) conditions.push({ sql: "passage.voice = ?", values: [voiceNumber(voice)] });
  if (speaker !== undefined && (voice === undefined || voice === "speaker")) {
    const passes = (name: string): boolean => passesVoice({ kind: "speaker", name }, { speaker });
    conditions.push(oneOf("passage.name", names.numbersWhere(state, passes)));
  }
  return conditions;
}

function oneOf(column: string, values: readonly (string | number)[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}

function distinct(database: Session["database"], column: string): string[] {
  return database
    .all<{ value: string }>(
      `SELECT DISTINCT document.${column} AS value FROM document WHERE document.${column} IS NOT NULL`,
    )
    .map(({ value }) => value);
}

/** The language, or a kind of it: "pt" lets "pt-BR" pass. */
function writtenIn(language: string): Condition {
  const wanted = language.toLowerCase();
  const is = (column: string): string => `(lower(${column}) = ? OR substr(lower(${column}), 1, ?) = ?)`;
  const values = [wanted, wanted.length + 1, `${wanted}-`];
  return {
    sql: `(${is("document.language")} OR ${is("document.written")})`,
    values: [...values, ...values],
  };
}

/** Documents whose header names somebody with these words in his name. */
function speaking(database: Session["database"], speaker: string): Condition {
  const named = distinct(database, "speakers").filter((json) =>
    speakersIn(json).some(({ name }) => hasWords(name, speaker)),
  );
  const interviewers = distinct(database, "interviewer").filter((name) => hasWords(name, speaker));
  const either = [oneOf("document.speakers", named), oneOf("document.interviewer", interviewers)];
  return {
    sql: `(${either.map(({ sql }) => sql).join(" OR ")})`,
    values: either.flatMap(({ values }) => values),
  };
}

/** A column's value without its row's sum: it may be anything. */
export function speakersIn(json: string): Summary["speakers"] {
  try {
    const speakers: unknown = JSON.parse(json);
    if (Array.isArray(speakers) && speakers.every((one) => typeof one?.name === "string")) return speakers;
  } catch (cause) {
    throw damaged("document", { cause });
  }
  throw damaged("document");
}
