/** What made an export. */
export interface Tool {
  /** saidso's version, as semantic versioning has it. */
  readonly version: string;
}

/** Where saidso is told about. */
export const HOMEPAGE = "https://www.npmjs.com/package/saidso";
