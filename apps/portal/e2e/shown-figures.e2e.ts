import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { BookingView } from "@working-social/booking/schema";
import type { CreditUnit } from "@working-social/credits/schema";
import { ask, change, create } from "./support/api.ts";
import { aCopier, planGives } from "./support/credits.ts";
import type { TestPerson, TestSpace } from "./support/make-space.ts";
import { dayIn, expect, test } from "./support/test.ts";

// What a person reads is right: figures worked out by hand here, set up through the API, and read where they are shown.
// A room hour is $24.00, and with 6 % of tax $25.44.

/** Books an hour tomorrow, by its wall clock, as the person of that window. */
async function book(page: Page, space: TestSpace, room: string, time: string, minutes = 60): Promise<BookingView> {
  const start = dayIn(space.timeZone, 1).toZonedDateTime({ timeZone: space.timeZone, plainTime: time });
  const [startsAt, endsAt] = [start, start.add({ minutes })].map((at) => at.toInstant().toString());
  const slot = { resourceId: space.resources[room], startsAt, endsAt, forPersonId: null };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(page, "bookings.quote", slot);
  const wish = { ...slot, title: "", isTitlePublic: false, expectedTotalMinor: quote.totalMinor };
  return change<BookingView>(page, "bookings.book", { ...wish, idempotencyKey: randomUUID() });
}

type Owner = { personId: string } | { teamId: string };

async function give(mira: Page, owner: Owner, unit: CreditUnit, quantity: number, reason: string): Promise<void> {
  const currency = unit === "money" ? "USD" : null;
  const gift = { owner, unit, currency, quantity, reason, expiresAt: null };
  const scope = { resourceIds: [], resourceKinds: [], locationIds: [] };
  await change(mira, "credits.give", { ...gift, scope, idempotencyKey: randomUUID() });
}

/** A row of a list by its text. */
const row = (page: Page, text: string | RegExp) => page.getByRole("listitem").filter({ hasText: text });

test("of three bookings, one paid by credits, one half-paid and one open, the sums say what is owed", async ({
  open,
  space,
}) => {
  const [mira, page] = [await open(space.mira), await open(space.ana)];
  // $38.16: one booking, and half of the next.
  await give(mira, { personId: space.ana.personId }, "money", 3816, "Welcome");
  await book(page, space, "Lantern", "09:00");
  const half = await book(page, space, "Cooper", "10:00");
  await book(page, space, "Booth 2", "11:00");
  await page.goto("/credits");
  const charges = page.getByRole("region", { name: "Open charges" });
  await expect(charges.getByText(/^\$38\.16 in all\./)).toBeVisible();
  await expect(row(page, "Cooper").getByText("$12.72", { exact: true })).toBeVisible();
  await expect(row(page, "Booth 2").getByText("$25.44", { exact: true })).toBeVisible();
  await expect(charges.getByRole("link", { name: /Lantern/ })).toHaveCount(0);
  await page.goto(`/bookings/${half.id}`);
  await expect(page.getByText("$12.72 was paid by credits.")).toBeVisible();
  await expect(page.getByText("$12.72 is on your open charges.")).toBeVisible();
});

test("two documents share the pages that are left, and printing elsewhere shows without a press", async ({
  open,
  space,
}) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20 });
  const copier = await aCopier(mira, space);
  const [first, second] = [await copier.send(space.ana, "Posters", 15), await copier.send(space.ana, "Flyers", 15)];
  const page = await open(space.ana);
  await page.goto("/print");
  const waiting = (title: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(waiting("Posters").getByText("15 colour pages from your plan")).toBeVisible();
  await expect(waiting("Flyers").getByText("5 colour pages from your plan, 10 × $0.25 = $2.50")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print both for $2.50" })).toBeVisible();

  const home = await open(space.ana);
  await home.goto("/");
  await expect(home.getByText("0 pages · 20 set aside")).toBeVisible();
  // At the copier 12 of 15 came out: 3 pages are free again, and the other document would take them.
  await copier.print(first, 12);
  await expect(waiting("Posters")).toBeHidden();
  await expect(waiting("Flyers").getByText("8 colour pages from your plan, 7 × $0.25 = $1.75")).toBeVisible();
  await expect(home.getByText("3 pages · 5 set aside")).toBeVisible();
  await copier.print(second, 2);
  await expect(home.getByText("6 of 20 pages")).toBeVisible();
});

