import type { FormattedText } from "../formatted-text.ts";
import type { XmlAttributes } from "./xml-names.ts";
import type { XmlHandler } from "./xml-reader.ts";

export type HeadFields = Pick<FormattedText, "title" | "author" | "published" | "outlet">;

/** What programs write where nobody gave a title: their own names, names of files and templates, "Document 1". */
const NO_TITLE =
  /^(?:untitled|unbenannt|sans (?:nom|titre)|sin título|senza (?:nome|titolo)|بلا عنوان|title|titel|titre|título|(?:microsoft )?word(?: - .*)?|normal|(?:new )?(?:microsoft word )?document ?\d*|dokument ?\d*|documento? ?\d*|المستند ?\d*|مستند ?\d*|.*\.(?:docx?|docm|dotx?|dotm|odt|rtf|pdf|txt|html?|tmp)|(?:[a-z]:)?[\\/].*|[^\p{L}\p{N}]*)$/iu;

/** What programs write where they do not know who writes. */
const NO_AUTHOR =
  /^(?:user|users|usuario|utilisateur|benutzer|admin|administrator|owner|author|autor|auteur|unknown(?: author)?|microsoft office user|windows user|microsoft|hp|dell|lenovo|acer|asus|pc|python-docx|openpyxl|libreoffice|openoffice|apache poi|docx4j|pandoc|google|.*@.*|[^\p{L}]*)$/iu;

/** Names of properties that people give a document themselves. */
const PUBLISHED = /^(?:date )?published$|^publi(?:cation|sh(?:ing|ed)?) ?date$|^date of publication$/i;
const OUTLET = /^(?:publisher|outlet|publication)$/i;
const LANGUAGE = /^language$/i;

const FIELDS = new Map([
  ["dc:title", "title"],
  ["dc:creator", "author"],
  ["dc:language", "language"],
]);

/**
 * Reads what the package says of the document. When it was made and last saved is not when it was published: that, and
 * by whom, is taken from the properties that people add, and is null without them. Titles and authors that programs put
 * in by themselves are null.
 */
export class HeadReader implements XmlHandler {
  readonly #core = new Map<string, string>();
  readonly #custom: [name: string, value: string][] = [];
  #property: string | null = null;
  #words = "";

  open(name: string, attributes: XmlAttributes): void {
    this.#words = "";
    if (name === "custom:property") this.#property = attributes.name?.trim() ?? null;
  }

  close(name: string): void {
    const words = this.#words.replace(/\s+/g, " ").trim();
    const field = FIELDS.get(name);
    if (words !== "" && field !== undefined && !this.#core.has(field)) this.#core.set(field, words);
    if (words !== "" && this.#property !== null) this.#custom.push([this.#property, words]);
    if (name === "custom:property") this.#property = null;
    this.#words = "";
  }

  text(words: string): void {
    this.#words += words;
  }

  /** The fields but the language. */
  get fields(): HeadFields {
    const title = this.#core.get("title") ?? null;
    const author = this.#core.get("author") ?? null;
    return {
      title: title === null || NO_TITLE.test(title) ? null : title,
      author: author === null || NO_AUTHOR.test(author) ? null : author,
      published: this.#named(PUBLISHED),
      outlet: this.#named(OUTLET),
    };
  }

  /** The language as somebody added it, and as the program wrote it, which may be no more than its own. */
  get languages(): { readonly added: string | null; readonly written: string | null } {
    return { added: this.#named(LANGUAGE), written: this.#core.get("language") ?? null };
  }

  #named(wanted: RegExp): string | null {
    return this.#custom.find(([name]) => wanted.test(name.replace(/[_-]+/g, " ")))?.[1] ?? null;
  }
}
