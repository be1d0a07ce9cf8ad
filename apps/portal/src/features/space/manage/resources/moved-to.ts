/** The list with one of it at the place of another, the ones between moving up or down by one. */
export function movedTo(ids: readonly string[], id: string, target: string): string[] {
  const to = ids.indexOf(target);
  if (to < 0 || !ids.includes(id)) return [...ids];
  return ids.filter((one) => one !== id).toSpliced(to, 0, id);
}
