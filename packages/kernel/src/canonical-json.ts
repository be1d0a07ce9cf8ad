/** JSON with the fields of each object in one order: two values that say the same are one text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, inOrder);
}

/** Whether two values say the same, in whatever order an object has its fields. */
export function isSameJson(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Whether two lists hold the same; their order says nothing. */
export function holdsSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  const sorted = (list: readonly unknown[]) => list.map((item) => canonicalJson(item)).sort();
  return isSameJson(sorted(one), sorted(other));
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
