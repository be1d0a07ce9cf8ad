/** What is being edited, in the address: an id, or "new". So that a form can be linked to, and Back closes it. */
export interface EditSearch {
  edit?: string | undefined;
}

/** For `validateSearch`. The key is always there, since the router lays this over the raw link, nonsense and all. */
export function readEditSearch(search: Record<string, unknown>): EditSearch {
  return { edit: textOf(search["edit"]) };
}

/** A value of a link where it is a text; undefined where it makes no sense. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A key of something, as links carry it; undefined for anything else, which the server would refuse. */
export function idOf(value: unknown): string | undefined {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined;
}
