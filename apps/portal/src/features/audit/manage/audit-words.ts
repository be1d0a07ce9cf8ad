import type { AuditEntryView } from "@working-social/directory/schema";
import { CREDIT_UNITS } from "@working-social/credits/schema";
import { formatIn } from "../../../lib/format.ts";
import { auditTexts } from "../audit-texts.ts";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { slotWords } from "../history-words.ts";

type Entry = Omit<AuditEntryView, "id" | "at" | "actorKind" | "actorName" | "reason" | "subjectId">;

/**
 * "Rate “Room hour” changed", "Booking of Lantern for Ana Ferreira, Thu 26 Nov 10:00–11:00 cancelled", "2 h given to “Ana
 * Ferreira”"; an event that has no words yet is shown as it is, readably.
 */
export function entrySentence({ event, subjectType, subjectName, booking, credits }: Entry): string {
  const texts = textsOf(auditTexts);
  const [noun = event, verb = ""] = event.split(".");
  const plain = (code: string) => code.replaceAll("_", " ");
  const verbWords = texts.verbs[verb] ?? plain(verb);
  if (credits && subjectName) {
    const unit = CREDIT_UNITS.find((one) => one === credits.unit);
    if (unit)
      return texts.credits(
        textsOf(creditUnitTexts).quantity(unit, credits.currency, credits.quantity),
        verbWords,
        subjectName,
      );
  }
  const what = texts.nouns[noun] ?? texts.subjects[noun] ?? plain(noun);
  if (booking)
    return texts.booking(
      booking.resourceName ?? what,
      booking.personName,
      slotWords(booking, formatIn(booking.timeZone)),
      verbWords,
    );
  // Hours belong to a place, allowances to a plan: the name is that of the subject, the noun that of the event.
  const isOf = noun !== subjectType;
  return texts
    .sentence(
      subjectName === null ? what : isOf ? texts.of(what, subjectName) : texts.named(what, subjectName),
      verbWords,
    )
    .trim();
}
