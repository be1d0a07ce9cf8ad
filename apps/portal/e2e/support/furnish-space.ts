import type { Page } from "@playwright/test";
import { ask, create } from "./api.ts";
import { aCopier, aPack, planGives } from "./credits.ts";
import { drawFloor } from "./draw-floor.ts";
import type { TestSpace } from "./make-space.ts";
import { billMonth } from "./bill-month.ts";
import type { Billed } from "./every-page.ts";
import { at, control, dayIn } from "./test.ts";

/** Puts something onto every page: credits, packs, prints that wait and that are done, a drawn floor, bookings, a month that is billed. */
export async function furnishSpace(ana: Page, mira: Page, space: TestSpace): Promise<{ bookingId: string } & Billed> {
  // Whoever may open every page.
  await control("/people/role", { personId: space.mira.personId, role: "owner" });
  await planGives(mira, { room_minutes: 90, colour_pages: 20, mono_pages: 100 });
  await aPack(mira, { name: "Colour 50", unit: "colour_pages", quantity: 50, priceMinor: 900 });
  const copier = await aCopier(mira, space);
  await copier.send(space.ana, "Posters", 30);
  await copier.print(await copier.send(space.ana, "Minutes", 4, "mono"), 4);
  await drawFloor(mira, space);
  await book(mira, space, "Cooper", "10:00", "12:00");
  const { bookingId } = await book(ana, space, "Lantern", "14:00", "15:30");
  return { bookingId, ...(await billMonth(mira, space)) };
}

/** Tomorrow, by the wall clock of the space. */
async function book(page: Page, { resources, timeZone }: TestSpace, room: string, from: string, until: string) {
  const day = dayIn(timeZone, 1);
  const [startsAt, endsAt] = [at(day, from, timeZone), at(day, until, timeZone)];
  const slot = { resourceId: resources[room], startsAt, endsAt, forPersonId: null };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(page, "bookings.quote", slot);
  const wish = { ...slot, title: "Review", isTitlePublic: true, expectedTotalMinor: quote.totalMinor };
  const { id } = await create<{ id: string }>(page, "bookings.book", wish);
  return { bookingId: id };
}
