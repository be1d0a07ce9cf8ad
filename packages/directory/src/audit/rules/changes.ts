/** The fields that differ, as `{ field: [before, after] }`: what the audit trail keeps of an update. */
export function changesBetween(before: object, after: object): Record<string, [unknown, unknown]> {
  const earlier = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([field, value]) => JSON.stringify(earlier.get(field)) !== JSON.stringify(value))
      .map(([field, value]): [string, [unknown, unknown]] => [field, [earlier.get(field) ?? null, value]]),
  );
}
