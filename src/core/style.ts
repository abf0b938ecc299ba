/** What a house asks of a quotation's marks, beyond the words. */
export interface Style {
  /** Whether words in round brackets are supplied ones too, as in square brackets. */
  readonly roundSupplies: boolean;
  /** Whether a first letter of another case than the source's must stand in brackets: `[T]he`. */
  readonly caseIsMarked: boolean;
}

/**
 * The styles by name. `chicago`: square brackets, and the case of a first letter is free. `bluebook`: a changed first
 * letter stands in brackets. `ap`: wires have no square brackets, so that round ones supply words.
 */
export const STYLES = {
  chicago: { roundSupplies: false, caseIsMarked: false },
  bluebook: { roundSupplies: false, caseIsMarked: true },
  ap: { roundSupplies: true, caseIsMarked: false },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof STYLES;
