import { ArchiveError, type Edition } from "../../archive/index.ts";
import { toSource } from "../../documents/index.ts";
import type { EditionRow } from "./edition-store.ts";
import { damaged } from "./seal.ts";
import type { Session } from "./session.ts";

/** Bytes of versions that are kept read: a thousand dispatches or more. */
const KEPT_BYTES = 16 << 20;

/** Bytes that a passage or mark takes as an object, about, with its segment. Turns and pieces are seldom asked for, and not counted: that would unpack them. */
const OBJECT = 200;

interface Kept {
  readonly edition: Edition;
  readonly bytes: number;
  /** The session's generation in which its row was read. */
  readonly generation: number;
}

/** Versions as they were read, those asked for last. */
export class EditionCache {
  readonly #session: Session;
  readonly #kept = new Map<number, Kept>();
  #bytes = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The version of that key; inside of the session's `read`. Throws `unknown` where none has it. */
  edition(key: number): Edition {
    const { generation, editions } = this.#session;
    const held = this.#kept.get(key);
    if (held !== undefined && held.generation === generation) {
      this.#kept.delete(key);
      this.#kept.set(key, held);
      return held.edition;
    }
    const row = editions.editions.get("WHERE key = ?", key);
    if (row === undefined && editions.hasBlocksOf(key)) throw damaged("edition", { edition: key });
    if (row === undefined) throw new ArchiveError("unknown", { key });
    return this.of(row);
  }

  /** The version of a row that was just read. */
  of(row: EditionRow): Edition {
    const { generation, editions } = this.#session;
    const held = this.#kept.get(row.key);
    if (held !== undefined && held.generation === generation) return held.edition;
    const { name, latest } = editions.documentOf(row);
    const edition =
      held === undefined
        ? this.#read(row, name, latest === row.key)
        : { ...held.edition, latest: latest === row.key };
    this.#keep({ edition, bytes: held?.bytes ?? bytesOf(edition), generation });
    return edition;
  }

  #read({ key, version, origin, sha256, added }: EditionRow, id: string, latest: boolean): Edition {
    const { document, starts } = this.#session.bodies.contents(key, id);
    return { key, id, version, latest, origin, sha256, added, document, source: toSource(document), starts };
  }

  #keep(kept: Kept): void {
    const { key } = kept.edition;
    this.#bytes += kept.bytes - (this.#kept.get(key)?.bytes ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES || oldest === key) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

function bytesOf({ document: { text, passages, marks }, starts }: Edition): number {
  return 2 * text.length + OBJECT * (passages.length + marks.length) + starts.byteLength;
}
