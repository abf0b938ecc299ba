export type { Document } from "./documents/index.ts";
