/** The part of the Encoding Standard that is used; every host of JavaScript has it, the language itself does not. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
