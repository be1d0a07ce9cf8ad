/**
 * Where to go after signing in, as a link says it: a path of this portal, or undefined. An address from outside may not
 * send people elsewhere, also not by what browsers read as another host: `//host`, `/\host`, a tab between the slashes.
 */
export function ownPath(next: unknown): string | undefined {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return undefined;
  const base = "https://own.invalid";
  if (!URL.canParse(next, base)) return undefined;
  const read = new URL(next, base);
  return read.origin === base ? read.href.slice(base.length) : undefined;
}
