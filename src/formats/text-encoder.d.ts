/** The WHATWG Encoding Standard's encoder: pure, in every runtime, and not declared by ES2024's library. */
declare class TextEncoder {
  /** UTF-8. */
  encode(text?: string): Uint8Array;
}
