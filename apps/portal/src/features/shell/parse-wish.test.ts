import { expect, test } from "vitest";
import { parseWish } from "./parse-wish.ts";

// A Thursday.
const context = { today: "2026-11-26", features: ["screen", "whiteboard", "video call"] };
const nothing = { features: [], kinds: [] };

test.each([
  [
    "a room for 6 with a screen, tomorrow 14:00, 90 minutes",
    { people: 6, features: ["screen"], kinds: ["room"], date: "2026-11-27", time: "14:00", minutes: 90 },
  ],
  [
    "room for six tomorrow at 2pm for an hour",
    { people: 6, kinds: ["room"], date: "2026-11-27", time: "14:00", minutes: 60 },
  ],
  ["meeting room for 4 people for 2 hours", { people: 4, kinds: ["room"], minutes: 120 }],
  ["booth today 9:30 am half an hour", { kinds: ["booth"], date: "2026-11-26", time: "09:30", minutes: 30 }],
  ["desk friday", { kinds: ["hot_desk"], date: "2026-11-27" }],
  ["desk next thursday", { kinds: ["hot_desk"], date: "2026-12-03" }],
  ["room mon 14:00-15:30", { kinds: ["room"], date: "2026-11-30", time: "14:00", minutes: 90 }],
  ["4 people from 2 to 4pm with whiteboard", { people: 4, features: ["whiteboard"], time: "14:00", minutes: 120 }],
  ["for 3, 1h30, 3 Dec at 10", { people: 3, minutes: 90, date: "2026-12-03", time: "10:00" }],
  ["room january 5th noon", { kinds: ["room"], date: "2027-01-05", time: "12:00" }],
  ["1.5 hours 2026-12-01 with video call", { minutes: 90, date: "2026-12-01", features: ["video call"] }],
  [
    "room for 8, the day after tomorrow, an hour and a half",
    { kinds: ["room"], people: 8, date: "2026-11-28", minutes: 90 },
  ],
])("understands “%s”", (typed, wish) => {
  expect(parseWish(typed, context)).toEqual({ ...nothing, ...wish });
});

test.each(["booth", "6", "Lantern", "sign out", "room 12", "a screen", "", "31 feb", "25:99", "for the team"])(
  "leaves “%s” to be looked for by name",
  (typed) => {
    expect(parseWish(typed, context)).toBeNull();
  },
);
