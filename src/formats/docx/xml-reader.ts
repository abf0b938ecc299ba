import { SaxesParser } from "saxes";
import { Refusal } from "./refusal.ts";
import { type XmlAttributes, XmlNames } from "./xml-names.ts";

/** Takes a part's elements and text in their order; names as {@link XmlNames} gives them. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(words: string): void;
}

/** Word's own files nest some thirty deep, and a table in a cell in a table ten deeper each time. */
const DEEPEST = 1000;

function byteOrder(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/**
 * Reads an XML part that comes in pieces of bytes, in UTF-8 or UTF-16 as its first bytes say; the package's rules allow
 * no other encoding. Throws a {@link Refusal}: `damaged` for what is no XML or has a document type, which those rules
 * forbid, `too-complex` for what is nested too deep.
 */
export class XmlReader {
  readonly #parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  readonly #names = new XmlNames();
  readonly #part: string;
  #decoder: TextDecoder | null = null;
  #depth = 0;

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#parser.on("opentag", ({ name, attributes }) => {
      if (++this.#depth > DEEPEST) throw new Refusal("too-complex", `${part} in it is nested too deep`);
      this.#names.enter(attributes, this.#depth);
      handler.open(this.#names.element(name), this.#names.attributes(attributes));
    });
    this.#parser.on("closetag", ({ name }) => {
      handler.close(this.#names.element(name));
      this.#names.leave(this.#depth--);
    });
    this.#parser.on("text", (words) => handler.text(words));
    this.#parser.on("cdata", (words) => handler.text(words));
    this.#parser.on("doctype", () => {
      throw new Refusal("damaged", `${part} in it has a document type, which such a file must not have`);
    });
    this.#parser.on("error", () => {
      throw this.#broken();
    });
  }

  write(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(byteOrder(bytes), { fatal: true });
    this.#parser.write(this.#decoded(bytes, true));
  }

  end(): void {
    this.#parser.write(this.#decoded(new Uint8Array(), false));
    this.#parser.close();
  }

  #decoded(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder?.decode(bytes, { stream }) ?? "";
    } catch {
      throw this.#broken();
    }
  }

  #broken(): Refusal {
    return new Refusal("damaged", `${this.#part} in it is no sound XML`);
  }
}
