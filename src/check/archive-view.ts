import type { Archive, Edition, Sought, Window } from "../archive/index.ts";
import { type Lexicon, type QuotedFingerprint, readSources } from "../core/index.ts";
import type { HeldDocument } from "./holdings.ts";
import { type NameRegister, registerOf } from "./name-register.ts";

/**
 * An archive as one text sees it: without the version that is that text. What costs a look at all of the archive is
 * asked once.
 */
export class ArchiveView {
  readonly archive: Archive;
  /** The checked text's own version, where it is held. */
  readonly except: Edition | null;
  #voices: NameRegister | null = null;
  #languages: ReadonlySet<string | null> | null = null;
  #lexicon: Lexicon | null = null;

  constructor(archive: Archive, except: Edition | null) {
    this.archive = archive;
    this.except = except;
  }

  get voices(): NameRegister {
    this.#voices ??= registerOf(this.archive.voices(this.except?.key));
    return this.#voices;
  }

  get languages(): ReadonlySet<string | null> {
    this.#languages ??= this.archive.languages(this.except?.key);
    return this.#languages;
  }

  get lexicon(): Lexicon {
    this.#lexicon ??=
      this.except === null ? this.archive.lexicon : without(this.archive.lexicon, this.except);
    return this.#lexicon;
  }

  candidates(words: QuotedFingerprint, sought: Omit<Sought, "except"> = {}): readonly Window[] {
    return this.archive.candidates(words, { ...sought, except: this.except?.key });
  }

  /** A version with the number of the latest one that is held beside the checked text. */
  held({ id, version, latest, document }: Edition): HeldDocument {
    return { document, version, latest: latest ? version : this.#latestOf(id) };
  }

  /** The latest version of a document. */
  latest(id: string): Edition {
    return this.archive.document(id, this.#latestOf(id))!;
  }

  #latestOf(id: string): number {
    const versions = this.archive.versions(id).map(({ version }) => version);
    const own = this.except?.id === id ? this.except.version : null;
    return Math.max(...versions.filter((version) => version !== own));
  }
}

/** How often words stand in all that is held but one version. */
function without(lexicon: Lexicon, { source }: Edition): Lexicon {
  const { tokens, vocabulary } = readSources([source]);
  const own = new Map<string, number>();
  for (let i = 0; i < tokens.count; i++) {
    const word = vocabulary.word(tokens.word[i]!);
    own.set(word, (own.get(word) ?? 0) + 1);
  }
  return {
    words: lexicon.words - tokens.count,
    frequency: (word) => lexicon.frequency(word) - (own.get(word) ?? 0),
  };
}
