import type { FormattedText } from "../formats/index.ts";
import type { House } from "./house.ts";

/** A text to be checked. */
export interface CheckedText {
  /** As the report names it: a path, or `-`. */
  readonly name: string;
  readonly text: FormattedText;
  /** SHA-256 of the original bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Where it would be added to an archive from: another text from there is its earlier version. */
  readonly origin?: string;
  /** What its house asks of quotations; where it is not given, Chicago's marks and the names that the sources give. */
  readonly house?: House;
}
