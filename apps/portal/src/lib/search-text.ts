// The part of an address after "?". All in it is text, so that ?q=662E41 stays what somebody searched for; what a page knows to
// be a number, a flag or a list its own `validateSearch` reads.

/** Each key with its text; a list where it comes more than once. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...params].map(([key, value]) => [key, params.getAll(key)[1] ? params.getAll(key) : value]),
  );
}

/** The other way: a list as one key several times, nothing for what is undefined. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const one of [value].flat()) if (one !== undefined) params.append(key, String(one));
  return params.size > 0 ? `?${params}` : "";
}

/** On or not said. In a link it is a text, from within the app the value itself. */
export function flag(value: unknown): true | undefined {
  return value === true || value === "true" ? true : undefined;
}

/** A text of the form that is asked for; undefined for anything else. */
export function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === "string" && pattern.test(value) ? value : undefined;
}

/** Only dates that exist, in the years that the server takes. */
export function dateOf(value: unknown): string | undefined {
  const text = matching(value, /^(19|20)\d\d-\d\d-\d\d$/);
  if (text === undefined || text < "1990") return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}
