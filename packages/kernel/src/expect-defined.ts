/**
 * The value where it can't be absent, and the compiler can't know that: throws an error that says what is broken then, in a
 * sentence. Where it may be absent, `??` says what that means.
 */
export function expectDefined<T>(value: T | null | undefined, broken: string): T {
  if (value === null || value === undefined) throw new Error(broken);
  return value;
}
