/**
 * What a house lays down on how texts are checked: its configuration, what its texts' remarks and its baseline silence,
 * and the typography of faithful quotations. Reports in, reports out; nothing of what the words are is decided here.
 */
export {
  type Baseline,
  type BaselineEntry,
  baselineText,
  type Compared,
  entriesOf,
  readBaseline,
  withBaseline,
} from "./baseline.ts";
export {
  type Config,
  configJsonSchema,
  configSchema,
  type Level,
  type RuleLevels,
  readConfig,
  type Typography,
} from "./config.ts";
export { globPattern } from "./glob.ts";
export { withIgnores } from "./ignored.ts";
export { type Judged, mended } from "./mended.ts";
export { withPlainRemarks } from "./plain-remarks.ts";
export { PolicyError } from "./policy-error.ts";
export { withLevels } from "./rule-levels.ts";
