import type { Interval } from "@working-social/kernel";
import { overlaps } from "@working-social/kernel";
import type { Format } from "../../../lib/format.ts";
import { bookingRefusalSentence } from "../../../lib/refusals.ts";
import type { BookTexts } from "../book-texts.ts";
import type { FloorPlanTexts } from "./floor-plan-texts.ts";
import { bookingName, misfitWord } from "../lane-text.ts";
import type { LaneBooking } from "../lane.ts";
import type { Verdict } from "../verdict.ts";
import type { Place } from "./places.ts";

export interface PlanWords {
  readonly texts: FloorPlanTexts;
  readonly book: BookTexts;
  readonly format: Format;
  readonly currency: string;
}

/** What the place is called on the plan: its own label, else the desk's or the room's name. */
export function placeName({ shape, unit, standing }: Place): string {
  return shape.label ?? unit?.name ?? standing.lane.resource.name;
}

/** The short word of its state: "Free", "until 15:30", "5 of 12 free", "too small". */
export function stateWord(place: Place, words: PlanWords): string {
  const { texts, format } = words;
  const { state, until, free, standing, refusal } = place;
  if (state === "yours") return texts.yours;
  if (state === "closed") return texts.closed;
  if (state === "taken") return until === null ? texts.taken : texts.until(format.time(until));
  if (state === "misfit") return misfitOf(place, words);
  if (state === "refused") return refusal?.code === "in_the_past" ? texts.past : texts.notThen;
  return free === null ? priceOf(place, words) : texts.freeOf(free, standing.lane.resource.units.length);
}

function priceOf({ standing }: Place, { texts, currency }: PlanWords): string {
  return freeWord(standing.verdict, currency, texts);
}

/** What is free is told by its price; where the price is somebody else's, by the word. */
export function freeWord(
  { totalMinor, credits }: Pick<Verdict, "totalMinor" | "credits">,
  currency: string,
  texts: PlanWords["texts"],
): string {
  return totalMinor === null ? texts.free : texts.price(totalMinor, currency, credits);
}

function misfitOf({ standing }: Place, { texts, book }: PlanWords): string {
  const [misfit] = standing.misfits;
  return misfit ? misfitWord(misfit, book) : texts.notForYou;
}

/** Everything about a place in one line: what a screen reader reads, and what is shown under the plan. */
export function placeParts(place: Place, slot: Interval, words: PlanWords): string[] {
  const { texts, book, format } = words;
  const { state, standing, unit, until, refusal } = place;
  const { resource } = standing.lane;
  const name = placeName(place);
  const times = book.spanRead(format.time(slot.start), format.time(slot.end));
  const about = [texts.seats(resource.capacity), ...resource.features];
  const pool = unit || name !== resource.name ? texts.pool(resource.name) : "";
  const said: Record<Place["state"], () => string[]> = {
    free: () => [texts.free, place.free === null ? "" : stateWord(place, words), priceOf(place, words)],
    yours: () => [texts.yours, until === null ? "" : texts.until(format.time(until))],
    taken: () => [texts.taken, occupant(place, slot, book), until === null ? "" : texts.until(format.time(until))],
    closed: () => [refusal ? bookingRefusalSentence(refusal, format) : texts.closed],
    misfit: () => [misfitOf(place, words)],
    refused: () => [refusal ? bookingRefusalSentence(refusal, format) : texts.notThen],
  };
  return [name, resource.kind === "hot_desk" ? pool : "", ...about, times, ...said[state]()].filter(Boolean);
}

/** Who is in a taken place, for staff to see on the drawing itself; empty for everybody else. */
export function occupantName(place: Place, slot: Interval): string {
  return place.state === "taken" ? (bookingIn(place, slot)?.personName ?? "") : "";
}

/** Who is there and what for, as far as the reader may know. */
function occupant(place: Place, slot: Interval, book: BookTexts): string {
  const other = bookingIn(place, slot);
  return other ? bookingName(other, book) : "";
}

/** What stands there: on a desk of a pool, the booking that holds this one. */
function bookingIn({ standing, unit }: Place, slot: Interval): LaneBooking | undefined {
  const { bookings, isPool } = standing.lane;
  const isHere = ({ unitIds }: LaneBooking) => !isPool || unit === null || unitIds.includes(unit.id);
  return bookings.find((booking) => overlaps(booking, slot) && isHere(booking));
}
