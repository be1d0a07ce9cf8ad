import type { Page } from "@playwright/test";
import { chooseDay } from "./support/choose-day.ts";
import { planGives } from "./support/credits.ts";
import { onlyEvent } from "./support/feed.ts";
import { at, codeFor, dayIn, expect, test } from "./support/test.ts";

test("a member signs in by code, finds a room for six tomorrow, pays with credits, sees it in the calendar, moves and cancels it", async ({
  open,
  space,
}) => {
  await planGives(await open(space.mira), { room_minutes: 60 });
  const page = await open(null);
  await test.step("sign in by e-mail code", async () => {
    await page.goto("/");
    await page.getByLabel("E-mail").fill(space.ana.email);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("Code").fill(await codeFor(space.ana.email));
    await expect(page.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
  });
  const feed = await test.step("subscribe to the calendar", () => createFeed(page));
  const tomorrow = dayIn(space.timeZone, 1);

  await test.step("find a room for six tomorrow at 14:00", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Book", exact: true }).click();
    await page.getByRole("combobox", { name: /^People/ }).selectOption("6");
    await chooseDay(page, tomorrow, { date: /^Date/, dialog: "Choose a date", next: "Next month", locale: "en-GB" });
    await page.getByRole("combobox", { name: /^Start/ }).selectOption("14:00");
    await page.getByRole("combobox", { name: /^Length/ }).selectOption("90");
    await expect(page.getByText(/1 \w+ fits · 1 free/)).toBeVisible();
  });
  await test.step("see the price and why, then book", async () => {
    const panel = page.getByRole("complementary", { name: "Your booking" });
    await expect(panel.getByRole("heading", { name: "Lantern" })).toBeVisible();
    // On the last day of a month, tomorrow is paid by the next one's plan.
    await expect(panel.getByRole("term").getByText(/^1 h from (your|\w+’s) plan/)).toBeVisible();
    await expect(panel.getByText("30 min × $24.00", { exact: true })).toBeVisible();
    await expect(panel.getByText("$12.00", { exact: true })).toBeVisible();
    await expect(panel.getByText("$12.72")).toBeVisible();
    await expect(panel.getByRole("status").getByText(/plan \(1 h .*\), 30 min × \$24\.00 = \$12\.00/)).toBeAttached();
    await expect(panel.getByText(/^Free to cancel until/)).toBeVisible();
    await panel.getByLabel(/^Title/).fill("Design review");
    await panel.getByRole("button", { name: "Book Lantern" }).click();
    await expect(page.getByText("Lantern is yours")).toBeVisible();
  });
  await test.step("it is in the calendar feed", async () => {
    const event = await onlyEvent(page, feed);
    expect(event.summary).toContain("Design review");
    expect(event.startDate.toJSDate().toISOString()).toBe(at(tomorrow, "14:00", space.timeZone));
    expect(event.sequence).toBe(0);
  });
  await test.step("move it by half an hour", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "My bookings" }).click();
    await page.getByRole("link", { name: /Lantern/ }).click();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("button", { name: "30 min later" }).click();
    await expect(page.getByText("The price stays the same.")).toBeVisible();
    await page.getByRole("button", { name: "Save the change" }).click();
    await expect(page.getByText("14:30 – 16:00").first()).toBeVisible();
    const event = await onlyEvent(page, feed);
    expect(event.startDate.toJSDate().toISOString()).toBe(at(tomorrow, "14:30", space.timeZone));
    expect(event.sequence).toBe(1);
  });
  await test.step("cancel it, free of charge", async () => {
    await page.getByRole("button", { name: "Cancel this booking" }).click();
    const question = page.getByRole("alertdialog");
    await expect(question.getByText(/^It costs nothing until/)).toBeVisible();
    await expect(question.getByText("1 h of your credits come back.")).toBeVisible();
    await question.getByRole("button", { name: "Cancel the booking" }).click();
    await expect(page.getByText("Cancelled, free of charge.")).toBeVisible();
    const event = await onlyEvent(page, feed);
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
  await test.step("the credit is back, and the ledger says why", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Print and credits" }).click();
    await page.getByRole("link", { name: "Explain this balance: Room time" }).click();
    const table = page.getByRole("group", { name: /^Room time, .*: every movement$/ });
    await expect(table.getByRole("row", { name: /^Balance now/ }).getByRole("cell", { name: "1 h" })).toBeVisible();
    if (tomorrow.day === 1) return;
    const used = table.getByRole("row", { name: /Lantern Used/ });
    await expect(used.first().getByRole("cell", { name: "−1 h" })).toBeVisible();
    const back = table.getByRole("row", { name: /Lantern Given back/ }).last();
    await expect(back.getByRole("cell", { name: "+1 h" })).toBeVisible();
    await back.getByRole("link", { name: "Lantern" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Design review" })).toBeVisible();
  });
});

test("cancelling late says which credits come back and which stay used", async ({ open, space }) => {
  await planGives(await open(space.mira), { room_minutes: 60 });
  const page = await open(space.ana);
  // Between two and three hours ahead: half of it is owed by then.
  const now = Temporal.Now.zonedDateTimeISO(space.timeZone);
  const start = now.add({ hours: 2 }).round({ smallestUnit: "hour", roundingMode: "ceil" });
  const [date, time] = [start.toPlainDate().toString(), start.toPlainTime().toString({ smallestUnit: "minute" })];
  await page.goto(`/book?date=${date}&time=${time}&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  const panel = page.getByRole("complementary", { name: "Your booking" });
  await expect(panel.getByText("Nothing to pay")).toBeVisible();
  await expect(panel.getByText(/^Cancelling costs half now, from .* all of it, in credits\.$/)).toBeVisible();
  await panel.getByRole("button", { name: "Book Lantern" }).click();
  await expect(page.getByText("Lantern is yours")).toBeVisible();
  await page.goto("/bookings");
  await page.getByRole("link", { name: /Lantern/ }).click();
  await page.getByRole("button", { name: "Cancel this booking" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText("30 min of your credits stay used: 50%, as agreed when you booked.")).toBeVisible();
  await expect(question.getByText("30 min of your credits come back.")).toBeVisible();
  await question.getByRole("button", { name: "Cancel and give up 30 min" }).click();
  await expect(page.getByText("Cancelled. 30 min of your credits stay used.")).toBeVisible();
});

async function createFeed(page: Page): Promise<string> {
  await page.getByRole("navigation").getByRole("link", { name: "Account" }).click();
  await page.getByRole("link", { name: "Set up calendar feeds" }).click();
  await page.getByRole("button", { name: "Create the address" }).click();
  const address = page.locator("code");
  await expect(address).toHaveText(/\/calendar\/\S+\.ics$/);
  return (await address.textContent()) ?? "";
}
