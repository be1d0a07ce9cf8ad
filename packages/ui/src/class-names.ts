/** Joins class names and leaves out what is empty; later classes do not undo earlier ones, so add, don't fight. */
export function classNames(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter(Boolean).join(" ");
}
