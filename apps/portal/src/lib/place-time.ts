import { placeTimeTexts } from "./texts/place-time.ts";
import { textsOf } from "./texts/catalog.ts";
import { cityOf } from "./city.ts";
import { formatIn, type Moment } from "./format.ts";

/**
 * "Kathmandu time", where a time could be taken for another one: the clock on the wall of `zone` shows something else than the
 * reader's own, or than those of `others` on the same screen. Otherwise null, since nobody asks.
 */
export function placeTime(zone: string, at: Moment, others: readonly string[] = []): string | null {
  const clock = (of: string) => formatIn(of).dayTime(at);
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isOther = [own, ...others].some((other) => clock(other) !== clock(zone));
  return isOther ? textsOf(placeTimeTexts).ofZone(cityOf(zone)) : null;
}
