import type { Referring } from "../../archive/reference-links.ts";
import type { Reference } from "../../documents/index.ts";
import type { Database } from "./database.ts";
import type { ParcelReference } from "./parcel.ts";

interface UnresolvedRow extends Pick<Reference, "series" | "number" | "title" | "date"> {
  readonly name: string;
}

/** What latest versions refer to, by key: to which document that leads is asked when it is read, so that it matters not which came first. */
export class ReferenceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes a document's references over those it had. */
  put(document: number, references: readonly ParcelReference[]): void {
    this.remove(document);
    references.forEach(({ key, series, number, title, date }, n) => {
      this.#database.run(
        "INSERT INTO reference (document, n, number_key, series, number, title, date) VALUES (?, ?, ?, ?, ?, ?, ?)",
        document,
        n,
        key,
        series,
        number,
        title,
        date,
      );
    });
  }

  remove(document: number): void {
    this.#database.run("DELETE FROM reference WHERE document = ?", document);
  }

  /** What a document refers to, in its order. */
  of(document: number): ParcelReference[] {
    return this.#database.all<ParcelReference>(
      "SELECT number_key AS key, series, number, title, date FROM reference WHERE document = ? ORDER BY n",
      document,
    );
  }

  /** Ids of the documents that refer to the one of this key, in the order they came. */
  referringTo(key: string): string[] {
    return this.#database
      .all<{ name: string }>(
        `SELECT DISTINCT document.name, document.latest FROM reference JOIN document ON document.id = reference.document
         WHERE reference.number_key = ? ORDER BY document.latest`,
        key,
      )
      .map(({ name }) => name);
  }

  /** References to what is not held, in the order their documents came, as documents that have no more than one each. */
  unresolved(): Referring[] {
    const rows = this.#database.all<UnresolvedRow>(
      `SELECT document.name, reference.series, reference.number, reference.title, reference.date
       FROM reference JOIN document ON document.id = reference.document
       WHERE reference.number_key IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM document AS held WHERE held.number_key = reference.number_key)
       ORDER BY document.latest, reference.n`,
    );
    return rows.map(({ name, ...reference }) => ({
      id: name,
      document: { series: null, number: null, references: [reference] },
    }));
  }
}
