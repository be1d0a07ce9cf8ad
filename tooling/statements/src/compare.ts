import type { Catalog } from "./catalog.ts";
import type { Argued, Declared } from "./declared.ts";
import { ANY_FIELD } from "./declared.ts";
import type { Given, Json } from "./given.ts";
import type { Reading } from "./read-as.ts";
import { readAs } from "./read-as.ts";

/**
 * What of a declared type is not so, as sentences that begin with the name of the column; for the columns of a row, and
 * for the fields of a JSON that the statement builds.
 */
export function compareFields(
  catalog: Catalog,
  given: ReadonlyMap<string, Given>,
  declared: ReadonlyMap<string, Declared>,
  reading: Reading,
  path = "",
): string[] {
  const what = reading === "json" ? "field" : "column";
  const wanted = [...declared].flatMap(([name, type]) => {
    if (name === ANY_FIELD) return [];
    const found = given.get(name);
    if (found) return compareValue(catalog, found, type, { path: path + name, reading, argued: type.argued });
    if (type.isOptional) return [];
    return [`${path}${name}: the statement gives no such ${what}; give it one, or take it out of the row.`];
  });
  const surplus = declared.has(ANY_FIELD) ? [] : [...given.keys()].filter((name) => !declared.has(name));
  return [
    ...wanted,
    ...surplus.map(
      (name) => `${path}${name}: nobody reads it; take it out of the statement, or declare it in the row.`,
    ),
  ];
}

interface Position {
  readonly path: string;
  readonly reading: Reading;
  /** What is argued of a list or a place holds of what stands in it. */
  readonly argued: Argued;
}

function compareValue(catalog: Catalog, given: Given, declared: Declared, at: Position): string[] {
  const type = catalog.type(given.typeId);
  if (declared.kind === "any") return [`${at.path}: is declared any; say what it is, or unknown.`];
  const nullable = compareNull(given, declared, at);
  if (declared.kind === "unknown") return nullable;
  const read = readAs(catalog, given.typeId, at.reading);
  if (read.kind === "json") return [...nullable, ...compareJson(catalog, given, declared, at)];
  if (read.kind === "list") {
    const item = declared.item();
    if (declared.kind !== "list" || !item) return [...nullable, wrongKind(at, type.name, "a list", declared)];
    return [
      ...nullable,
      ...compareValue(catalog, { isNullable: true, ...given.items, typeId: read.itemId }, item, {
        ...at,
        path: `${at.path}[]`,
      }),
    ];
  }
  if (read.kind !== declared.kind) return [...nullable, wrongKind(at, type.name, `a ${read.kind}`, declared)];
  return [...nullable, ...compareLabels(given, type.labels, declared, at)];
}

function compareNull(given: Given, declared: Declared, { path, argued }: Position): string[] {
  if (given.isNullable && !declared.isNullable && !declared.isOptional && !argued.isNeverNull)
    return [
      `${path}: may be null, and ${declared.text} is declared; declare "| null", make the statement say that it never is (NOT NULL, coalesce), or argue it in a comment "Never null: …" above the property.`,
    ];
  if (given.isPlain && !given.isNullable && declared.isNullable && declared.kind !== "unknown")
    return [`${path}: is never null in its table, and ${declared.text} is declared; take "| null" away.`];
  return [];
}

function wrongKind({ path, reading }: Position, type: string, kind: string, { text }: Declared): string {
  const where = reading === "json" ? "inside of a JSON" : "in a row";
  return `${path}: ${type} is read as ${kind} ${where}, and ${text} is declared; declare ${kind}.`;
}

/** Each text that there can be must be one of those declared; a text of which nothing is known may be any. */
function compareLabels(given: Given, ofEnum: readonly string[], declared: Declared, at: Position): string[] {
  const { path } = at;
  const { labels } = declared;
  if (declared.kind !== "string" || labels === null || at.argued.isOnlyThese) return [];
  const possible = ofEnum.length > 0 ? (given.labels ?? ofEnum) : given.labels;
  if (!possible)
    return [
      `${path}: any text may come, and only ${declared.text} is declared; declare string, let a CHECK of the table or an enum say which, or argue it in a comment "Only these: …" above the property.`,
    ];
  const others = possible.filter((label) => !labels.includes(label));
  return others.length === 0
    ? []
    : [`${path}: '${others.join("', '")}' may come, and only ${declared.text} is declared.`];
}

function compareJson(catalog: Catalog, given: Given, declared: Declared, at: Position): string[] {
  if (given.json) return compareBuilt(catalog, given.json, declared, { ...at, reading: "json" });
  return [
    `${at.path}: a JSON that is stored may hold anything, and ${declared.text} is declared; declare unknown, and read it with a schema.`,
  ];
}

function compareBuilt(catalog: Catalog, json: Json, declared: Declared, at: Position): string[] {
  const { path } = at;
  if (json.kind === "object") {
    if (declared.kind !== "object") return [`${path}: is an object, and ${declared.text} is declared.`];
    const found = declared
      .variants()
      .map((variant) => compareFields(catalog, json.fields, variant.fields(), "json", `${path}.`));
    return found.some((problems) => problems.length === 0) ? [] : (found[0] ?? []);
  }
  if (json.kind === "tuple") return compareTuple(catalog, json.items, declared, at);
  const item = declared.item();
  if (declared.kind !== "list" || !item) return [`${path}: is a list, and ${declared.text} is declared.`];
  return json.item ? compareValue(catalog, json.item, item, { ...at, path: `${path}[]` }) : [];
}

function compareTuple(catalog: Catalog, items: readonly Given[], declared: Declared, at: Position): string[] {
  const places = declared.places();
  if (places.length !== items.length)
    return [`${at.path}: is a list of ${items.length}, and ${declared.text} is declared.`];
  return items.flatMap((item, index) => {
    const place = places[index];
    return place ? compareValue(catalog, item, place, { ...at, path: `${at.path}[${index}]` }) : [];
  });
}
