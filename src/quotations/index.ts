export type { Attribution, MarkPair, Quotation, Stretch } from "./quotation.ts";
