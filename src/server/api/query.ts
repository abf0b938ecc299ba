import type { Context } from "hono";
import * as z from "zod";
import { ProblemError } from "../problem.ts";

/** What a query string says, by a zod definition of plain values; one that is empty is not given. Throws a `ZodError` that names the field. */
export function queryOf<T extends z.ZodRawShape>(
  c: Context,
  schema: z.ZodObject<T>,
): z.output<z.ZodObject<T>> {
  const given = Object.entries(c.req.queries()).flatMap(([name, all]) => {
    const values = name in schema.shape ? all.filter((value) => value !== "") : all;
    return values.length === 0
      ? []
      : [[name, fieldValue(name, schema.shape[name] as z.ZodType | undefined, values)]];
  });
  return schema.parse(Object.fromEntries(given)) as z.output<z.ZodObject<T>>;
}

/** A field's text as the value that its definition asks for; text that is none is left for the definition to refuse. */
function fieldValue(name: string, schema: z.ZodType | undefined, values: readonly string[]): unknown {
  const kind = schema === undefined ? undefined : innermost(schema);
  if (kind instanceof z.ZodArray) return values;
  if (values.length > 1)
    throw new ProblemError("bad-request", `${name}: is given ${values.length} times; give it once.`);
  const [text] = values as [string];
  if (kind instanceof z.ZodNumber) return /^-?\d{1,9}$/u.test(text) ? Number(text) : text;
  if (kind instanceof z.ZodBoolean) return text === "true" ? true : text === "false" ? false : text;
  return text;
}

/** The definition inside of what makes it optional. */
export function innermost(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? innermost(schema.unwrap() as z.ZodType)
    : schema;
}
