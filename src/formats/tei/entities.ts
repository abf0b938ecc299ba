import { EntityReader } from "../entity-reader.ts";

/** A reference that cannot be resolved: `external` to another file, `nested` into further entities, or `unknown`. */
export class EntityError extends Error {
  readonly kind: "external" | "nested" | "unknown";
  readonly entity: string;

  constructor(kind: EntityError["kind"], entity: string) {
    super(entity);
    this.name = "EntityError";
    this.kind = kind;
    this.entity = entity;
  }
}

const DECLARED =
  /<!--[\s\S]*?-->|<!ENTITY\s+(%\s+)?([^\s"'<>%&;]{1,200})\s+(?:(?:SYSTEM|PUBLIC)\b|"([^"]*)"|'([^']*)')/gu;

/**
 * Resolves the references of an XML text: characters by number, the five names that XML knows, the names that the file
 * declares itself as plain words, and those of HTML, which older files take from a document type that is not at hand.
 * Nothing is fetched, and an entity that holds others is refused, so that no reference is longer than its declaration.
 */
export class Entities {
  readonly #declared = new Map<string, string | EntityError>();
  readonly #html = new EntityReader();

  /** `subset` is what the file's DOCTYPE declares between its brackets. */
  constructor(subset: string) {
    if (!subset.includes("<!ENTITY")) return;
    for (const [, parameter, name, double, single] of subset.matchAll(DECLARED)) {
      if (parameter !== undefined || name === undefined || this.#declared.has(name)) continue;
      this.#declared.set(name, this.#valueOf(name, double ?? single));
    }
  }

  #valueOf(name: string, value: string | undefined): string | EntityError {
    if (value === undefined) return new EntityError("external", name);
    if (/[<%]/u.test(value)) return new EntityError("nested", name);
    if (/&(?!#|(?:amp|lt|gt|quot|apos);)/u.test(value)) return new EntityError("nested", name);
    return value.replace(/&[^;]{1,40};/gu, (reference) => this.#html.read(reference, 0)?.words ?? reference);
  }

  /** What `&name;` stands for; throws an {@link EntityError} where that is not known. */
  resolve(reference: string): string {
    const name = reference.slice(1, -1);
    const declared = this.#declared.get(name);
    if (declared instanceof EntityError) throw declared;
    if (declared !== undefined) return declared;
    const known = this.#html.read(reference, 0);
    if (known === null || known.length !== reference.length) throw new EntityError("unknown", name);
    return known.words;
  }
}
