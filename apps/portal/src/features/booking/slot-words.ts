import type { SlotView } from "@working-social/booking/schema";
import type { Format } from "../../lib/format.ts";

/** A suggested slot on a button: the day only when it is another day, the room only when it is another room. */
export function slotLabel(slot: SlotView, asked: { resourceId: string; startsAt: string }, format: Format): string {
  const span = format.span(slot.startsAt, slot.endsAt).replaceAll(" – ", "–");
  const isSameDay = format.date(slot.startsAt) === format.date(asked.startsAt);
  const when = isSameDay ? span : `${format.shortDay(slot.startsAt)} ${span}`;
  return slot.resourceId === asked.resourceId ? when : `${slot.resourceName} ${when}`;
}
