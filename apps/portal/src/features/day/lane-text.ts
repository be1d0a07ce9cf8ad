import type { EpochMs, Interval } from "@working-social/kernel";
import { overlaps } from "@working-social/kernel";
import type { Format } from "../../lib/format.ts";
import { bookingRefusalSentence } from "../../lib/refusals.ts";
import type { BookTexts } from "./book-texts.ts";
import { freeUnitsDuring, type Lane, type LaneBooking } from "./lane.ts";
import { freeGaps } from "./pick.ts";
import type { Standing } from "./standing.ts";
import type { Verdict } from "./verdict.ts";
import type { Misfit } from "@working-social/booking/rules";

/** The short word beside a resource that does not fit: "too small", "no screen". */
export function misfitWord(misfit: Misfit, texts: BookTexts): string {
  if (misfit.code === "too_small") return texts.tooSmall;
  return misfit.code === "lacks" ? texts.lacks(misfit.features) : texts.otherKind;
}

/**
 * Under the name of a resource: its seats and what was wished for (else its first feature), or why it does not fit, or
 * how many of a pool are free.
 */
export function laneLine(
  { lane, misfits, isFitting }: Standing,
  slot: Interval,
  wished: readonly string[],
  texts: BookTexts,
): string {
  const { resource } = lane;
  if (lane.isPool) return texts.unitsFree(freeUnitsDuring(lane, slot), resource.units.length);
  const [misfit] = misfits;
  const features = wished.length > 0 ? wished : resource.features.slice(0, 1);
  const why = misfit ? misfitWord(misfit, texts) : !isFitting ? texts.notForYou : features.join(" · ");
  return [texts.seats(resource.capacity), why].filter(Boolean).join(" · ");
}

/** What a booking is called on the timeline: for staff whose it is comes first; a private one of somebody else has no name. */
export function bookingName({ title, personName, isMine }: LaneBooking, texts: BookTexts): string {
  if (isMine) return title || texts.you;
  return [personName, title].filter(Boolean).join(" · ");
}

/** The word for a state that is not simply booked. */
export function bookingState(booking: LaneBooking, texts: BookTexts): string {
  if (booking.status === "held") return texts.held;
  return booking.status === "pending_approval" ? texts.pending : "";
}

interface Cell {
  lane: Lane;
  slot: Interval;
  verdict: Verdict;
  currency: string;
}

/** The cell under the keyboard, in words: which room, which time, whether it can be had, and for how much. */
export function cellText({ lane, slot, verdict, currency }: Cell, format: Format, texts: BookTexts): string {
  const { resource } = lane;
  const mine = lane.bookings.find(
    (booking) => booking.isMine && booking.start <= slot.start && slot.start < booking.end,
  );
  if (mine) {
    const name = [texts.yours, mine.title, bookingState(mine, texts)].filter(Boolean).join(" ");
    return texts.cell([resource.name, name, spanText(mine, format, texts)]);
  }
  const [refusal] = verdict.refusals;
  const state = refusal ? stateText(lane, slot, bookingRefusalSentence(refusal, format), texts) : texts.free;
  const price =
    refusal || verdict.totalMinor === null ? "" : texts.price(verdict.totalMinor, currency, verdict.credits);
  return texts.cell([resource.name, texts.seatsRead(resource.capacity), spanText(slot, format, texts), state, price]);
}

function stateText(lane: Lane, slot: Interval, sentence: string, texts: BookTexts): string {
  const other = lane.isPool ? undefined : lane.bookings.find((booking) => overlaps(booking, slot));
  const name = other ? bookingName(other, texts) : "";
  return name ? `${texts.taken}: ${name}` : sentence;
}

/** The other cells of the row: their time only, since the cursor's says the rest. */
function spanText(span: Interval, format: Format, texts: BookTexts): string {
  return texts.spanRead(format.time(span.start), format.time(span.end));
}

/** A row that the keyboard is not in: when it is free. */
export function laneSummary(lane: Lane, format: Format, texts: BookTexts): string {
  const gaps = freeGaps(lane);
  if (lane.open.length === 0) return texts.closed;
  if (gaps.length === 0) return texts.taken;
  return texts.cell([texts.free, ...gaps.map((gap) => spanText(gap, format, texts))]);
}

/** Until when a slot's start stays free; null when it is not. */
export function freeUntil(lane: Lane, from: EpochMs): EpochMs | null {
  return freeGaps(lane).find((gap) => gap.start <= from && from < gap.end)?.end ?? null;
}
