import type { Page } from "@playwright/test";
import { expect, test } from "./support/test.ts";

// What somebody reads in: by choice, else as the browser asks; and how dates, hours and weeks follow.

const navigation = (page: Page) => page.getByRole("navigation").first();

test("a German browser reads German from the first word on, and an English one loads none of it", async ({
  open,
  space,
}) => {
  const [german, english] = [await open(space.ana, { locale: "de-DE" }), await open(space.ana)];
  const bytes = new Map<Page, number>([german, english].map((page) => [page, 0]));
  for (const page of [german, english])
    page.on("response", (response) => {
      if (!response.url().endsWith(".js")) return;
      void response
        .text()
        .then((code) => code.includes("Meine Buchungen") && bytes.set(page, (bytes.get(page) ?? 0) + code.length))
        .catch(() => {});
    });
  await german.goto("/");
  await expect(navigation(german).getByRole("link", { name: "Meine Buchungen" })).toBeVisible();
  await expect(german.locator("html")).toHaveAttribute("lang", "de-DE");
  await english.goto("/bookings");
  await expect(navigation(english).getByRole("link", { name: "My bookings" })).toBeVisible();
  await expect(english.getByRole("heading", { level: 1, name: "My bookings" })).toBeVisible();
  await expect(english.locator("html")).toHaveAttribute("lang", "en-GB");
  expect(bytes.get(german)).toBeGreaterThan(0);
  expect(bytes.get(english)).toBe(0);
});

test("what is chosen holds at once, and on every device", async ({ ana, open, space }) => {
  await ana.goto("/account");
  await ana.getByLabel("Language", { exact: true }).selectOption("Deutsch");
  await expect(navigation(ana).getByRole("link", { name: "Meine Buchungen" })).toBeVisible();

  const other = await open(space.ana);
  await other.goto("/");
  await expect(navigation(other).getByRole("link", { name: "Meine Buchungen" })).toBeVisible();
  await expect(other.locator("html")).toHaveAttribute("lang", "de-GB");

  await test.step("and the browser decides again when nothing is chosen any more", async () => {
    await other.goto("/account");
    await other.getByRole("combobox").first().selectOption("");
    await expect(navigation(other).getByRole("link", { name: "My bookings" })).toBeVisible();
  });
});

test("a language that nobody has is passed over", async ({ open, space }) => {
  const page = await open(space.ana, { locale: "eo" });
  await page.addInitScript(() => localStorage.setItem("preferences", '{"language":"tlh","region":"?","hourCycle":9}'));
  await page.goto("/");
  await expect(navigation(page).getByRole("link", { name: "My bookings" })).toBeVisible();
});

test("an American reads 2:00 PM and weeks from Sunday, until another clock is chosen", async ({ open, space }) => {
  const page = await open(space.ana, { locale: "en-US" });
  await page.goto("/book?view=month");
  await expect(page.getByRole("columnheader").first()).toHaveText("Sun");
  await page.goto("/book");
  await expect(page.getByText(/^\d{1,2}\s[AP]M$/).first()).toBeVisible();
  await page.goto("/account");
  await page.getByText("14:00", { exact: true }).click();
  await expect(page.getByRole("radio", { name: "14:00" })).toBeChecked();
  await page.goto("/book?view=month");
  await expect(page.getByRole("columnheader").first()).toHaveText("Sun");
  await page.goto("/book");
  await expect(page.getByText(/^\d{1,2}\s[AP]M$/)).toHaveCount(0);
});

test("the palette understands a wish in the reader's language, and in English beside it", async ({ open, space }) => {
  const page = await open(space.ana, { locale: "de-DE" });
  await page.goto("/");
  await expect(navigation(page).getByRole("link", { name: "Meine Buchungen" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  const box = page.getByPlaceholder("Etwa „morgen, 6 Personen“");
  await box.fill("room tomorrow at 2pm");
  await expect(page.getByRole("option", { name: /^Finden: .*14:00 · Raum$/ })).toBeVisible();
  await box.fill("übermorgen 14 Uhr, 2 Stunden, 6 Personen");
  await page.getByRole("option", { name: /^Finden: 6 .*14:00 · 2\sh$/ }).click();
  await expect(page).toHaveURL(/\/book\?.*time=14%3A00.*minutes=120.*people=6/);
});

test("an American opens a week from Sunday", async ({ open, space }) => {
  const page = await open(space.mira, { locale: "en-US" });
  await page.goto("/manage/hours");
  const days = page.getByRole("listitem").filter({ hasText: /day/ });
  await expect(days.first()).toContainText("Sunday");
  await expect(days.nth(1)).toContainText("Monday");
});
