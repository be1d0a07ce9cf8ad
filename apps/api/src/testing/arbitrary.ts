import * as fc from "fast-check";
import { z } from "zod";

// Inputs for fuzzing, made from a procedure's own schema by way of JSON Schema.

interface JsonSchema {
  type?: "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  minItems?: number;
}

/** Values that the schema takes, but for refinements that JSON Schema can't say. `ids` are what uuids are drawn from. */
export function inputsOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return arbitraryOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema, ids);
}

function arbitraryOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => arbitraryOf(option, ids)));
  if (schema.allOf?.[0]) return arbitraryOf(schema.allOf[0], ids);
  switch (schema.type) {
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, part]) => [name, arbitraryOf(part, ids)]),
        ),
        { requiredKeys: schema.required ?? [] },
      );
    case "array":
      return fc.array(arbitraryOf(schema.items ?? {}, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case "integer":
    case "number":
      return fc.integer({ min: Math.max(schema.minimum ?? -1e9, -1e12), max: Math.min(schema.maximum ?? 1e9, 1e12) });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(schema, ids);
    default:
      return fc.jsonValue();
  }
}

function textOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<string> {
  if (schema.format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (schema.format === "date-time")
    return fc
      .date({ min: new Date("1991-01-01"), max: new Date("2099-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (schema.format === "date")
    return fc
      .date({ min: new Date("1991-01-01"), max: new Date("2099-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  if (schema.format === "email") return fc.emailAddress();
  if (schema.pattern === "^(19|20)\\d\\d-(0[1-9]|1[0-2])$")
    return fc.constantFrom("1999-01", "2026-03", "2026-10", "2099-12");
  return fc.string({
    unit: "grapheme",
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 40),
  });
}

/** The input with one leaf replaced by something else. */
export function spoiled(input: unknown, path: readonly number[], spoiler: unknown): unknown {
  const [choice, ...rest] = path;
  if (typeof input !== "object" || input === null || choice === undefined) return spoiler;
  const keys = Object.keys(input);
  const key = keys[choice % Math.max(keys.length, 1)];
  if (key === undefined) return spoiler;
  const changed = spoiled((input as Record<string, unknown>)[key], rest, spoiler);
  return Array.isArray(input)
    ? input.map((value: unknown, i) => (String(i) === key ? changed : value))
    : { ...input, [key]: changed };
}
