import { Refusal } from "./refusal.ts";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The name of the stream that an encrypted document is kept in, as the container's directory has it: UTF-16. */
const ENCRYPTED = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

function standsAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

/**
 * Throws a {@link Refusal} for a container of Word's older kind: `locked` where it holds an encrypted DOCX, else
 * `unsupported`, for it is a .doc under another name.
 */
export function refuseOle(bytes: Uint8Array): void {
  if (!standsAt(bytes, 0, SIGNATURE)) return;
  for (let at = bytes.indexOf(ENCRYPTED[0]!); at >= 0; at = bytes.indexOf(ENCRYPTED[0]!, at + 1))
    if (standsAt(bytes, at, ENCRYPTED))
      throw new Refusal("locked", "it needs a password; save it without one, or as PDF or plain text");
  const reason =
    "it is doc under another name, which cannot be read; save it as PDF, DOCX, plain text, Markdown or HTML";
  throw new Refusal("unsupported", reason, "doc");
}
