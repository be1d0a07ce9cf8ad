/** What PostgreSQL gives: a value of a statement's result, or one inside of a JSON that the statement builds. */
export interface Given {
  readonly typeId: number;
  /** Whether it may be null, as far as PostgreSQL's parse tree shows. */
  readonly isNullable: boolean;
  /** Of a JSON that the statement itself builds: of what; none of one that is stored. */
  readonly json?: Json;
  /** The only texts it can be, where constants or a CHECK say so. */
  readonly labels?: readonly string[];
  /** Of a list: what is known of its items. */
  readonly items?: Omit<Given, "typeId">;
  /** A column as its table has it, whatever the statement asks of it. */
  readonly isPlain?: true;
  /** The constant NULL, which says nothing of what stands in its place otherwise. */
  readonly isNothing?: true;
}

export type Json =
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, Given> }
  | { readonly kind: "tuple"; readonly items: readonly Given[] }
  /** `item` null: always empty. */
  | { readonly kind: "list"; readonly item: Given | null };

/** What one of several gives: the branches of a CASE, the halves of a UNION. */
export function eitherOf(all: readonly Given[], isNullable: boolean): Given {
  const something = all.filter((one) => !one.isNothing);
  const [first] = something.length > 0 ? something : all;
  if (!first) throw new Error("Nothing gives nothing.");
  return something.reduce((one, other) => mergeGiven(one, other), { ...first, isNullable });
}

function mergeGiven(one: Given, other: Given): Given {
  const json = one.json && other.json ? mergeJson(one.json, other.json) : undefined;
  const items = one.items && other.items ? mergeItems(one.items, other.items) : undefined;
  const labels = one.labels && other.labels ? [...new Set([...one.labels, ...other.labels])] : undefined;
  return {
    typeId: one.typeId,
    isNullable: one.isNullable,
    ...(json ? { json } : {}),
    ...(labels ? { labels } : {}),
    ...(items ? { items } : {}),
  };
}

type Items = NonNullable<Given["items"]>;

function mergeItems(one: Items, other: Items): Items {
  if (one.isNothing || other.isNothing) return one.isNothing ? other : one;
  const isNullable = one.isNullable || other.isNullable;
  const { typeId: _, ...merged } = mergeGiven({ ...one, typeId: 0, isNullable }, { ...other, typeId: 0 });
  return merged;
}

function mergeJson(one: Json, other: Json): Json | undefined {
  if (one.kind === "list" && other.kind === "list") {
    if (!one.item || !other.item) return one.item ? one : other;
    return { kind: "list", item: eitherOf([one.item, other.item], one.item.isNullable || other.item.isNullable) };
  }
  if (one.kind === "tuple" && other.kind === "tuple") return one.items.length === other.items.length ? one : undefined;
  if (one.kind !== "object" || other.kind !== "object") return undefined;
  const names = [...one.fields.keys()];
  if (names.length !== other.fields.size) return undefined;
  const fields = names.map((name): [string, Given] | undefined => {
    const [left, right] = [one.fields.get(name), other.fields.get(name)];
    return left && right && [name, eitherOf([left, right], left.isNullable || right.isNullable)];
  });
  if (fields.includes(undefined)) return undefined;
  return { kind: "object", fields: new Map(fields.filter((field) => field !== undefined)) };
}
