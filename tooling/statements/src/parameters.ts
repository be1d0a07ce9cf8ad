import type { Node } from "typescript/unstable/ast";
import * as ts from "typescript/unstable/ast";
import { numbered } from "@working-social/db";
import type { Catalog } from "./catalog.ts";
import type { Declared } from "./declared.ts";
import { declaredOf } from "./declared.ts";
import type { Source } from "./program.ts";
import { declarationOf } from "./program.ts";
import { Unreadable } from "./values.ts";

/** What a call gives for the placeholders of its statement: a list for $1, $2, …, or names. */
export type Values =
  | { readonly kind: "list"; readonly values: readonly Declared[] }
  | { readonly kind: "names"; readonly values: ReadonlyMap<string, Declared> };

/** Reads the values of a call. Throws `Unreadable` where only running tells how many there are. */
export function valuesOf(source: Source, node: Node | undefined): Values {
  if (!node) return { kind: "list", values: [] };
  const type = source.checker.getTypeAtLocation(node);
  const whole = type && declaredOf(source.checker, type);
  if (whole?.kind === "object") return { kind: "names", values: whole.fields() };
  return { kind: "list", values: listOf(source, node) };
}

function listOf(source: Source, node: Node): Declared[] {
  const { checker } = source;
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((element) =>
      ts.isSpreadElement(element) ? listOf(source, element.expression) : [valueOf(source, element)],
    );
  const type = checker.getTypeAtLocation(node);
  const tuple = type?.isTypeReference() && checker.isTupleType(type) ? checker.getTypeArguments(type) : undefined;
  if (tuple) return tuple.map((one) => declaredOf(checker, one));
  const declaration = ts.isIdentifier(node) ? declarationOf(source, node) : undefined;
  if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
    return listOf(source, declaration.initializer);
  throw new Unreadable(node, "is a list whose length only running tells; write the values out, or give them by name");
}

function valueOf({ checker }: Source, node: Node): Declared {
  const type = checker.getTypeAtLocation(node);
  if (!type) throw new Unreadable(node, "has no type");
  return declaredOf(checker, type);
}

/** More than so many by position nobody reads: they have names. */
const MOST_BY_POSITION = 8;

/** The values in the order of $1, $2, …, and their names where they have some. */
export interface Placed {
  readonly text: string;
  readonly names: readonly string[];
  readonly values: readonly Declared[];
}

/** Gives each placeholder of a text its value; or says which names do not meet. */
export function placeValues(text: string, given: Values): Placed | { problems: string[] } {
  const { text: withNumbers, names } = numbered(text);
  if (given.kind === "list") {
    if (names.length > 0) return { problems: [`the statement names $${names.join(", $")}; give the values by name.`] };
    if (given.values.length > MOST_BY_POSITION)
      return { problems: [`${given.values.length} values are given by position; name them, as in $bookingId.`] };
    return { text, names: [], values: given.values };
  }
  const values = names.map((name) => given.values.get(name));
  const missing = names.filter((name) => !given.values.has(name));
  const surplus = [...given.values.keys()].filter((name) => !names.includes(name));
  const problems = [
    ...names
      .filter((name) => given.values.get(name)?.mayBeUndefined)
      .map((name) => `$${name}: may be undefined, which is refused while the code runs; give null.`),
    ...missing.map((name) => `$${name}: the statement names it, and no such value is given; give one.`),
    ...surplus.map((name) => `$${name}: a value is given, and the statement does not name it; take it away.`),
    ...(/\$\d/.test(text) ? ["the statement has numbers beside names; give each parameter a name."] : []),
  ];
  if (problems.length > 0) return { problems };
  return { text: withNumbers, names, values: values.filter((value) => value !== undefined) };
}

/** What PostgreSQL takes for a type, of what pg sends for a value. */
const TAKES: Record<string, readonly Declared["kind"][]> = {
  boolean: ["boolean"],
  smallint: ["number"],
  integer: ["number"],
  bigint: ["number", "bigint"],
  real: ["number"],
  "double precision": ["number"],
  numeric: ["number", "string"],
  "timestamp with time zone": ["Date"],
  "timestamp without time zone": ["Date"],
  bytea: ["bytes"],
};

/** Why a value does not fit its placeholder; null when it does. */
export function misfit(catalog: Catalog, typeId: number, value: Declared): string | null {
  const type = catalog.type(typeId);
  if (type.elementId !== 0) {
    const item = value.item();
    if (value.kind !== "list" || !item) return `takes ${type.name}, and ${value.text} is given`;
    return misfit(catalog, type.elementId, item);
  }
  const takes = TAKES[type.name] ?? ["string"];
  if (!takes.includes(value.kind)) return `takes ${type.name}, and ${value.text} is given; give ${takes.join(" or ")}`;
  const others = value.labels?.filter((label) => !type.labels.includes(label)) ?? [value.text];
  if (type.labels.length === 0 || others.length === 0) return null;
  return `takes ${type.name}, which has no '${others.join("', '")}'`;
}
