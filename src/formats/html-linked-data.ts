/** Types of schema.org that describe a text. */
const TEXT_TYPE = /article|report|posting|interview|speech|webpage/i;

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : null;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

type Named = ReadonlyMap<unknown, Fields>;

/** A name as it stands, or that of a person or organisation, which may be described elsewhere; of several, all. */
function nameOf(value: unknown, named: Named): string | null {
  const names = listOf(value).map((item) => {
    if (typeof item === "string") return item;
    const fields = fieldsOf(item);
    return fields?.get("name") ?? named.get(fields?.get("@id"))?.get("name");
  });
  const written = names.filter((name): name is string => typeof name === "string" && name.trim() !== "");
  return written.length === 0 ? null : written.join(", ");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/**
 * What a page's linked data (JSON-LD, schema.org) says of its text, as pairs of a place and a value. Looks at the top
 * level and at `@graph`. What cannot be read gives nothing.
 */
export function* linkedData(json: string): Generator<[string, string | null]> {
  const top = listOf(parsed(json)).map(fieldsOf);
  const all = top
    .flatMap((item) => [item, ...listOf(item?.get("@graph")).map(fieldsOf)])
    .filter((fields) => fields !== null);
  const named = new Map(all.map((fields) => [fields.get("@id"), fields]));
  for (const fields of all) {
    if (!listOf(fields.get("@type")).some((type) => TEXT_TYPE.test(String(type)))) continue;
    yield ["{headline}", nameOf(fields.get("headline"), named)];
    yield ["{author}", nameOf(fields.get("author"), named)];
    yield ["{datePublished}", nameOf(fields.get("datePublished"), named)];
    yield ["{publisher}", nameOf(fields.get("publisher"), named)];
  }
}
