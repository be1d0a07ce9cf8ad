import type { Checker, Type } from "typescript/unstable/sync";
import { SymbolFlags, TypeFlags } from "typescript/unstable/sync";

/** What the code says a value is, of what this checker tells apart. */
export interface Declared {
  /** As an editor shows it. */
  readonly text: string;
  readonly isNullable: boolean;
  readonly isOptional: boolean;
  readonly mayBeUndefined: boolean;
  /** What its doc comment argues although PostgreSQL can't tell: "Never null: …", "Only these: …". */
  readonly argued: Argued;
  readonly kind:
    | "unknown"
    | "any"
    | "string"
    | "number"
    | "boolean"
    | "bigint"
    | "Date"
    | "bytes"
    | "list"
    | "object"
    | "other";
  /** Of a string: the only ones it may be; null: any. */
  readonly labels: readonly string[] | null;
  readonly item: () => Declared | null;
  /** Of a list of fixed length: each place. */
  readonly places: () => readonly Declared[];
  readonly fields: () => ReadonlyMap<string, Declared>;
  /** Of several kinds of object: each of them. */
  readonly variants: () => readonly Declared[];
}

export interface Argued {
  readonly isNeverNull: boolean;
  readonly isOnlyThese: boolean;
}

/** Of Record<string, …>: the name of its only field. */
export const ANY_FIELD = "*";

/** A type of the code as `Declared`; its parts are read when asked for, since types may name themselves. */
export function declaredOf(checker: Checker, type: Type, about: { isOptional?: boolean; doc?: string } = {}): Declared {
  const members = type.isUnionType() ? (type.getTypes() ?? []) : [type];
  const rest = members.filter(({ flags }) => (flags & (TypeFlags.Null | TypeFlags.Undefined)) === 0);
  const isNullable = members.some(({ flags }) => (flags & (TypeFlags.Null | TypeFlags.Undefined)) !== 0);
  const labels = rest.map((member) => (member.isStringLiteralType() ? member.value : null));
  const [first] = rest;
  const kinds = new Set(rest.map((member) => kindOf(checker, member)));
  const [kind = "other"] = kinds;
  return {
    text: checker.typeToString(type),
    isNullable: isNullable || kind === "unknown",
    isOptional: about.isOptional ?? false,
    mayBeUndefined: members.some(({ flags }) => (flags & TypeFlags.Undefined) !== 0),
    argued: {
      isNeverNull: /Never null: \S/.test(about.doc ?? ""),
      isOnlyThese: /Only these: \S/.test(about.doc ?? ""),
    },
    kind: kinds.size === 1 ? kind : "other",
    labels: labels.length > 0 && labels.every((label) => label !== null) ? labels : null,
    item: () => (first && kind === "list" ? itemOf(checker, first) : null),
    places: () => (first && checker.isTupleType(first) ? argumentsOf(checker, first) : []),
    fields: () => (first && rest.length === 1 ? fieldsOf(checker, first) : new Map()),
    variants: () => rest.map((member) => declaredOf(checker, member)),
  };
}

function kindOf(checker: Checker, type: Type): Declared["kind"] {
  const { flags } = type;
  if (flags & TypeFlags.Any) return "any";
  if (flags & TypeFlags.Unknown) return "unknown";
  const brand = type.isIntersectionType() ? type.getTypes() : undefined;
  if (brand?.some((member) => (member.flags & TypeFlags.StringLike) !== 0)) return "string";
  if (brand?.some((member) => (member.flags & TypeFlags.NumberLike) !== 0)) return "number";
  if (flags & TypeFlags.StringLike) return "string";
  if (flags & TypeFlags.NumberLike) return "number";
  if (flags & TypeFlags.BigIntLike) return "bigint";
  if (flags & TypeFlags.BooleanLike) return "boolean";
  if (checker.isArrayLikeType(type)) return "list";
  const name = type.getSymbol()?.name;
  if (name === "Date") return "Date";
  if (name === "Buffer" || name === "Uint8Array") return "bytes";
  return flags & (TypeFlags.Object | TypeFlags.Intersection) ? "object" : "other";
}

function argumentsOf(checker: Checker, type: Type): Declared[] {
  return (type.isTypeReference() ? checker.getTypeArguments(type) : []).map((one) => declaredOf(checker, one));
}

function itemOf(checker: Checker, type: Type): Declared | null {
  return argumentsOf(checker, type)[0] ?? null;
}

function fieldsOf(checker: Checker, type: Type): ReadonlyMap<string, Declared> {
  const fields = checker.getPropertiesOfType(type).map((symbol): [string, Declared] => {
    const isOptional = (symbol.flags & SymbolFlags.Optional) !== 0;
    const doc = checker.getDocumentationCommentOfSymbol(symbol);
    return [symbol.name, declaredOf(checker, checker.getTypeOfSymbol(symbol) ?? type, { isOptional, doc })];
  });
  const indexed = checker
    .getIndexInfosOfType(type)
    .map(({ valueType }): [string, Declared] => [ANY_FIELD, declaredOf(checker, valueType)]);
  return new Map([...fields, ...indexed]);
}
