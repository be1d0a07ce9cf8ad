import { allTimesTexts } from "./texts/all-times.ts";
import { textsOf } from "./texts/catalog.ts";
import type { Moment } from "./format.ts";
import { placeTime } from "./place-time.ts";

/** The sentence of a page whose times are all of one zone; it names the zone where a reader's own clock shows something else. */
export function withZone(sentence: string, zone: string, now: Moment): string {
  const said = placeTime(zone, now);
  return said === null ? sentence : `${sentence} ${textsOf(allTimesTexts).allTimes(said)}`;
}
