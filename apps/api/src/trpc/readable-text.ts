import { ZodError } from "zod";

/**
 * Refuses text that PostgreSQL can't hold: the NUL character, and halves of surrogate pairs. Schemas bound the length
 * and look of each text; this holds for all of them. Throws a ZodError with the places.
 */
export function requireReadableText(input: unknown): void {
  const places: (string | number)[][] = [];
  collect(input, [], places);
  if (places.length === 0) return;
  throw new ZodError(places.map((path) => ({ code: "custom", path, message: "control_character", input: undefined })));
}

function collect(value: unknown, path: (string | number)[], places: (string | number)[][]): void {
  if (typeof value === "string") {
    if (value.includes("\0") || !value.isWellFormed()) places.push(path);
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => collect(item, [...path, i], places));
  } else if (typeof value === "object" && value !== null) {
    for (const [name, part] of Object.entries(value)) collect(part, [...path, name], places);
  }
}
