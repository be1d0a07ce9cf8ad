import type { Page } from "@playwright/test";
import { ask, change } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";
import type { TestSpace } from "./support/make-space.ts";

// The browser logs each request that finds no network.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

const kept = (page: Page) => page.evaluate(() => localStorage.getItem("kept"));
const asItWas = (page: Page) => page.getByText(/^As it was on \w{3} \d+ \w{3}, \d\d:\d\d Kathmandu time\./);

async function bookTomorrow(page: Page, space: TestSpace): Promise<void> {
  const day = dayIn(space.timeZone, 1);
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: space.timeZone, plainTime }).toInstant().toString();
  const slot = {
    resourceId: space.resources["Lantern"],
    startsAt: at("10:00"),
    endsAt: at("11:00"),
    forPersonId: null,
  };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(page, "bookings.quote", slot);
  const wish = { ...slot, title: "Harbour walk", isTitlePublic: false, expectedTotalMinor: quote.totalMinor };
  await change(page, "bookings.book", { ...wish, idempotencyKey: crypto.randomUUID() });
}

test("without a network My bookings shows what was there and since when, until the sign-out", async ({
  open,
  space,
}) => {
  const page = await open(space.ana, { serviceWorkers: "allow" });
  await bookTomorrow(page, space);
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Your next booking" })).toBeVisible();
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  await page.context().setOffline(true);
  await expect(page.getByText(/^No connection\./)).toBeVisible();

  // In the page that is open, which has not shown them before.
  await page.getByRole("link", { name: "My bookings" }).first().click();
  await expect(page.getByRole("link", { name: /Lantern Harbour walk/ })).toBeVisible();
  await expect(asItWas(page)).toBeVisible();
  // And after the phone has put the page away.
  await page.reload();
  await expect(page.getByRole("link", { name: /Lantern Harbour walk/ })).toBeVisible();
  await expect(asItWas(page)).toBeVisible();

  await page.context().setOffline(false);
  await expect(asItWas(page)).toBeHidden();
  expect(await kept(page)).toContain("Harbour walk");
  await page.getByRole("button", { name: /Ana Ferreira/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await kept(page)).toBeNull();
});

test("what was kept of one person is not shown to the next", async ({ open, space }) => {
  const page = await open(space.ana);
  await bookTomorrow(page, space);
  await page.goto("/bookings");
  await expect(page.getByRole("link", { name: /Lantern Harbour walk/ })).toBeVisible();
  await expect.poll(() => kept(page)).toContain("Harbour walk");
  await page
    .context()
    .addCookies([{ name: "session", value: space.jonas.cookie, url: page.url(), httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Jonas");
  await expect.poll(() => kept(page)).toContain(space.jonas.personId);
  expect(await kept(page)).not.toContain("Harbour walk");
});
