import { STYLES, type Style } from "../core/index.ts";
import { Aliases } from "./aliases.ts";

/** What the house that prints a text has laid down: how quotations are marked, and which names are one person's. */
export interface House {
  readonly style: Style;
  readonly aliases: Aliases;
}

/** Chicago's marks, and no name but those that the sources give. */
export const PLAIN_HOUSE: House = { style: STYLES.chicago, aliases: new Aliases([]) };
