import type { ManageBookingsTexts } from "../../../texts/manage-bookings.ts";

/** "booking_rule.update" as "Rule changed"; an action that has no words yet is shown as it is, readably. */
export function actionText(
  action: string,
  texts: Pick<ManageBookingsTexts["audit"], "subjects" | "nouns" | "verbs" | "sentence">,
): string {
  const [noun = action, verb = ""] = action.split(".");
  const plain = (code: string) => code.replaceAll("_", " ");
  return texts
    .sentence(texts.nouns[noun] ?? texts.subjects[noun] ?? plain(noun), texts.verbs[verb] ?? plain(verb))
    .trim();
}
