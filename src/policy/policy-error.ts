/** Thrown for a configuration or a baseline that is none: `path` is the place in its JSON, empty where it is the whole. */
export class PolicyError extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(path === "" ? reason : `${path} ${reason}`);
    this.name = "PolicyError";
    this.path = path;
    this.reason = reason;
  }
}