test("own and team credits differ, and each is shown as whose it is", async ({ open, space }) => {
  const mira = await open(space.mira);
  const { id: teamId } = await create<{ id: string }>(mira, "teams.create", { name: "Brightwater", planId: null });
  const inTeam = { role: "member", teamId, planId: null, homeLocationId: null };
  for (const { personId, name } of [space.ana, space.jonas])
    await change(mira, "people.update", { id: personId, name, ...inTeam });
  await give(mira, { personId: space.ana.personId }, "room_minutes", 60, "For Ana");
  await give(mira, { teamId }, "room_minutes", 180, "For the team");
  const whole = async (person: TestPerson) => {
    const page = await open(person);
    await page.goto("/credits");
    return page.getByRole("region", { name: "Room time" });
  };
  const ofAna = await whole(space.ana);
  await expect(ofAna.getByText("4 h", { exact: true })).toBeVisible();
  await expect(ofAna.getByRole("listitem").filter({ hasText: "For Ana" })).toContainText("1 h");
  await expect(ofAna.getByRole("listitem").filter({ hasText: "For the team" })).toContainText(/team.*3 h/i);
  const ofJonas = await whole(space.jonas);
  await expect(ofJonas.getByText("3 h", { exact: true }).first()).toBeVisible();
  await expect(ofJonas.getByText("For Ana")).toHaveCount(0);
});

test("Home shows the place's days and hours, whatever the clock of the browser says", async ({ open, space }) => {
  const page = await open(space.ana, { timezoneId: "America/Los_Angeles" });
  await book(page, space, "Lantern", "00:30");
  await book(page, space, "Cooper", "23:00");
  await page.goto("/");
  const next = page.getByRole("region", { name: "Your next booking" });
  await expect(next.getByRole("heading")).toHaveText("Lantern");
  await expect(next.getByText("00:30 – 01:30 Kathmandu time")).toBeVisible();
  const tomorrow = dayIn(space.timeZone, 1).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  const later = page.getByRole("link", { name: /^Cooper/ });
  await expect(later).toContainText(`${tomorrow.replace(",", "")}, 23:00 – 00:00`);
  const today = dayIn(space.timeZone, 0).toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  await expect(page.getByRole("main")).toContainText(today.replace(",", ""));
});

test("after a refusal everything shown is as it is now, Home included", async ({ open, space }) => {
  const [mira, jonas, page] = [await open(space.mira), await open(space.jonas), await open(space.ana)];
  // Nothing tells this window of what others do.
  await page.route("**/api/trpc/live.changes**", () => undefined);
  const day = dayIn(space.timeZone, 1);
  await page.goto(`/book?date=${day}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  await expect(page.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(page.getByRole("heading", { name: "Coming up" })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ana");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
  await book(jonas, space, "Lantern", "14:00");
  await give(mira, { personId: space.ana.personId }, "room_minutes", 90, "Sorry");
  await page.getByRole("button", { name: "Book Lantern" }).click();
  await expect(page.getByText(/taken/i).first()).toBeVisible();
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(page.getByText("1 h 30 min", { exact: true })).toBeVisible({ timeout: 4_000 });
});

test.describe("without a connection for a while", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("what was booked and given elsewhere meanwhile shows when it is back", async ({ open, space }) => {
    const [mira, page, phone] = [await open(space.mira), await open(space.ana), await open(space.ana)];
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ana");
    await book(phone, space, "Cooper", "09:00");
    const next = page.getByRole("region", { name: "Your next booking" });
    await expect(next.getByRole("heading")).toHaveText("Cooper");
    await page.context().setOffline(true);
    await expect(page.getByText(/^No connection\./)).toBeVisible();
    await book(phone, space, "Lantern", "08:00");
    await give(mira, { personId: space.ana.personId }, "colour_pages", 50, "Sorry");
    await page.context().setOffline(false);
    await expect(next.getByRole("heading")).toHaveText("Lantern");
    await expect(page.getByText("50 pages", { exact: true })).toBeVisible();
  });
});
