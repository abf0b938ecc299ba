import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;
export type Paint = (text: string) => string;

/** Colours for what is printed on standard output: none where it is no terminal, unless FORCE_COLOR asks for them. */
export function outputColors(): Colors {
  // picocolors also counts Windows and CI as able to show colour; only a terminal is, unless FORCE_COLOR asks for it.
  const wanted = process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined;
  return picocolors.createColors(wanted && picocolors.isColorSupported);
}
