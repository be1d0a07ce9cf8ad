import { expect, it } from "vitest";
import { manageBookingsTexts } from "../../../texts/manage-bookings.ts";
import { actionText } from "./audit-words.ts";

it.each([
  ["booking_rule.update", "Rule changed"],
  ["opening_hours.set", "Opening hours set"],
  ["person.invite", "Person invited"],
  ["bookings.import", "Bookings imported"],
  ["door_lock.open_slowly", "Door lock open slowly"],
  ["something", "Something"],
])("reads %s as %s", (action, sentence) => {
  expect(actionText(action, manageBookingsTexts.en.audit)).toBe(sentence);
});
