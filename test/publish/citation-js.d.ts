declare module "@citation-js/core" {
  /** Reads references of any format that a plugin was loaded for. */
  export class Cite {
    constructor(input: unknown, options?: object);
    readonly data: import("./read-item.ts").Read[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
