import type { BookingView } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";
import type { Format } from "../../lib/format.ts";
import type { HomeTexts } from "./home-texts.ts";

/** How far away a booking is: a big figure with a word above and below, and the same as one phrase. */
export interface Countdown {
  above: string;
  figure: string;
  below: string;
  phrase: string;
  isSoon: boolean;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** "in 42 minutes", "in 3 hours", "Tomorrow 26 Nov", "Fri 27 Nov"; while it runs, until when. */
export function countdownTo(
  { startsAt, endsAt }: Pick<BookingView, "startsAt" | "endsAt">,
  now: EpochMs,
  format: Format,
  texts: HomeTexts,
): Countdown {
  const leftMs = Date.parse(startsAt) - now;
  if (leftMs <= 0) {
    const until = format.time(endsAt);
    return { above: texts.now, figure: until, below: "", phrase: texts.nowUntil(until), isSoon: true };
  }
  const minutes = Math.ceil(leftMs / minuteMs);
  if (minutes < 60)
    return {
      above: texts.in,
      figure: String(minutes),
      below: texts.minutes(minutes),
      phrase: texts.inMinutes(minutes),
      isSoon: true,
    };
  const isToday = format.date(now) === format.date(startsAt);
  const hours = Math.round(leftMs / hourMs);
  if (isToday || hours < 6)
    return {
      above: texts.in,
      figure: String(hours),
      below: texts.hours(hours),
      phrase: texts.inHours(hours),
      isSoon: false,
    };
  const { weekday, day, month } = format.dayParts(startsAt);
  const isTomorrow = format.date(now + 24 * hourMs) === format.date(startsAt);
  return {
    above: weekday,
    figure: day,
    below: month,
    phrase: isTomorrow ? texts.tomorrow : format.shortDay(startsAt),
    isSoon: false,
  };
}
