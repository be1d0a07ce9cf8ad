import type { WeeklyInterval } from "@working-social/booking/schema";
import { expect, it } from "vitest";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { weekSentence } from "./week-sentence.ts";

const words = { ...textsOf(manageTexts), ...textsOf(manageHoursTexts) };
const days = (weekdays: number[], opensMinute: number, closesMinute: number): WeeklyInterval[] =>
  weekdays.map((weekday) => ({ weekday, opensMinute, closesMinute }));

it.each([
  [[], "Closed all week."],
  [
    [...days([1, 2, 3, 4, 5], 540, 1080), ...days([6], 600, 840)],
    "Mon to Fri 09:00–18:00, Sat 10:00–14:00, closed Sun.",
  ],
  [days([1, 2, 3, 4, 5, 6, 7], 0, 1440), "Mon to Sun around the clock."],
  [[...days([5, 6], 1080, 1560)], "closed Mon to Thu, Fri and Sat 18:00–02:00 next day, closed Sun."],
  [[...days([1], 540, 720), ...days([1], 780, 1440)], "Mon 09:00–12:00 and 13:00–24:00, closed Tue to Sun."],
])("reads a week aloud", (weekly, sentence) => {
  expect(weekSentence(weekly, words)).toBe(sentence);
});
