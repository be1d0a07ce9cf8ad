import type { AuditEntryView } from "@working-social/directory/schema";
import { formatIn, type Format } from "../../lib/format.ts";
import { auditTexts } from "./audit-texts.ts";
import { textsOf } from "../../lib/texts/catalog.ts";
import { changeWords } from "./change-words.ts";

type Entry = Pick<AuditEntryView, "changes" | "moved" | "booking" | "currency">;

/** What of it changed: "price: $24.00 → $26.50, weekdays: Mon → Mon, Tue", "from Thu 26 Nov 10:00–11:00 to Cooper, 11:00–12:00"; null where nothing is kept. */
export function entryDetail({ changes, moved, booking, currency }: Entry): string | null {
  const format = formatIn(booking?.timeZone ?? "UTC");
  const parts = [
    ...(moved ? [movedWords(moved, format)] : []),
    ...changes.map((change) => changeWords(change, currency)),
  ];
  return parts.length === 0 ? null : textsOf(auditTexts).list(parts);
}

function movedWords({ from, to }: NonNullable<Entry["moved"]>, format: Format): string {
  const texts = textsOf(auditTexts);
  const isOther = from.resourceName !== to.resourceName;
  const words = (slot: typeof from) => texts.slotOf(isOther ? slot.resourceName : null, slotWords(slot, format));
  return texts.moved(words(from), words(to));
}

export function slotWords({ startsAt, endsAt }: { startsAt: string; endsAt: string }, format: Format): string {
  return textsOf(auditTexts).slot(format.shortDay(startsAt), format.span(startsAt, endsAt));
}
