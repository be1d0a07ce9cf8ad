import ICAL from "ical.js";
import { expect, type Page } from "@playwright/test";

/** The one event of a calendar feed, as calendars read it. */
export async function onlyEvent(page: Page, feed: string): Promise<ICAL.Event> {
  const response = await page.request.get(feed);
  expect(response.headers()["content-type"]).toContain("text/calendar");
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0]);
}
