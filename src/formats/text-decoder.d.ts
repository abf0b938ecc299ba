/**
 * The part of the WHATWG Encoding Standard's decoder that this folder uses. It is pure, and every runtime has it,
 * but ES2024's library does not declare it.
 */
declare class TextDecoder {
  /** Throws a RangeError for a label that the standard does not know. */
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  /** The standard's name of the encoding, lower case. */
  readonly encoding: string;
  /** Throws a TypeError for invalid bytes when `fatal`; else they become U+FFFD. With `stream`, more bytes follow. */
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}
