export type { Block, BlockKind, FormattedText, Position } from "./formatted-text.ts";
