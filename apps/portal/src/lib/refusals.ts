import type { BookingRefusal } from "@working-social/booking/schema";
import { textsOf } from "./texts/catalog.ts";
import { refusalTexts } from "./texts/refusals.ts";
import type { Whose } from "./texts/whose.ts";
import { formatIn, type Format } from "./format.ts";
import type { AppRefusal } from "./refusal.ts";

export { isPassing, refusalOf, type AppRefusal } from "./refusal.ts";

/** The sentence of a refusal, with times in the given format; without times in it, any zone will do. */
export function refusalSentence(refusal: AppRefusal, format: Format = formatIn("UTC"), whose: Whose = null): string {
  return textsOf(refusalTexts).app(refusal, format, whose);
}

/** Why a slot can't be booked, in one sentence. */
export function bookingRefusalSentence(refusal: BookingRefusal, format: Format, whose: Whose = null): string {
  return textsOf(refusalTexts).booking(refusal, format, whose);
}

/** The name that a manager gave to the rule behind a refusal; null for a limit that every space has. */
export function ruleNameOf(refusal: BookingRefusal): string | null {
  return "rule" in refusal ? (refusal.rule?.name ?? null) : null;
}

/** What is wrong with each field, by its dotted path: for the error messages of a form. */
export function fieldErrors(refusal: AppRefusal | null): Record<string, string> {
  if (refusal?.code !== "bad_input") return {};
  const words = textsOf(refusalTexts);
  return Object.fromEntries(refusal.issues.map(({ path, code }) => [path.join("."), words.issue(code)]));
}
