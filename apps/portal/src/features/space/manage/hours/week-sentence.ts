import type { WeeklyInterval } from "@working-social/booking/schema";
import type { HoursTexts } from "./hours-texts.ts";
import type { ManageTexts } from "../../../manage/manage-texts.ts";
import { weekdayName } from "../../../../lib/month-name.ts";
import { clockWords } from "../../../../lib/wall-clock.ts";
import { onWeekday, type Hours } from "./hours-model.ts";

type Words = Pick<
  HoursTexts,
  "dayRange" | "openOn" | "closedOn" | "weekly" | "alwaysClosed" | "until" | "untilNextDay" | "allDay"
> &
  Pick<ManageTexts, "and">;

/**
 * "Mon to Fri 09:00–18:00, Sat 10:00–14:00, closed Sun." Neighbouring days with the same hours stand together. From Monday in
 * every region: where a calendar begins on Sunday, people still say "Mon to Fri" before the weekend.
 */
export function weekSentence(weekly: readonly WeeklyInterval[], words: Words): string {
  if (weekly.length === 0) return words.alwaysClosed;
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const hours = hoursSentence(onWeekday(weekly, weekday), words);
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, hours });
  }
  const parts = runs.map(({ first, last, hours }) => {
    const days = daysText(first, last, words);
    return hours === "" ? words.closedOn(days) : words.openOn(days, hours);
  });
  return words.weekly(parts);
}

/** "09:00–12:00 and 13:00–18:00"; empty when closed. */
export function hoursSentence(hours: readonly Hours[], words: Words): string {
  return words.and(hours.map((span) => spanText(span, words)));
}

export function spanText(
  { opensMinute, closesMinute }: Hours,
  words: Pick<Words, "until" | "untilNextDay" | "allDay">,
): string {
  if (opensMinute === 0 && closesMinute === 1440) return words.allDay;
  const isNextDay = closesMinute > 1440;
  return (isNextDay ? words.untilNextDay : words.until)(clockWords(opensMinute), clockWords(closesMinute));
}

function daysText(first: number, last: number, { dayRange, and }: Words): string {
  const names = [weekdayName(first), weekdayName(last)] as const;
  if (first === last) return names[0];
  return last === first + 1 ? and(names) : dayRange(...names);
}
