import { z } from "zod";
import { composedText, normalLine } from "./line.ts";

/** What every text must be to be stored: PostgreSQL has no zero byte, and JSON no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

/**
 * What people type in one line, a name or a title: normalised once, here at the edge, then `min` to `max` characters of any script
 * and none that controls something. Every schema of the product takes its lines from here.
 */
export function typedLine({ min = 1, max }: { min?: number; max: number }) {
  return z
    .string()
    .overwrite(normalLine)
    .min(min)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text) && isStorable(text), { error: "control_character" });
}

/** What people type in several lines: composed, and without blanks around it; the lines stay. */
export function typedText({ max }: { max: number }) {
  return z.string().overwrite(composedText).max(max).refine(isStorable, { error: "control_character" });
}
