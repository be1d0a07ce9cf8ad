import type { InputIssue } from "@working-social/kernel";
import { isTooDeep } from "../http/nesting.ts";
import { MOST_ISSUES } from "./refusals.ts";

/**
 * What is wrong with an input, whatever its schema says: text that PostgreSQL can't hold (the NUL character, and halves of
 * surrogate pairs), with the first places; or nesting without end.
 */
export function unreadableParts(input: unknown): InputIssue[] {
  if (isTooDeep(input)) return [{ path: [], code: "too_deep" }];
  const places: InputIssue["path"][] = [];
  collect(input, [], places);
  return places.map((path) => ({ path, code: "control_character" }));
}

function collect(value: unknown, path: InputIssue["path"], places: InputIssue["path"][]): void {
  if (places.length === MOST_ISSUES) return;
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) places.push(path);
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => collect(item, [...path, i], places));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) collect(part, [...path, name], places);
  }
}
